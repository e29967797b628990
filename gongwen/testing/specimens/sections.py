"""结构层次 (7.3.3): sections within sections, headings alone on a line or run in."""

from __future__ import annotations

from typing import Any

from gongwen.model import Node, Paragraph, Section
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part, Quote
from gongwen.testing.specimens.paragraphs import Plan, end_line, indent, write_paragraphs, write_running, write_sentence
from gongwen.testing.specimens.quantities import han
from gongwen.testing.specimens.stock import data

_SERIES: tuple[tuple[str, ...], ...] = (
    # From the outermost level inwards, as 7.3.3 has it, and as practice has it.
    ("一、", "（一）", "1．", "（1）"),
    ("一、", "（一）", "1.", "（1）"),
    ("一、", "（一）", "1、", "①"),
    ("一、", "1．", "（1）"),
    ("一、", "1.", "①"),
    ("一、", "（一）", "1）"),
    ("（一）", "1.", "（1）"),
    ("1．", "（1）"),
    ("1、", "（1）"),
)


def marker(series: str, n: int) -> str:
    """The n-th marker of a series given by its first: 一、 （一） 1． ①."""
    if "①" in series:
        return chr(ord("①") + n - 1)
    return series.replace("一", han(n)) if "一" in series else series.replace("1", str(n))


def write_levels(desk: Desk, plan: Plan) -> list[Part]:
    """Sections of one to four levels."""
    series = desk.rng.choice(_SERIES[:6] if desk.chance(0.85) else _SERIES)
    count = max(2, min(7, round(plan.size / 4)))
    deep = desk.rng.choice((1, 2, 2, 2, 3, 3, 3, 4))
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
    desk.draft.write(indent(desk))
    desk.writer.open_paragraph()
    start = desk.draft.length
    values: dict[str, Any] = {"level": len(path) + 1, "ordinal": n, "paragraphs": [], "children": []}
    inner = len(series) > 1 and desk.chance(0.8)
    with desk.draft.block("heading" if style == "line" else "paragraph"):
        values["marker"] = quote = desk.draft.quote(mark)
        desk.writer.setting.path = (*path, quote)
        if style in {"line", "run"}:
            values["title"] = _title(desk, plan, bare=style == "line" and len(path) == 0)
        elif style == "label":
            values["title"] = desk.draft.quote(desk.drawing.one_of(tuple(data("phrases")["labels"])))
        if "title" in values:
            values["heading"] = Part([(start, desk.draft.length)], Node)
        if style == "run":
            desk.draft.write("。")
            values["paragraphs"].append(
                write_running(desk, plan, desk.rng.randint(1, 2) if inner else desk.rng.randint(1, 3))
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
    end_line(desk)
    if style == "line" and (not inner or desk.chance(0.3)):
        values["paragraphs"] += write_paragraphs(desk, plan)
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
                write_sentence(desk, plan)
        else:
            desk.writer.sentence(desk.fill("{work}，{method}"))
            desk.draft.write("。")
    return made
