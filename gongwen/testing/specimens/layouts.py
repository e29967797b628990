"""版式: the layouts, each the order in which the elements are written."""

from __future__ import annotations

from collections.abc import Callable

from gongwen.testing.specimens import heads, special, tails
from gongwen.testing.specimens.bodies import write_body, write_forwarding
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.paragraphs import Plan
from gongwen.testing.specimens.quantities import han


def prepare(desk: Desk) -> None:
    """Decide who issues, what about, and how the text is set."""
    world, rng = desk.world, desk.rng
    department = world.department(str(desk.domain["office"]))
    kind = desk.kind["name"]
    own = [world.government, department, department, world.office]
    desk.issuers = [rng.choice(own)]
    if desk.layout == "party":
        desk.issuers = [world.party_office, world.office][: rng.choice((1, 2))]
    elif desk.layout == "joint":
        others = (desk.wishes["signers"] or rng.choice((2, 3))) - 1
        desk.issuers = [department, *world.departments_but(others, department)]
    elif kind in {"答复", "函", "复函"}:
        desk.issuers = [department]
    elif kind in {"议案", "令", "决议"}:
        desk.issuers = [world.government]
    desk.wishes["subject"] = heads.subject(desk)
    if kind == "通知" and desk.layout not in {"telegram", "joint"} and desk.chance(0.35):
        form = rng.choice(("管理办法", "实施细则", "实施方案", "行动计划"))
        desk.wishes["prints"] = f"{world.place}{desk.fill('{topic}')}{form}"
    desk.wishes["class"] = _class(desk)
    desk.writer.setting.dated = kind != "决议"
    desk.wishes["spacing"] = rng.choice((1, 1, 2)) if desk.layout in {"web", "body"} else 1
    desk.wishes["indent"] = rng.choice(("　　", "　　", "    ", "")) if desk.layout in {"web", "body"} else "　　"
    if desk.kind.get("received") or desk.kind.get("proposal"):
        desk.wishes["received"] = _received


def _class(desk: Desk) -> str:
    kind = desk.kind["name"]
    if desk.layout == "telegram":
        return desk.rng.choice(("明电", "发明电"))
    if kind in {"函", "复函", "答复"} or desk.layout == "letter":
        return desk.rng.choice(("函", "函", "复" if kind == "答复" else "函"))
    return desk.rng.choice(("发", "发", "办发" if desk.issuers[0].code[-1] != "办" else "发", ""))


def _received(desk: Desk) -> None:
    """What has come in, and that it has: 你局《…》收悉."""
    draft = desk.draft
    if desk.kind.get("proposal"):
        draft.write(desk.rng.choice(("您提出的", "你们提出的")))
        title = f"关于{desk.wishes['subject']}的{desk.wishes['proposal']['kind']}"
        desk.wishes["proposal"]["title"] = desk.writer.cite_title(title)
    else:
        code = desk.wishes["asker"].code + "发"
        ref = {"agency_code": code, "year": desk.day.year, "serial": desk.rng.randint(1, 90), "style": "standard"}
        draft.write("你局" if desk.kind["name"] == "批复" else "贵局")
        title = f"关于{desk.wishes['subject']}的{'请示' if desk.kind['name'] == '批复' else '函'}"
        desk.writer.cite_title(title, f"{code}〔{ref['year']}〕{ref['serial']}号", ref)
    draft.write("收悉。")


def _plan(desk: Desk) -> Plan:
    return Plan(desk.rng.choice(desk.kind["forms"]), desk.rng.randint(8, 22), tuple(desk.kind["modalities"]), 0.4)


def _text(desk: Desk) -> None:
    """正文, then 附件说明."""
    if "prints" in desk.wishes:
        desk.draft.values["body"] = write_forwarding(desk, desk.wishes["prints"])
        return
    closing = desk.fill(desk.rng.choice(desk.kind["closings"])) or None
    desk.draft.values["body"] = write_body(desk, _plan(desk), closing=closing)
    desk.draft.values["proposal"] = heads.proposal(desk)


def _attachments(desk: Desk) -> list[str]:
    count = desk.rng.choice((0, 0, 0, 1, 2)) if desk.kind["name"] not in {"令", "答复", "纪要"} else 0
    forms = ("实施细则", "任务清单", "工作方案", "申报表", "评分标准", "责任分工表")
    return [desk.fill("{topic}") + form for form in desk.rng.sample(forms, count)]


def _ending(desk: Desk, *, imprint: bool = True) -> None:
    prints = desk.wishes.get("prints")
    titles = [] if prints else _attachments(desk)
    tails.write_attachment_list(desk, titles)
    tails.write_signature(desk)
    tails.write_note(desk)
    if desk.kind["name"] in {"答复", "函"} and "contacts" not in desk.draft.values:
        tails.write_contact_lines(desk)
    real = [t for t in titles if t.endswith(("细则", "方案"))]
    if real and len(real) == len(titles):
        tails.write_attachments(desk, titles, desk.rng.choice(("articles", "levels")))
    if prints:
        tails.write_printed(desk, prints, "levels" if prints.endswith(("方案", "计划")) else "articles")
    if imprint:
        desk.draft.blank()
        if desk.layout == "old" and desk.chance(0.7):
            tails.write_keywords(desk)
        if desk.chance(0.8):
            tails.write_copies(desk)
        tails.write_imprint(desk)


def _letterhead(desk: Desk) -> None:
    heads.write_marks(desk)
    heads.write_letterhead(desk)
    desk.draft.blank()
    heads.write_number(desk, signers=len(desk.issuers) if desk.kind.get("direction") == "up" else 0)
    desk.draft.blank()
    _from_title(desk)


def _from_title(desk: Desk, *, imprint: bool = True) -> None:
    heads.write_title(desk)
    desk.draft.blank()
    heads.write_recipients(desk)
    _text(desk)
    _ending(desk, imprint=imprint)


def _letter(desk: Desk) -> None:
    heads.write_letterhead(desk, tail="")
    desk.draft.blank()
    heads.write_number(desk, right=True)
    desk.draft.blank()
    _from_title(desk, imprint=False)


def _telegram(desk: Desk) -> None:
    special.write_telegram_head(desk)
    _from_title(desk, imprint=False)


def _notice(desk: Desk) -> None:
    special.write_notice_head(desk)
    _from_title(desk, imprint=False)


def _minutes(desk: Desk) -> None:
    special.write_minutes_head(desk)
    desk.wishes["received"] = special.write_minutes_opening
    _text(desk)
    special.write_minutes_end(desk)


def _adoption(desk: Desk) -> None:
    """题注: when and by whom a decision of a meeting was adopted."""
    day, rng = desk.day, desk.rng
    meeting = f"第{han(rng.randint(5, 19))}届人民代表大会第{han(rng.randint(1, 6))}次会议"
    desk.draft.line("annotation", f"（{day.year}年{day.month}月{day.day}日{desk.world.place}{meeting}通过）")


def _web(desk: Desk) -> None:
    heads.write_title(desk)
    if desk.kind["name"] not in {"公报", "决议", "公告", "通告"} and desk.chance(0.7):
        heads.write_number(desk)
    if desk.kind["name"] == "决议":
        _adoption(desk)
    heads.write_recipients(desk)
    _text(desk)
    if desk.kind["name"] == "决议":
        return
    _ending(desk, imprint=False)


def _body_only(desk: Desk) -> None:
    heads.write_title(desk)
    if desk.kind["name"] == "决议":
        _adoption(desk)
    heads.write_recipients(desk)
    _text(desk)
    if desk.kind["name"] != "决议":
        _ending(desk, imprint=False)


LAYOUTS: dict[str, Callable[[Desk], None]] = {
    "letterhead": _letterhead,
    "upward": _letterhead,
    "joint": _letterhead,
    "party": _letterhead,
    "old": _letterhead,
    "letter": _letter,
    "telegram": _telegram,
    "notice": _notice,
    "order": special.write_order,
    "minutes": _minutes,
    "web": _web,
    "body": _body_only,
}
