"""令, 纪要 and telegrams (10.2, 10.3; 电报 by practice): the heads that are unlike all others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gongwen.model import Body as BodyModel
from gongwen.model import Copy, DocumentNumber, Letterhead, Node, Paragraph, Signature, Signer, Title
from gongwen.testing.specimens import heads, tails
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part


def write_order(desk: Desk) -> None:
    """令 (10.2): the line of the head is the title; the regulation is printed behind the date."""
    draft, rng = desk.draft, desk.rng
    printed = f"{desk.world.place}{desk.fill('{topic}')}{rng.choice(('办法', '规定', '实施办法'))}"
    with draft.block("title"), draft.whole(Title, kind="令") as title:
        title.values["agencies"] = [heads.agency(desk, desk.world.government)]
        draft.write("令")
    draft.values |= {"title": title, "kind": "令", "direction": "down"}
    draft.write("\n\n")
    serial = rng.randint(11, 320)
    with draft.block("number"):
        draft.values["number"] = draft.part(DocumentNumber, f"第{serial}号", serial=serial, style="order")
    draft.write("\n\n　　")
    with draft.block("paragraph"), draft.whole(Paragraph) as made:
        desk.writer.cite_title(printed)
        day = desk.day + timedelta(40)
        draft.write(
            f"已经{desk.day.year}年{desk.day.month}月{max(1, desk.day.day - 1)}日{desk.world.word}人民政府第{rng.randint(2, 90)}次常务会议审议通过，现予公布，自{day.year}年{day.month}月{day.day}日起施行。"
        )
    draft.values["body"] = Part([], BodyModel, {"preamble": [made]})
    draft.write("\n\n")
    draft.line("signatory", f"{desk.world.word}长　{desk.world.person()}")
    with draft.block("date"):
        date = tails.write_date(desk, desk.day)
    draft.write("\n")
    draft.values["signature"] = Part([], Signature, {"date": date})
    tails.write_printed(desk, printed, "articles")


def write_minutes_head(desk: Desk) -> None:
    """纪要 (10.3): agency and kind, 期, who drew them up and when, the title."""
    draft, rng, world = desk.draft, desk.rng, desk.world
    with draft.block("letterhead"), draft.whole(Letterhead) as made:
        made.values["agencies"] = [heads.agency(desk, world.government)]
        draft.write(rng.choice(("专题会议纪要", "常务会议纪要", "会议纪要")))
    draft.values["letterhead"] = made
    draft.write("\n\n")
    serial = rng.randint(1, 48)
    year = desk.day.year if rng.random() < 0.6 else None
    with draft.block("number"):
        text = f"〔{year}〕第{serial}期" if year else f"第{serial}期"
        draft.values["number"] = draft.part(DocumentNumber, text, year=year, serial=serial, style="issue")
    draft.write("\n\n")
    with draft.block("signature"):
        agency = heads.agency(desk, world.office)
    draft.write("　" * 14)
    with draft.block("date"):
        date = tails.write_date(desk, desk.day)
    draft.write("\n\n")
    draft.values["signature"] = Part([], Signature, {"agencies": [agency], "date": date})
    heads.write_title(desk, issuer=False)
    draft.blank()


def write_minutes_opening(desk: Desk) -> None:
    """Who met when and why."""
    day = desk.day - timedelta(3)
    place = desk.world
    person = place.person()
    desk.draft.write(
        f"{day.year}年{day.month}月{day.day}日，{place.word}长{person}主持召开会议，研究{desk.wishes['subject']}事宜。"
    )


def write_minutes_end(desk: Desk) -> None:
    """出席, 列席, 请假, and who gets them."""
    draft, world = desk.draft, desk.world
    draft.blank()
    for word, count in (("出席", 4), ("列席", 2), ("请假", 1)):
        names = "、".join(f"{world.person()}（{d.short}）" for d in world.departments_but(count))
        draft.line("attendance", f"{word}：{names}", indent="　　")
    draft.blank()
    made: list[Part] = []
    for group, (role, parties) in enumerate(
        (("主送", ["各参会单位"]), ("抄送", [f"{world.word}委办公室", f"{world.word}人大办公室"]))
    ):
        with draft.block("copies"):
            draft.write(f"{role}：")
            for n, name in enumerate(parties):
                draft.write("、" if n else "")
                quote = draft.quote(name)
                made.append(Part(list(quote.ranges), Copy, {"name": quote, "group": group, "role": role}))
            draft.write("。")
        draft.write("\n")
    draft.values["copies"] = made


def write_telegram_head(desk: Desk) -> None:
    """电报: 发电单位 and 签批, 等级 and number."""
    draft, rng = desk.draft, desk.rng
    values: dict[str, Any] = {}
    with draft.block("letterhead"), draft.whole(Letterhead, **values) as made:
        draft.write(rng.choice(("发　电　报", "传真电报")) + "\n\n发电单位　")
        made.values["agencies"] = [heads.agency(desk, desk.issuers[0])]
    draft.values["letterhead"] = made
    draft.write("　　　　　　")
    with draft.block("signers"):
        draft.write("签批盖章　")
        quote = draft.quote(desk.world.person())
    draft.values["signers"] = [Part(list(quote.ranges), Signer, {"name": quote})]
    draft.write("\n")
    with draft.block("urgency"):
        draft.write("等级　")
        draft.values["urgency"] = Part([draft.write(rng.choice(("特提", "特急", "加急", "平急")))], Node)
        draft.write("·明电" if rng.random() < 0.6 else "")
    draft.write("　　　　")
    with draft.block("number"):
        draft.values["number"] = heads.number(desk)
    draft.write("　　　　")
    with draft.block("unknown"):
        draft.write(f"{desk.world.code}机发{rng.randint(100, 3000)}号")
    draft.write("\n\n")


def write_notice_head(desk: Desk) -> None:
    """公告, 通告: the agency and the kind, and a number that counts within the year."""
    draft, rng = desk.draft, desk.rng
    kind = str(desk.kind["name"])
    with draft.block("letterhead"), draft.whole(Letterhead) as made:
        made.values["agencies"] = [heads.agency(desk, desk.issuers[0])]
        draft.write(rng.choice((kind, f"\n{kind[0]}　　{kind[1]}")))
    draft.values["letterhead"] = made
    draft.write("\n")
    serial = rng.randint(1, 60)
    with draft.block("number"):
        year = desk.day.year
        draft.values["number"] = draft.part(
            DocumentNumber, f"{year}年第{serial}号", year=year, serial=serial, style="announcement"
        )
    draft.write("\n\n")
