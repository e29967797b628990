"""What follows the text: 附件说明, 署名, 成文日期, 附注, 附件, 版记."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gongwen.model import Agency, Attachment, AttachmentItem, Contact, Copy, Date, Imprint, Node, Signature
from gongwen.testing.specimens.bodies import write_body
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part, Quote
from gongwen.testing.specimens.heads import agency
from gongwen.testing.specimens.paragraphs import Plan

_YEARS = str.maketrans("0123456789", "○一二三四五六七八九")


def write_attachment_list(desk: Desk, titles: list[str]) -> None:
    """附件说明 (7.3.4)."""
    if not titles:
        return
    draft = desk.draft
    draft.blank()
    dot = desk.rng.choice(("．", ".", "、"))
    made: list[Part] = []
    draft.write("　　")
    with draft.block("attachment_list"):
        draft.write(desk.rng.choice(("附件：", "附件：", "附：")))
        for n, title in enumerate(titles, 1):
            if len(titles) > 1:
                draft.write(("" if n == 1 else "\n　　　　　") + f"{n}{dot}")
            quote = draft.quote(title)
            made.append(
                Part(list(quote.ranges), AttachmentItem, {"number": n if len(titles) > 1 else None, "title": quote})
            )
    draft.write("\n")
    draft.values["attachment_list"] = made


def _named(desk: Desk, title: str) -> Quote:
    """The title of an attachment; a long one is broken, its second line under the first."""
    if len(title) <= 12 or not desk.chance(0.3):
        return desk.draft.quote(title)
    return desk.draft.quote(f"{title[:10]}\n　　　　　　　{title[10:]}")


def write_date(desk: Desk, day: date, *, old: bool = False, tail: str = "") -> Part:
    """A date as printed: 2022年5月3日, before 2012 二○二二年五月三日."""
    if old:
        text = f"{str(day.year).translate(_YEARS)}年{_numeral(day.month)}月{_numeral(day.day)}日"
    else:
        text = f"{day.year}年{day.month}月{day.day}日"
    made = desk.draft.part(Date, text, value=day.isoformat())
    desk.draft.write(tail)
    return made


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones else "")


def write_signature(desk: Desk) -> None:
    """署名 and 成文日期 (7.3.5)."""
    draft = desk.draft
    pad = "" if desk.layout == "web" and desk.chance(0.5) else "　" * desk.rng.randint(12, 20)
    agencies: list[Part] = []
    draft.blank()
    for body in desk.issuers:
        draft.write(pad)
        with draft.block("signature"):
            agencies.append(agency(desk, body))
        draft.write("\n")
    draft.write(pad + desk.rng.choice(("", "", "　")))
    with draft.block("date"):
        day = write_date(desk, desk.day, old=desk.layout == "old")
    draft.write("\n")
    draft.values["signature"] = Part([], Signature, {"agencies": agencies, "date": day})


def write_note(desk: Desk) -> None:
    """附注 (7.3.6), sometimes with whom to ask."""
    if desk.layout == "body" or desk.chance(0.5):
        return
    draft = desk.draft
    draft.write("　　")
    with draft.block("note"):
        draft.write("（")
        start = draft.length
        if desk.kind.get("direction") == "up" or desk.chance(0.2):
            _contacts(desk)
        else:
            draft.write(desk.rng.choice(("此件公开发布", "此件主动公开", "此件发至县团级", "此件依申请公开")))
        draft.values["note"] = Part([(start, draft.length)], Node)
        draft.write("）")
    draft.write("\n")


def _contacts(desk: Desk) -> None:
    draft = desk.draft
    made: list[Part] = []
    for n in range(desk.rng.choice((1, 1, 2))):
        draft.write("；联系人：" if n else "联系人：")
        office = None
        if desk.chance(0.25):
            office = draft.quote(desk.world.departments[0].short)
            draft.write(" ")
        name = draft.quote(desk.world.person())
        draft.write(desk.rng.choice(("，联系电话：", "，电话：", "；联系电话：") if not n else ("，联系电话：",)))
        phone = draft.quote(desk.world.phone())
        made.append(Part(list(name.ranges), Contact, {"name": name, "agency": office, "phones": [phone]}))
    draft.values["contacts"] = made


def write_contact_lines(desk: Desk) -> None:
    """联系人 and 联系电话 on lines of their own, as letters and replies have them."""
    draft = desk.draft
    draft.blank()
    draft.write("　　")
    with draft.block("contacts"):
        draft.write("联系人：")
        name = draft.quote(desk.world.person())
        draft.write(desk.rng.choice(("　　", "，", "\n　　")) + "联系电话：")
        phone = draft.quote(desk.world.phone())
    draft.write("\n")
    draft.values["contacts"] = [Part(list(name.ranges), Contact, {"name": name, "phones": [phone]})]


def write_attachments(desk: Desk, titles: list[str], form: str) -> None:
    """附件 (7.3.7), each with a numbering of its own."""
    made: list[Part] = []
    for n, title in enumerate(titles, 1):
        desk.draft.blank()
        start = desk.draft.length
        number = n if len(titles) > 1 else None
        desk.draft.line("attachment", f"附件{number or ''}")
        desk.draft.blank()
        made.append(_attached(desk, start, title, form, number))
    desk.draft.values["attachments"] = made


def write_printed(desk: Desk, title: str, form: str) -> None:
    """The text that the document prints along: it opens with its own title."""
    desk.draft.blank()
    desk.draft.values["attachments"] = [_attached(desk, desk.draft.length, title, form, None)]


def _attached(desk: Desk, start: int, title: str, form: str, number: int | None) -> Part:
    values: dict[str, Any] = {"number": number}
    desk.draft.write(desk.rng.choice(("", "　　　　　")))
    begin = desk.draft.length if number is None and not desk.draft.since(start).startswith("附件") else start
    with desk.draft.block("title"):
        values["title"] = desk.draft.quote(title)
    desk.draft.write("\n\n")
    desk.writer.setting.path = ()
    plan = Plan(
        form, desk.rng.randint(6, 12), ("rule", "rule", "condition") if form == "articles" else ("target", "rule"), 0.35
    )
    values["body"] = write_body(desk, plan, opening=False)
    return Part([(begin, desk.draft.length)], Attachment, values)


def write_copies(desk: Desk) -> None:
    """抄送机关 (7.4.2)."""
    draft, world = desk.draft, desk.world
    groups = [
        [f"{world.word}委办公室"],
        [f"{world.word}人大办公室", f"{world.word}政协办公室"],
        [d.short for d in world.departments_but(desk.rng.randint(1, 3), *desk.issuers)],
    ]
    if desk.kind.get("proposal"):
        groups = [
            [f"{world.word}政府办公室"],
            [f"{world.word}人大代表工委" if desk.wishes["proposal"]["kind"] == "建议" else f"{world.word}政协提案委"],
        ]
    else:
        groups += [
            [f"{world.word}法院", f"{world.word}检察院", f"{world.word}人武部"],
            [f"各民主党派{world.word}委会"],
            [f"{world.word}总工会", f"团{world.word}委", f"{world.word}妇联"],
        ]
    desk.rng.shuffle(groups)
    made: list[Part] = []
    with draft.block("copies"):
        draft.write("抄送：")
        for g, group in enumerate(groups[: desk.rng.randint(1, len(groups))]):
            draft.write(_between(desk) if g else "")
            for n, name in enumerate(group):
                draft.write("、" if n else "")
                quote = draft.quote(name)
                made.append(Part(list(quote.ranges), Copy, {"name": quote, "group": g, "role": "抄送"}))
        draft.write("。")
    draft.write("\n")
    draft.values["copies"] = made


def _between(desk: Desk) -> str:
    """What stands between two groups of copies: a comma, or a line of its own that stands under the first."""
    return "，\n　　　" if desk.chance(0.2) else "，"


def write_keywords(desk: Desk) -> None:
    """主题词, as documents before 2012 have it."""
    topic = str(desk.domain["office"])
    desk.draft.line("keywords", f"主题词：{topic}　{desk.rng.choice(('管理', '工作', '安全'))}　{desk.kind['name']}")
    desk.draft.blank()


def write_imprint(desk: Desk) -> None:
    """印发机关和印发日期 (7.4.3)."""
    draft = desk.draft
    body = desk.issuers[0]
    name = (
        desk.world.office.name
        if body == desk.world.government
        else f"{body.name}办公室"
        if not body.name.endswith(("办公室", "办公厅"))
        else body.name
    )
    values: dict[str, Any] = {}
    with draft.block("imprint"), draft.whole(Imprint, **values) as made:
        quote = draft.quote(name)
        made.values["agency"] = Part(list(quote.ranges), Agency, {"name": quote})
        draft.write("　" * desk.rng.randint(6, 14))
        made.values["date"] = write_date(
            desk, desk.day + timedelta(desk.rng.randint(0, 4)), old=desk.layout == "old", tail="印发"
        )
    draft.write("\n")
    draft.values["imprint"] = made
