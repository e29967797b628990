"""Characters on a page to lines: what stands side by side is a line, whatever order the file has it in."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character on the page, in points from the upper left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: int
    confidence: float | None = None


_LEFT = itemgetter(1)
"""The left edge of a glyph."""


@dataclass(slots=True)
class Chunk:
    """Glyphs that the file writes in one go."""

    glyphs: list[Glyph]
    top: float
    bottom: float
    turned: bool = False
    """Written in another direction than the page is read in."""


@dataclass(slots=True)
class Line:
    """A visual line."""

    top: float
    bottom: float
    glyphs: list[Glyph] = field(default_factory=list)


_SAME_LINE = 0.5
"""The share of the lower one's height by which two chunks overlap that stand in one line."""
_SAME_PLACE = 0.3
"""The share of its height within which a glyph stands that is printed twice."""
_TOUCHING = 0.5
"""Points that are no gap."""
BLANK = frozenset(" \u00a0\u3000\t")


def chunk(glyphs: list[Glyph], *, turned: bool = False) -> Chunk:
    """A chunk of glyphs."""
    if len(glyphs) == 1:
        return Chunk(glyphs, glyphs[0].top, glyphs[0].bottom, turned)
    _, _, tops, _, bottoms, _, _ = zip(*glyphs, strict=True)
    return Chunk(glyphs, min(tops), max(bottoms), turned)


def lines(chunks: Sequence[Chunk]) -> list[Line]:
    """The lines of a page from top to bottom; what is turned comes last, a line for each chunk."""
    out: list[Line] = []
    for piece in sorted((c for c in chunks if not c.turned), key=lambda c: (c.top + c.bottom, c.top)):
        line = out[-1] if out else None
        if line is not None and not _overlap(line, piece):
            line = next((line for line in out[-2:-5:-1] if _overlap(line, piece)), None)
        if line is None:
            line = Line(piece.top, piece.bottom)
            out.append(line)
        line.glyphs.extend(piece.glyphs)
    for line in out:
        line.glyphs.sort(key=_LEFT)
        line.glyphs = _once(line.glyphs)
    out.extend(Line(c.top, c.bottom, c.glyphs) for c in chunks if c.turned)
    return [line for line in out if any(glyph.text not in BLANK for glyph in line.glyphs)]


def _overlap(line: Line, piece: Chunk) -> bool:
    top, bottom, other_top, other_bottom = line.top, line.bottom, piece.top, piece.bottom
    shared = (min(other_bottom, bottom)) - (max(other_top, top))
    height, other = bottom - top, other_bottom - other_top
    return shared > _SAME_LINE * (min(other, height))


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without those printed twice on the same place to look bold."""
    out: list[Glyph] = []
    last = -math.inf
    for glyph in glyphs:
        near = _SAME_PLACE * (glyph.bottom - glyph.top)
        if glyph.x0 - last >= near or not any(_same(other, glyph, near) for other in out[-2:]):
            out.append(glyph)
            last = glyph.x0
    return out


def _same(other: Glyph, glyph: Glyph, near: float) -> bool:
    return glyph.x0 - other.x0 < near and glyph.text == other.text and abs(glyph.top - other.top) < near


def spaced(glyphs: Sequence[Glyph], columns: Sequence[float] = ()) -> list[Glyph | str]:
    """The glyphs of a line and the blanks between them: printed, or for a gap; a tab at a column's edge."""
    out: list[Glyph | str] = []
    last: Glyph | None = None
    column = 0
    printed = False
    for glyph in glyphs:
        if glyph.text in BLANK:
            printed = True
            continue
        here = bisect_right(columns, (glyph.x0 + glyph.x1) / 2) if columns else 0
        if last is not None:
            if here != column:
                out.append("\t")
            elif glyph.x0 - last.x1 >= _TOUCHING and (blanks := _blanks(last, glyph, printed=printed)):
                out.append(" " * blanks)
        out.append(glyph)
        last, column, printed = glyph, here, False
    return out


def _blanks(left: Glyph, right: Glyph, *, printed: bool) -> int:
    """How many blanks stand between two glyphs: one for each em of the gap."""
    gap = right.x0 - left.x1
    size = max(1.0, min(left.bottom - left.top, right.bottom - right.top))
    gap /= size
    latin = left.text.isascii() and right.text.isascii() and left.text.isalnum() and right.text.isalnum()
    if gap < (0.12 if latin else 0.35):
        return 1 if printed and gap > 0.05 else 0
    return max(1, min(60, round(gap)))
