"""The text of pages in the making: lines with their indents, runs, tables, page ends."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gongwen.model import Box
from gongwen.reading.glyphs import BLANK, Glyph, Line, spaced
from gongwen.reading.page import Run
from gongwen.reading.ruled import Grid

_INDENT = "\u3000"
_MOST = 40
_EDGE = 0.07
"""The part of the page at its head and foot where no body text stands."""
_LONG = 10
"""Glyphs of a line that tells where the margin is."""


class Sheet(NamedTuple):
    """A page's lines and tables."""

    lines: Sequence[Line]
    width: float
    height: float
    grids: Sequence[Grid] = ()


class PlacedTable(NamedTuple):
    """Where in the text a table stands."""

    start: int
    end: int
    page: int
    grid: Grid


def margin(sheets: Iterable[Sheet]) -> float:
    """版心's left edge: the leftmost place where long lines begin again and again, or any where none is long."""
    lines = [line for sheet in sheets for line in sheet.lines if _in_body(line, sheet)]
    starts = Counter(round(_first(line).x0 / 2) * 2 for line in lines if len(line.glyphs) >= _LONG)
    often = [at for at, count in starts.items() if count * 8 >= starts.total()]
    return float(min(often, default=min((_first(line).x0 for line in lines), default=0.0)))


def _in_body(line: Line, sheet: Sheet) -> bool:
    """Whether a line stands in 版心: not where running heads and page numbers are, and in no table."""
    inside = _EDGE * sheet.height < line.top < (1 - _EDGE) * sheet.height
    return inside and not any(grid.holds(line) for grid in sheet.grids)


class PageText:
    """Writes pages one after another."""

    def __init__(self) -> None:
        self.length = 0
        self.runs: list[Run] = []
        self.edges = array("f")
        self.tables: list[PlacedTable] = []
        self.spans: list[tuple[int, int]] = []
        self._pieces: list[str] = []

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def write(self, sheet: Sheet, left: float) -> None:
        """Write a page whose margin stands at ``left``."""
        if self.spans:
            self._blank("\f", 0.0)
        start = self.length
        number = len(self.spans) + 1
        places: dict[int, tuple[int, int]] = {}
        for line in sheet.lines:
            if self.length > start:
                self._blank("\n", 0.0)
            held = [k for k, grid in enumerate(sheet.grids) if grid.holds(line)]
            if not held:
                self._blank(_INDENT * _indent(line, left), left)
            begin = self.length
            self._line(line, number, sheet.grids[held[0]].edges(line) if held else ())
            for k in held:
                places[k] = (places.get(k, (begin, 0))[0], self.length)
        self.tables.extend(PlacedTable(*places[k], number, sheet.grids[k]) for k in places)
        self.spans.append((start, self.length))

    def _blank(self, text: str, at: float) -> None:
        """Write what stands nowhere: blanks and line ends."""
        self._pieces.append(text)
        self.length += len(text)
        self.edges.extend([at] * (2 * len(text)))

    def _line(self, line: Line, page: int, columns: Sequence[float]) -> None:
        """Write a line, a run for each stretch of one look; blanks stand at the end of the glyph before."""
        held: list[Glyph] = []
        texts: list[str] = []
        sides: list[float] = []
        begin = end = self.length
        for glyph in spaced(line.glyphs, columns):
            if isinstance(glyph, str):
                texts.append(glyph)
                sides.extend([held[-1].x1 if held else 0.0] * (2 * len(glyph)))
                end += len(glyph)
                continue
            text, x0, _, x1, _, style, confidence = glyph
            if held and (held[-1].style != style or held[-1].confidence != confidence):
                self.runs.append(_run(held, begin, end, page))
                held, begin = [], end
            held.append(glyph)
            texts.append(text)
            sides += (x0, x1) * len(text)
            end += len(text)
        self._pieces.extend(texts)
        self.edges.extend(sides)
        self.length = end
        if held:
            self.runs.append(_run(held, begin, end, page))


def _run(held: list[Glyph], begin: int, end: int, page: int) -> Run:
    _, x0, top, x1, bottom, styles, confidences = zip(*held, strict=True)
    return Run(begin, end, styles[0], Box(page, min(x0), min(top), max(x1), max(bottom)), confidences[0])


def _first(line: Line) -> Glyph:
    """The first glyph of a line that is no blank."""
    return next((glyph for glyph in line.glyphs if glyph.text not in BLANK), line.glyphs[0])


def _indent(line: Line, left: float) -> int:
    """How many characters a line stands in from the margin."""
    first = _first(line)
    size = max(1.0, first.bottom - first.top)
    return max(0, min(_MOST, round((first.x0 - left) / size)))
