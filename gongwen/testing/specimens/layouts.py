"""版式: the layouts, each the order in which the elements are written."""

from __future__ import annotations

from collections.abc import Callable

from gongwen.testing.specimens.bodies import Plan, write_body
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Quote
from gongwen.testing.specimens import heads, tails


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
        desk.issuers = [department, *world.departments_but(rng.choice((1, 2)), department)]
    elif kind in {"答复", "函", "复函"}:
        desk.issuers = [department]
    elif kind in {"议案", "令", "决议"}:
        desk.issuers = [world.government]
    desk.wishes["subject"] = heads.subject(desk)
    desk.wishes["class"] = _class(desk)
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
    return desk.rng.choice(("发", "发", "办发" if desk.issuers[0].code[-1] not in "办" else "发", ""))


def _received(desk: Desk) -> None:
    """你局《…》收悉。"""
    draft = desk.draft
    if desk.kind.get("proposal"):
        draft.write(desk.rng.choice(("您提出的", "你们提出的")))
        start = draft.length + 1
        what = desk.wishes["proposal"]["kind"]
        title = f"关于{desk.wishes['subject']}的{what}"
        desk.writer.setting.cite = lambda *, numbered: (title, None, None, None)  # noqa: ARG005
        desk.writer.cite(numbered=False)
        desk.writer.setting.cite = desk.library.draw
        desk.wishes["proposal"]["title"] = Quote([(start, start + len(title))])
    else:
        body = desk.wishes["asker"]
        title = f"关于{desk.wishes['subject']}的{'请示' if desk.kind['name'] == '批复' else '函'}"
        code = body.code + "发"
        serial = desk.rng.randint(1, 90)
        number, ref = f"{code}〔{desk.day.year}〕{serial}号", {"agency_code": code, "year": desk.day.year, "serial": serial, "style": "standard"}
        draft.write("你局" if desk.kind["name"] == "批复" else "贵局")
        desk.writer.setting.cite = lambda *, numbered: (title, number, ref, None)  # noqa: ARG005
        desk.writer.cite(numbered=True)
        desk.writer.setting.cite = desk.library.draw
    draft.write("收悉。")


def _plan(desk: Desk) -> Plan:
    return Plan(desk.rng.choice(desk.kind["forms"]), desk.rng.randint(8, 22), tuple(desk.kind["modalities"]), 0.4)


def _text(desk: Desk) -> None:
    """正文, then 附件说明."""
    closing = desk.fill(desk.rng.choice(desk.kind["closings"])) or None
    desk.draft.values["body"] = write_body(desk, _plan(desk), closing=closing)
    desk.draft.values["proposal"] = heads.proposal(desk)


def _attachments(desk: Desk) -> list[str]:
    count = desk.rng.choice((0, 0, 0, 1, 2)) if desk.kind["name"] not in {"令", "答复", "纪要"} else 0
    forms = ("实施细则", "任务清单", "工作方案", "申报表", "评分标准", "责任分工表")
    return [desk.fill("{topic}") + form for form in desk.rng.sample(forms, count)]


def _ending(desk: Desk, *, imprint: bool = True) -> None:
    titles = _attachments(desk)
    tails.write_attachment_list(desk, titles)
    tails.write_signature(desk)
    tails.write_note(desk)
    if desk.kind["name"] in {"答复", "函"} and "contacts" not in desk.draft.values:
        tails.write_contact_lines(desk)
    real = [t for t in titles if t.endswith(("细则", "方案"))]
    if real and len(real) == len(titles):
        tails.write_attachments(desk, titles, desk.rng.choice(("articles", "levels")))
    if imprint:
        desk.draft.blank()
        if desk.chance(0.8):
            tails.write_copies(desk)
        tails.write_imprint(desk)


def _letterhead(desk: Desk) -> None:
    heads.write_marks(desk)
    heads.write_letterhead(desk)
    desk.draft.blank()
    heads.write_number(desk, signers=len(desk.issuers) if desk.layout == "upward" else 0)
    desk.draft.blank()
    heads.write_title(desk)
    desk.draft.blank()
    heads.write_recipients(desk)
    _text(desk)
    _ending(desk)


def _letter(desk: Desk) -> None:
    heads.write_letterhead(desk, tail="")
    desk.draft.blank()
    heads.write_number(desk, right=True)
    desk.draft.blank()
    heads.write_title(desk)
    desk.draft.blank()
    heads.write_recipients(desk)
    _text(desk)
    _ending(desk, imprint=False)


def _body_only(desk: Desk) -> None:
    heads.write_title(desk)
    heads.write_recipients(desk)
    _text(desk)
    _ending(desk, imprint=False)


LAYOUTS: dict[str, Callable[[Desk], None]] = {
    "letterhead": _letterhead,
    "upward": _letterhead,
    "joint": _letterhead,
    "party": _letterhead,
    "old": _letterhead,
    "letter": _letter,
    "body": _body_only,
}
