"""版头 and 标题: the head of every layout, down to the recipients."""

from __future__ import annotations

from typing import Any

from gongwen.model import Agency, DocumentNumber, Letterhead, Node, Proposal, Recipient, Security, Signer, Title
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part, Quote
from gongwen.testing.specimens.quantities import han
from gongwen.testing.specimens.stock import data
from gongwen.testing.specimens.world import Body

_GAP = "　　　　　　　　"


def agency(desk: Desk, body: Body, *, short: bool = False) -> Part:
    """Write an agency's name."""
    name = desk.draft.quote(body.short if short else body.name)
    return Part(list(name.ranges), Agency, {"name": name})


def write_marks(desk: Desk) -> None:
    """份号, 密级和保密期限, 紧急程度 (7.2.1 - 7.2.3), a line each."""
    values = desk.draft.values
    secret = desk.chance(0.08)
    if secret or desk.chance(0.05):
        values["copy_number"] = Part([desk.draft.line("copy_number", f"{desk.rng.randint(1, 999):06}")], Node)
    if secret:
        values["security"] = _security(desk)
    if desk.wishes.get("urgent") or desk.chance(0.12):
        values["urgency"] = Part([desk.draft.line("urgency", desk.rng.choice(("特急", "加急", "特急")))], Node)


def _security(desk: Desk) -> Part:
    level = desk.rng.choice(("秘密", "机密"))
    term = desk.rng.choice(("1年", "5年", "6个月", None))
    return Part(
        [desk.draft.line("security", f"{level}★{term}" if term else level)], Security, {"level": level, "term": term}
    )


def write_letterhead(desk: Desk, *, tail: str = "文件") -> None:
    """发文机关标志 (7.2.4): one agency, or several a line each."""
    draft = desk.draft
    bodies = desk.issuers if desk.layout == "joint" else desk.issuers[:1]
    agencies: list[Part] = []
    draft.write(desk.rng.choice(("", "　　　　")) if len(bodies) == 1 else "")
    with draft.block("letterhead"), draft.whole(Letterhead, agencies=agencies) as made:
        for n, body in enumerate(bodies):
            draft.write("\n" if n else "")
            agencies.append(agency(desk, body))
        draft.write(("\n" if len(bodies) > 1 else "") + tail if tail else "")
    draft.write("\n")
    draft.values["letterhead"] = made


def write_number(desk: Desk, *, signers: int = 0, right: bool = False) -> None:
    """发文字号 (7.2.5), and beside it the 签发人 of a document that faces up (7.2.6)."""
    draft = desk.draft
    draft.write(_GAP * 2 if right else "")
    with draft.block("number"):
        draft.values["number"] = number(desk)
    if signers:
        draft.write(_GAP)
        write_signers(desk, signers)
    elif desk.kind.get("proposal") and not right and desk.chance(0.6):
        draft.write(_GAP)
        _category(desk)
    draft.write("\n")


def _category(desk: Desk) -> None:
    """类别标记 of a reply: how far what was proposed is done."""
    before, behind = desk.rng.choice((("（", "）"), ("类别标记：", ""), ("", "类"), ("", "")))
    with desk.draft.block("category"):
        desk.draft.write(before)
        place = desk.draft.write(desk.rng.choice(("A", "B", "C", "A1")))
        desk.draft.write(behind)
    desk.draft.values["category"] = Part([place], Node)


def number(desk: Desk) -> Part:
    """The number itself: 代字〔年〕号."""
    code = desk.issuers[0].code + desk.wishes.get("class", "发")
    serial = desk.rng.randint(1, 160)
    opening, closing = desk.wishes.get("brackets", "〔〕")
    text = f"{code}{opening}{desk.day.year}{closing}{serial}号"
    style = "telegram" if "电" in code else "standard"
    return desk.draft.part(DocumentNumber, text, agency_code=code, year=desk.day.year, serial=serial, style=style)


def write_signers(desk: Desk, count: int) -> None:
    """The names of those who sign."""
    made: list[Part] = []
    with desk.draft.block("signers"):
        desk.draft.write("签发人：")
        for n in range(count):
            desk.draft.write("　" if n else "")
            made.append(_signer(desk))
    desk.draft.values["signers"] = made


def _signer(desk: Desk) -> Part:
    name = desk.world.person()
    if len(name) == 2 and desk.chance(0.4):
        name = f"{name[0]}　{name[1]}"  # two characters are spread over three
    quote = desk.draft.quote(name)
    return Part(list(quote.ranges), Signer, {"name": quote})


def write_title(desk: Desk, *, issuer: bool = True) -> None:
    """标题 (7.3.1), over one line or several."""
    draft = desk.draft
    pad = "" if desk.layout in {"web", "body"} else desk.rng.choice(("", "　　　"))
    kind = str(desk.kind["name"])
    tail = desk.rng.choice(desk.kind["tails"])
    values: dict[str, Any] = {"kind": kind, "agencies": []}
    draft.write(pad)
    wide = desk.layout in {"web", "body"} or desk.chance(0.2)
    with draft.block("title"), draft.whole(Title, **values) as title:
        if issuer and kind != "公报" and not desk.kind.get("proposal"):
            _issuers(desk, title)
        if kind == "公报":
            _subject(
                desk, title, f"{desk.world.place}{desk.day.year - 1}年{desk.fill('{topic}')}统计", wide=True, pad=pad
            )
        elif desk.kind.get("proposal"):
            _reply(desk, title)
        elif "prints" in desk.wishes:
            draft.write("关于")
            _printing(desk, title)
        else:
            draft.write("关于")
            _subject(
                desk, title, desk.wishes["subject"] + desk.rng.choice(desk.kind.get("manner", [""])), wide=wide, pad=pad
            )
        draft.write(tail)
    draft.write("\n")
    draft.values["title"] = title
    draft.values["kind"] = kind
    draft.values["direction"] = desk.kind.get("direction")


def _issuers(desk: Desk, title: Part) -> None:
    bodies = desk.issuers
    for n, body in enumerate(bodies):
        if n:
            desk.draft.gap()
        title.values["agencies"].append(agency(desk, body, short=len(bodies) > 1))
    if len(bodies) > 1:
        desk.draft.write("\n")


def _subject(desk: Desk, title: Part, subject: str, *, wide: bool, pad: str) -> None:
    """事由; a long title is broken where a reader would breathe."""
    start = desk.draft.length
    if not wide and len(subject) > 12:
        cut = max(6, len(subject) - 10)
        desk.draft.write(f"{subject[:cut]}\n{pad}{subject[cut:]}")
    else:
        desk.draft.write(subject)
    title.values["subject"] = Quote([(start, desk.draft.length)])


def _printing(desk: Desk, title: Part) -> None:
    """The subject of a notice that prints another text along: 印发《…》."""
    start = desk.draft.length
    desk.draft.write("印发")
    desk.writer.cite_title(desk.wishes["prints"])
    title.values["subject"] = Quote([(start, desk.draft.length)])


def _reply(desk: Desk, title: Part) -> None:
    """What a reply answers: 市六届人大四次会议第115号建议."""
    draft, rng = desk.draft, desk.rng
    what = rng.choice(("建议", "提案"))
    body = f"{desk.world.word}{'人大' if what == '建议' else '政协'}"
    term, session, number = rng.randint(5, 19), rng.randint(1, 6), str(rng.randint(1, 480))
    opening = rng.choice(("对", "关于"))
    named = draft.write(opening)[1]
    start = named - 1 if opening == "对" else named
    if what == "建议":
        text = f"{desk.world.word}{han(term)}届人大{han(session)}次会议第{number}号建议"
    else:
        text = f"{body}{han(term)}届{han(session)}次会议第{number}号提案"
    draft.write(text)
    title.values["subject"] = Quote([(start, draft.length)])
    desk.wishes["proposal"] = {"kind": what, "body": body, "term": term, "session": session, "number": number}
    desk.wishes["proposal_range"] = (named, draft.length)


def write_recipients(desk: Desk) -> None:
    """主送机关 (7.3.2)."""
    parties = _parties(desk)
    if not parties:
        return
    draft = desk.draft
    made: list[Part] = []
    with draft.block("recipients"):
        for n, (name, kind, mark) in enumerate(parties):
            draft.write(mark if n else "")
            quote = draft.quote(name)
            made.append(Part(list(quote.ranges), Recipient, {"name": quote, "kind": kind}))
        draft.write("：")
    draft.write("\n" * int(desk.wishes.get("spacing", 1)))
    draft.values["recipients"] = made


def _parties(desk: Desk) -> list[tuple[str, str, str]]:
    """Name, kind, and the mark before it."""
    world, rng = desk.world, desk.rng
    match desk.kind["parties"]:
        case "lower":
            out = [(name, "group", "、") for name in world.lower_governments()]
            more = [
                [(f"{world.word}政府各部门", "group", "，"), ("各直属单位", "group", "、")],
                [(f"{world.word}直各单位", "group", "，"), ("各有关企业", "group", "，")],
                [
                    ("各人民团体", "group", "，"),
                    ("各高等院校", "group", "，"),
                    (f"{world.word}级有关单位", "group", "，"),
                ],
                [("各园区管委会", "group", "，"), (f"{world.word}级机关各部门", "group", "，")],
            ]
            out += rng.choice(more)[: rng.randint(0, 3)]
            return out
        case "upper":
            return [
                (
                    rng.choice((world.above.short, world.government.short))
                    if desk.issuers[0] != world.government
                    else world.above.short,
                    "agency",
                    "",
                )
            ]
        case "asker" | "peer":
            bodies = world.departments_but(
                rng.choice((1, 1, 2)) if desk.kind["parties"] == "peer" else 1, *desk.issuers
            )
            desk.wishes["asker"] = bodies[0]
            return [(b.short, "agency", "、") for b in bodies]
        case "proposer":
            return [
                (f"{world.person()}{'代表' if desk.wishes['proposal']['kind'] == '建议' else '委员'}", "person", "、")
                for _ in range(rng.choice((1, 1, 2)))
            ]
        case "congress":
            return [(f"{world.word}人大常委会", "agency", "")]
    return []


def proposal(desk: Desk) -> Part | None:
    """所答建议提案, once the body has named its title."""
    found = desk.wishes.get("proposal")
    return Part([desk.wishes["proposal_range"]], Proposal, found) if found else None


def subject(desk: Desk) -> str:
    """事由, of at most forty characters."""
    while True:
        text = desk.fill(desk.drawing.one_of(tuple(data("phrases")["subjects"])))
        if len(text) <= 32:
            return text
