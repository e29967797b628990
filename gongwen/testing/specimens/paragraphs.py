"""Paragraphs: sentences one after another, points among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gongwen.model import Paragraph, Point
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part, Quote
from gongwen.testing.specimens.quantities import han
from gongwen.testing.specimens.stock import data

_POINTS = ("一是", "一要", "其一，", "第一，", "首先，", "一方面，", "一方面")
_WORDS = {
    "首先，": ("首先，", "其次，", "再次，", "最后，"),
    "一方面，": ("一方面，", "另一方面，"),
    "一方面": ("一方面", "另一方面"),
}
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


def indent(desk: Desk) -> str:
    """What stands before a paragraph."""
    return str(desk.wishes.get("indent", "　　"))


def end_line(desk: Desk) -> None:
    """End a paragraph, perhaps with a blank line."""
    desk.draft.write("\n" * int(desk.wishes.get("spacing", 1)))


def write_opening(desk: Desk) -> list[Part]:
    """缘由 and the transition to what follows."""
    desk.draft.write(indent(desk))
    desk.writer.open_paragraph()
    with desk.draft.block("paragraph"), desk.draft.whole(Paragraph, points=[]) as made:
        if desk.wishes.get("received"):
            desk.wishes["received"](desk)
        else:
            desk.refresh()
            desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["openings"])))
            desk.draft.write("，")
        desk.draft.write(desk.fill(desk.rng.choice(desk.kind["transitions"])))
    end_line(desk)
    return [made]


def write_plain(desk: Desk, text: str) -> Part:
    """A paragraph of one sentence that is given: the formula that closes a text."""
    desk.draft.write(indent(desk))
    desk.writer.open_paragraph()
    with desk.draft.block("paragraph"), desk.draft.whole(Paragraph, points=[]) as made:
        desk.writer.sentence(text)
    end_line(desk)
    return made


def write_paragraphs(desk: Desk, plan: Plan) -> list[Part]:
    """What stands under a heading: a paragraph or two, or a series of points with a paragraph for each."""
    if desk.chance(0.12):
        return _point_paragraphs(desk, plan)
    return [write_paragraph(desk, plan, desk.rng.randint(1, 3)) for _ in range(desk.rng.choice((1, 1, 2)))]


def write_paragraph(desk: Desk, plan: Plan, sentences: int, *, points: bool | None = None) -> Part:
    """A paragraph of its own line."""
    desk.draft.write(indent(desk))
    desk.writer.open_paragraph()
    with desk.draft.block("paragraph"):
        made = write_running(desk, plan, sentences, points=points)
    end_line(desk)
    return made


def write_running(desk: Desk, plan: Plan, sentences: int, *, points: bool | None = None) -> Part:
    """Sentences one after another; now and then with a series of points."""
    with desk.draft.whole(Paragraph, points=[]) as made:
        if points if points is not None else desk.chance(0.2):
            if desk.chance(0.4):
                write_sentence(desk, plan)
            made.values["points"] = _points(desk, plan)
        else:
            for _ in range(sentences):
                write_sentence(desk, plan)
    return made


def write_sentence(desk: Desk, plan: Plan, *, end: str = "。") -> None:
    """One sentence: a statement, a plain one or a trap."""
    desk.refresh()
    if desk.chance(plan.statement):
        _state(desk, plan)
    elif desk.chance(0.1):
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["traps"])))
    else:
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["plain"])))
    desk.draft.write(end)


def _state(desk: Desk, plan: Plan) -> None:
    """A statement; what a time to come has opened goes on with aims."""
    modality = "target" if desk.writer.setting.heads[-1] else desk.rng.choice(plan.modalities)
    desk.writer.sentence(desk.drawing.one_of(tuple(data("statements")[modality])), modality)


def _point_paragraphs(desk: Desk, plan: Plan) -> list[Part]:
    """Points that open a paragraph each."""
    first = desk.rng.choice(_POINTS[:3])
    made: list[Part] = []
    for n in range(1, desk.rng.randint(3, 4)):
        desk.draft.write(indent(desk))
        desk.writer.open_paragraph()
        with desk.draft.block("paragraph"), desk.draft.whole(Paragraph) as paragraph:
            paragraph.values["points"] = [_point(desk, plan, _point_marker(first, n), n, end="。")]
        end_line(desk)
        made.append(paragraph)
    return made


def _points(desk: Desk, plan: Plan) -> list[Part]:
    """The members of a series: 一是 and 二是, 其一 and 其二."""
    first = desk.rng.choice(_POINTS)
    count = desk.rng.randint(2, min(4, len(_WORDS.get(first, _POINTS))))
    ends = ["；" if desk.chance(0.5) else "。" for _ in range(count - 1)] + ["。"]
    return [_point(desk, plan, _point_marker(first, n), n, end=end) for n, end in enumerate(ends, 1)]


def _point(desk: Desk, plan: Plan, mark: str, n: int, *, end: str) -> Part:
    """One point, with the sentence that may follow it."""
    setting = desk.writer.setting
    path, setting.in_point = setting.path, True
    desk.writer.open_point()
    start = desk.draft.length
    quote = desk.draft.quote(mark)
    setting.path = (*path, quote)
    values: dict[str, Any] = {"ordinal": n, "marker": quote}
    at = desk.draft.length
    desk.refresh()
    if not mark.endswith("要") and desk.chance(plan.statement / 2):
        _state(desk, plan)
    else:
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["points"])))
    desk.draft.write(end)
    if end == "。" and desk.chance(plan.statement):
        write_sentence(desk, plan)
    values["lead"] = Quote([(at, at + _lead(desk.draft.since(at)))])
    setting.path, setting.in_point = path, False
    return Part([(start, desk.draft.length)], Point, values)


def _point_marker(first: str, n: int) -> str:
    return _WORDS[first][n - 1] if first in _WORDS else first.replace("一", han(n))


def _lead(text: str) -> int:
    return min((text.index(mark) for mark in _MARKS if mark in text), default=len(text))
