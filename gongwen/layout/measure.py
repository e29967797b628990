"""The measure: how wide the lines of a hard-wrapped text are set, and how its paragraphs open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from gongwen.layout.lines import Line, columns

CLOSED = frozenset("。！？；：")
"""Marks that may close a paragraph."""
OPENS = re.compile(
    r"(?:[一二三四五六七八九十百]{1,4}、|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}）(?![》”，。；：])|\d{1,3}[.、](?!\d)|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十百零\d]{1,5}(?:[章条节编]|部分)(?![，、和及或的之至规第])|——)"
)
"""What opens a paragraph of its own."""
_RAGGED = 7
"""Columns by which a full line may fall short: a Latin word or a closing mark moved down."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a hard-wrapped text is set."""

    columns: int = 0
    """The width of a full line in columns; 0 where lines are not wrapped at a column."""
    characters: int = 0
    """The length of a full line in characters; 0 where lines are not wrapped at a count of them."""

    usual_columns: int = 0
    """The width at which most lines break off; closing marks may hang out of it."""
    usual_characters: int = 0

    def __bool__(self) -> bool:
        return bool(self.columns or self.characters)

    def full(self, line: Line) -> bool:
        """Whether a line reaches the end of the measure, so that the next may go on with it."""
        if self.columns and line.width >= self.columns - _RAGGED:
            return True
        return bool(self.characters) and length(line) >= self.characters - 1

    def room(self, line: Line, below: Line) -> bool:
        """Whether the first characters of the line below would have stood on this one, so that it was ended on purpose."""
        unit = _unit(below.chars)
        return bool(self) and not (
            (self.columns and self.usual_columns - line.width < columns(unit))
            or (self.characters and self.usual_characters - length(line) < len(unit))
        )

    def nearly(self, line: Line) -> bool:
        """Whether a line is so long that no heading is."""
        return line.width >= 0.85 * self.columns if self.columns else length(line) >= 0.85 * self.characters

    def short(self, line: Line) -> bool:
        """Whether a line ends far from the measure, as a heading does."""
        return line.width < 0.6 * self.columns if self.columns else length(line) < 0.6 * self.characters


_UNIT = re.compile(r"(?:[\x21-\x7e]+|.)[，。、；：！？”’》〉）〕]*")


def _unit(chars: str) -> str:
    """What no wrap parts from the first character: the rest of a number or Latin word, closing marks behind it."""
    match = _UNIT.match(chars)
    return match.group() if match else ""


def closed(line: Line) -> bool:
    """Whether a line closes a sentence, quotes and brackets behind the mark not counted."""
    return line.tight.rstrip("”’）》")[-1:] in CLOSED or line.tight[-1] in CLOSED


def length(line: Line) -> int:
    """The characters of a line, a Chinese blank of its indent counted as one."""
    return len(line.chars) + line.indent // 2


def estimate(lines: list[Line]) -> Measure:
    """The measure of the lines; of none where each paragraph is a line of its own."""
    width = _common([line.width for line in lines], lines, shortest=24, longest=110, slack=5)
    characters = _common([length(line) for line in lines], lines, shortest=12, longest=60, slack=1)
    return Measure(
        width,
        characters,
        _usual([line.width for line in lines], lines, width - 5) if width else 0,
        _usual([length(line) for line in lines], lines, characters - 1) if characters else 0,
    )


def _usual(sizes: list[int], lines: list[Line], least: int) -> int:
    """The size at which most full lines break off, the smaller one of two."""
    often = Counter(
        size
        for size, line, below in zip(sizes, lines, [*lines[1:], None], strict=True)
        if size >= least and _broken(line, below)
    )
    return max(often, key=lambda size: (often[size], -size), default=0)


def _common(sizes: list[int], lines: list[Line], *, shortest: int, longest: int, slack: int) -> int:
    """The size at which many lines end without closing a sentence; 0 where they do not."""
    rows = [
        (size, line, below)
        for size, line, below in zip(sizes, lines, [*lines[1:], None], strict=True)
        if size >= shortest
    ]
    if len(rows) < 2:
        return 0
    ranked = sorted(size for size, _, _ in rows)
    # A line or two may be longer than the measure, closing marks hang out of it.
    for full in sorted(set(ranked[int(len(ranked) * 0.8) :]), reverse=True):
        near = [(line, below) for size, line, below in rows if full - slack <= size <= full + 3]
        broken = sum(_broken(line, below) for line, below in near)
        longer = len(ranked) - bisect_right(ranked, full + 3)
        if full <= longest and len(near) >= max(2, 0.25 * len(rows)) and broken >= max(2, 0.3 * len(near)):
            return full if longer <= max(1, 0.15 * len(ranked)) else 0
    return 0


def _broken(line: Line, below: Line | None) -> bool:
    """Whether a line breaks off: it closes no sentence, and the next opens no item."""
    return not closed(line) and below is not None and not OPENS.match(below.tight)
