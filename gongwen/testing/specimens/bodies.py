"""正文: paragraphs, the tree of sections, points, articles; with all that their sentences state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gongwen.model import Body, Node, Paragraph, Point, Section
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part, Quote
from gongwen.testing.specimens.quantities import han
from gongwen.testing.specimens.stock import data

_SERIES: tuple[tuple[str, ...], ...] = (
    # From the outermost level inwards, as 7.3.3 has it, and as practice has it.
    ("一、", "（一）", "1．", "（1）"),
    ("一、", "（一）", "1.", "（1）"),
    ("一、", "（一）", "1、", "①"),
    ("一、", "1．", "（1）"),
    ("一、", "1.", "①"),
    ("（一）", "1.", "（1）"),
    ("1．", "（1）"),
    ("1、", "（1）"),
)
_POINTS = ("一是", "一要", "其一，", "第一，", "首先，")
_WORDS = ("首先，", "其次，", "再次，", "最后，")
_MARKS = "，。；："


@dataclass(slots=True)
class Plan:
    """How a body is to be."""

    form: str
    """``levels``, ``articles``, ``paragraphs``."""
    size: int
    """About how many sentences."""
    modalities: tuple[str, ...]
    """The modality of its statements, drawn from."""
    statement: float = 0.4
    """How likely a sentence states a quantity."""
    counted: int | None = None
    """Where the second level counts on across its parents, how far it has come."""


def write_body(desk: Desk, plan: Plan, *, opening: bool = True, closing: str | None = None) -> Part:
    """A whole body."""
    values: dict[str, Any] = {"preamble": [], "sections": [], "conclusion": []}
    if opening:
        values["preamble"] = _opening(desk)
    if plan.form == "levels":
        values["sections"] = _levels(desk, plan)
    elif plan.form == "articles":
        values["sections"] = _articles(desk, plan)
    else:
        values["preamble"] += [_paragraph(desk, plan, desk.rng.randint(2, 4)) for _ in range(max(1, plan.size // 4))]
    if closing:
        last = _plain_paragraph(desk, closing)
        values["conclusion" if values["sections"] else "preamble"].append(last)
    return Part([], Body, values)


def write_forwarding(desk: Desk, title: str) -> Part:
    """The body of a notice that prints another text along: one paragraph that names it."""
    desk.draft.write(_indent(desk))
    with desk.draft.block("paragraph"), desk.draft.whole(Paragraph) as made:
        if desk.chance(0.6):
            desk.writer.cite_title(title)
            desk.draft.write(desk.rng.choice(("已经市政府同意，", "已经研究通过，", "")))
            desk.draft.write("现印发给你们，请结合实际认真贯彻执行。")
        else:
            desk.writer.sentence("为{adverb}{strengthen}{topic}，{effect}")
            desk.draft.write("，我们制定了")
            desk.writer.cite_title(title)
            desk.draft.write("，现予印发，请认真抓好落实。")
    _end(desk)
    return Part([], Body, {"preamble": [made]})


def _indent(desk: Desk) -> str:
    return str(desk.wishes.get("indent", "　　"))


def _end(desk: Desk) -> None:
    desk.draft.write("\n" * int(desk.wishes.get("spacing", 1)))


def _opening(desk: Desk) -> list[Part]:
    """缘由 and the transition to what follows."""
    desk.draft.write(_indent(desk))
    desk.writer.open_paragraph()
    with desk.draft.block("paragraph"), desk.draft.whole(Paragraph, points=[]) as made:
        if desk.wishes.get("received"):
            desk.wishes["received"](desk)
        else:
            desk.refresh()
            desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["openings"])))
            desk.draft.write("，")
        desk.draft.write(desk.fill(desk.rng.choice(desk.kind["transitions"])))
    _end(desk)
    return [made]


def _paragraphs(desk: Desk, plan: Plan) -> list[Part]:
    """What stands under a heading: a paragraph or two, or a series of points with a paragraph for each."""
    if desk.chance(0.12):
        return _point_paragraphs(desk, plan)
    return [_paragraph(desk, plan, desk.rng.randint(1, 3)) for _ in range(desk.rng.choice((1, 1, 2)))]


def _point_paragraphs(desk: Desk, plan: Plan) -> list[Part]:
    """Points that open a paragraph each."""
    first = desk.rng.choice(_POINTS[:3])
    made: list[Part] = []
    for n in range(1, desk.rng.randint(3, 4)):
        desk.draft.write(_indent(desk))
        desk.writer.open_paragraph()
        with desk.draft.block("paragraph"), desk.draft.whole(Paragraph) as paragraph:
            paragraph.values["points"] = [_point(desk, plan, _point_marker(first, n), n, end="。")]
        _end(desk)
        made.append(paragraph)
    return made


def _plain_paragraph(desk: Desk, text: str) -> Part:
    desk.draft.write(_indent(desk))
    desk.writer.open_paragraph()
    with desk.draft.block("paragraph"), desk.draft.whole(Paragraph, points=[]) as made:
        desk.writer.sentence(text)
    _end(desk)
    return made


def _paragraph(desk: Desk, plan: Plan, sentences: int, *, points: bool | None = None) -> Part:
    """A paragraph of its own line."""
    desk.draft.write(_indent(desk))
    desk.writer.open_paragraph()
    with desk.draft.block("paragraph"):
        made = _running(desk, plan, sentences, points=points)
    _end(desk)
    return made


def _running(desk: Desk, plan: Plan, sentences: int, *, points: bool | None = None) -> Part:
    """Sentences one after another; now and then with a series of points."""
    with desk.draft.whole(Paragraph, points=[]) as made:
        if points if points is not None else desk.chance(0.2):
            if desk.chance(0.4):
                _sentence(desk, plan)
            made.values["points"] = _points(desk, plan)
        else:
            for _ in range(sentences):
                _sentence(desk, plan)
    return made


def _sentence(desk: Desk, plan: Plan, *, end: str = "。") -> None:
    """One sentence: a statement, a plain one or a trap."""
    desk.refresh()
    if desk.chance(plan.statement):
        # What a time to come has opened goes on with aims.
        modality = "target" if desk.writer.setting.heads[-1] else desk.rng.choice(plan.modalities)
        desk.writer.sentence(desk.drawing.one_of(tuple(data("statements")[modality])), modality)
    elif desk.chance(0.1):
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["traps"])))
    else:
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["plain"])))
    desk.draft.write(end)


def _points(desk: Desk, plan: Plan) -> list[Part]:
    """The members of a series: 一是 and 二是, 其一 and 其二."""
    first = desk.rng.choice(_POINTS)
    count = desk.rng.randint(2, 4)
    ends = ["；" if desk.chance(0.5) else "。" for _ in range(count - 1)] + ["。"]
    return [_point(desk, plan, _point_marker(first, n), n, end=end) for n, end in enumerate(ends, 1)]


def _point(desk: Desk, plan: Plan, mark: str, n: int, *, end: str) -> Part:
    """One point, with the sentence that may follow it."""
    setting = desk.writer.setting
    path, setting.in_point = setting.path, True
    desk.writer.open_point()
    start = desk.draft.length
    setting.path = (*path, mark)
    values: dict[str, Any] = {"ordinal": n, "marker": desk.draft.quote(mark)}
    at = desk.draft.length
    desk.refresh()
    desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["points"])))
    desk.draft.write(end)
    if end == "。" and desk.chance(plan.statement):
        _sentence(desk, plan)
    values["lead"] = Quote([(at, at + _lead(desk.draft.since(at)))])
    setting.path, setting.in_point = path, False
    return Part([(start, desk.draft.length)], Point, values)


def _point_marker(first: str, n: int) -> str:
    if first == "首先，":
        return _WORDS[n - 1]
    return first.replace("一", han(n))


def _lead(text: str) -> int:
    return min((text.index(mark) for mark in _MARKS if mark in text), default=len(text))


def marker(series: str, n: int) -> str:
    """The n-th marker of a series given by its first: 一、 （一） 1． ①."""
    if "①" in series:
        return chr(ord("①") + n - 1)
    return series.replace("一", han(n)) if "一" in series else series.replace("1", str(n))


def _levels(desk: Desk, plan: Plan) -> list[Part]:
    series = desk.rng.choice(_SERIES[:5] if desk.chance(0.85) else _SERIES)
    count = max(2, min(7, round(plan.size / 4)))
    deep = desk.rng.choice((1, 2, 2, 2, 2, 3, 3, 4))
    plan.counted = 0 if desk.chance(0.12) else None
    return _series(desk, plan, series[: min(deep, len(series))], count)


def _series(desk: Desk, plan: Plan, series: tuple[str, ...], count: int) -> list[Part]:
    """A series of sections of one level; what they hold goes down the series of markers."""
    styles = ("line", "line", "run", "run", "none", "short", "label") if len(series) == 1 else ("line", "line", "run")
    style = desk.rng.choice(styles)
    first = 1
    if plan.counted is not None and len(desk.writer.setting.path) == 1:
        first = plan.counted + 1
        plan.counted += count
    return [_section(desk, plan, series, n, style) for n in range(first, first + count)]


def _section(desk: Desk, plan: Plan, series: tuple[str, ...], n: int, style: str) -> Part:
    """One section."""
    path = desk.writer.setting.path
    mark = marker(series[0], n)
    desk.draft.write(_indent(desk))
    desk.writer.setting.path = (*path, mark)
    desk.writer.open_paragraph()
    start = desk.draft.length
    values: dict[str, Any] = {"level": len(path) + 1, "ordinal": n, "paragraphs": [], "children": []}
    inner = len(series) > 1 and desk.chance(0.75)
    with desk.draft.block("heading" if style == "line" else "paragraph"):
        values["marker"] = desk.draft.quote(mark)
        if style in {"line", "run"}:
            values["title"] = _title(desk, plan, bare=style == "line" and len(path) == 0)
        elif style == "label":
            values["title"] = desk.draft.quote(desk.drawing.one_of(tuple(data("phrases")["labels"])))
        if "title" in values:
            values["heading"] = Part([(start, desk.draft.length)], Node)
        if style == "run":
            desk.draft.write("。")
            values["paragraphs"].append(
                _running(desk, plan, desk.rng.randint(1, 2) if inner else desk.rng.randint(1, 3))
            )
        elif style == "label":
            desk.draft.write("：")
            with desk.draft.whole(Paragraph, points=[]) as paragraph:
                desk.draft.write(
                    desk.fill(
                        desk.rng.choice(("{institution}", "{institution}、{institution}", "{work}", "{work}，{method}"))
                    )
                    + "。"
                )
            values["paragraphs"].append(paragraph)
        elif style in {"none", "short"}:
            values["paragraphs"].append(_item(desk, plan, long=style == "none"))
    _end(desk)
    if style == "line" and (not inner or desk.chance(0.3)):
        values["paragraphs"] += [
            _paragraph(desk, plan, desk.rng.randint(1, 3)) for _ in range(desk.rng.choice((1, 1, 2)))
        ]
    if inner:
        setting = desk.writer.setting
        # A time to come that opens the text of an item goes on in its sub-items.
        above, setting.carried = setting.carried, setting.heads[0] if values["paragraphs"] else setting.carried
        values["children"] = _series(desk, plan, series[1:], desk.rng.randint(2, 3))
        setting.carried = above
    desk.writer.setting.path = path
    return Part([(start, desk.draft.length)], Section, values)


def _title(desk: Desk, plan: Plan, *, bare: bool) -> Quote:
    """A heading of at most thirty characters."""
    phrases = data("phrases")
    key = (
        "headings_bare"
        if bare and desk.chance(0.35)
        else "headings_past"
        if plan.modalities[0] == "actual" and desk.chance(0.5)
        else "headings"
    )
    while True:
        desk.refresh()
        text = desk.fill(desk.drawing.one_of(tuple(phrases[key])))
        if len(text) <= 30:
            return desk.draft.quote(text)


def _item(desk: Desk, plan: Plan, *, long: bool) -> Part:
    """What stands behind a marker without a heading: a sentence too long for one, or one that nothing follows."""
    phrases = data("phrases")
    with desk.draft.whole(Paragraph, points=[]) as made:
        desk.refresh()
        if long:
            text = ""
            while len(text) < 48:
                piece = desk.fill(desk.rng.choice([p for p in phrases["plain"] if "<" not in p]))
                text = f"{text}；{piece}" if text else piece
            desk.draft.write(text + "。")
            if desk.chance(0.5):
                _sentence(desk, plan)
        else:
            desk.writer.sentence(desk.fill("{work}，{method}"))
            desk.draft.write("。")
    return made


def _articles(desk: Desk, plan: Plan) -> list[Part]:
    """第一条 and on, perhaps in chapters."""
    count = max(5, min(16, plan.size))
    if count >= 9 and desk.chance(0.7):
        return _chapters(desk, plan, count)
    return [_article(desk, plan, n, n == count) for n in range(1, count + 1)]


def _chapters(desk: Desk, plan: Plan, count: int) -> list[Part]:
    made: list[Part] = []
    titles = ["总则", *desk.rng.sample(["职责分工", "监督管理", "申报与审核", "保障措施", "资金使用"], 2), "附则"]
    each = count // 4
    for n, title in enumerate(titles, 1):
        start = desk.draft.length
        mark = f"第{han(n)}章"
        values: dict[str, Any] = {"level": 1, "ordinal": n, "paragraphs": []}
        with desk.draft.block("heading"):
            values["marker"] = desk.draft.quote(mark)
            desk.draft.write("　")
            values["title"] = desk.draft.quote(title)
        values["heading"] = Part([(start, desk.draft.length)], Node)
        _end(desk)
        desk.writer.setting.path = (mark,)
        first = (n - 1) * each + 1
        values["children"] = [
            _article(desk, plan, k, n == 4 and k == first + each - 1) for k in range(first, first + each)
        ]
        desk.writer.setting.path = ()
        made.append(Part([(start, desk.draft.length)], Section, values))
    return made


def _article(desk: Desk, plan: Plan, n: int, last: bool) -> Part:  # noqa: FBT001
    path = desk.writer.setting.path
    mark = f"第{han(n)}条"
    desk.draft.write(_indent(desk))
    start = desk.draft.length
    desk.writer.setting.path = (*path, mark)
    desk.writer.open_paragraph()
    values: dict[str, Any] = {"level": len(path) + 1, "ordinal": n, "children": []}
    items = not last and n > 2 and desk.chance(0.2)
    with desk.draft.block("paragraph"):
        values["marker"] = desk.draft.quote(mark)
        desk.draft.write("　")
        with desk.draft.whole(Paragraph, points=[]) as paragraph:
            _article_text(desk, plan, n, last=last, items=items)
        values["paragraphs"] = [paragraph]
    _end(desk)
    if items:
        values["children"] = _article_items(desk)
    desk.writer.setting.path = path
    return Part([(start, desk.draft.length)], Section, values)


def _article_text(desk: Desk, plan: Plan, n: int, *, last: bool, items: bool) -> None:
    desk.refresh()
    if n == 1:
        desk.writer.sentence("为{strengthen}{topic}，{effect}，根据<c>，结合{scope}实际，制定本办法")
        desk.draft.write("。")
    elif last:
        desk.draft.write(f"本办法自{desk.day.year + (desk.day.month == 12)}年{desk.day.month % 12 + 1}月1日起施行。")
    elif items:
        desk.writer.sentence("{group}申请办理有关事项，应当符合下列条件")
        desk.draft.write("：")
    elif desk.chance(plan.statement):
        _sentence(desk, plan)
    else:
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["articles"])))
        desk.draft.write("。")


def _article_items(desk: Desk) -> list[Part]:
    path = desk.writer.setting.path
    made: list[Part] = []
    count = desk.rng.randint(2, 4)
    for n in range(1, count + 1):
        desk.draft.write(_indent(desk))
        start = desk.draft.length
        mark = f"（{han(n)}）"
        values: dict[str, Any] = {"level": len(path) + 1, "ordinal": n}
        desk.writer.setting.path = (*path, mark)
        with desk.draft.block("paragraph"):
            values["marker"] = desk.draft.quote(mark)
            with desk.draft.whole(Paragraph, points=[]) as paragraph:
                desk.refresh()
                desk.draft.write(desk.fill("{work}"))
                desk.draft.write("。" if n == count else "；")
        values["paragraphs"] = [paragraph]
        _end(desk)
        made.append(Part([(start, desk.draft.length)], Section, values))
    desk.writer.setting.path = path
    return made
