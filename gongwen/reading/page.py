"""版面: where the characters stand on the page and how they look.

The cues of the layout are drawn from this (red head, large title, date on the right), and
``Document.boxes`` draws every part on its page. It is kept compactly, one :class:`Run` for
each stretch of one look in one line, and computed from only when asked.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from gongwen.model import Box

Alignment = Literal["left", "centre", "right"]


ParagraphPart = Literal["header", "footer", "footnote", "textbox"]


class Style(NamedTuple):
    """How a run of characters looks."""

    font: str | None = None
    """字体, as the file names it."""
    size: float | None = None
    """字号 in points: 16 is 三号, 22 is 二号."""
    bold: bool = False
    red: bool = False


class Run(NamedTuple):
    """Characters of one style that stand side by side in one line."""

    start: int
    end: int
    style: int
    """Index in ``PageLayout.styles``."""
    box: Box | None = None
    confidence: float | None = None
    """Of OCR, 0 to 1."""


class ParagraphForm(NamedTuple):
    """What a word processor says of a paragraph."""

    start: int
    end: int
    style: str | None = None
    """样式名, as the file names it."""
    alignment: Alignment | None = None
    indent: float | None = None
    """缩进 of its first line in characters, blanks typed in the text not counted."""
    outline_level: int | None = None
    """大纲级别, 0 for the outermost."""
    number_level: int | None = None
    """The level of its automatic number, 0 for the outermost; None where it has none."""
    marker: tuple[int, int] | None = None
    """Where in the text its automatic number stands."""
    part: ParagraphPart | None = None
    """Where it stands if not in the body: a running head, a foot, a note, a text box."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a stretch: what most of its characters have."""

    size: float | None
    """字号 in points."""
    bold: bool
    red: bool
    font: str | None
    left: float | None
    """Left edge of the line that it begins in, as a fraction of the page's width, where known."""
    right: float | None
    """Right edge of that line as a fraction of the page's width, where known."""
    alignment: Alignment | None

    @property
    def centred(self) -> bool:
        """居中."""
        return self.alignment == "centre"


class PageLayout:
    """The places and looks of a text's characters."""

    __slots__ = ("_edges", "_form_starts", "_starts", "_widths", "forms", "runs", "styles")

    def __init__(
        self,
        runs: Sequence[Run],
        styles: Sequence[Style],
        *,
        widths: Sequence[float] = (),
        edges: array[float] | None = None,
        forms: Sequence[ParagraphForm] = (),
    ) -> None:
        """``runs`` and ``forms`` in order; ``widths`` of the pages; ``edges``: left and right of each character."""
        self.runs = tuple(runs)
        self.styles = tuple(styles)
        self.forms = tuple(forms)
        self._widths = tuple(widths)
        self._edges = edges
        self._starts = array("L", (run.start for run in self.runs))
        self._form_starts = array("L", (form.start for form in self.forms))

    def boxes(self, spans: Iterable[tuple[int, int]]) -> tuple[Box, ...]:
        """The rectangles of the spans, one for each line that they touch."""
        out: list[Box] = []
        for start, end in spans:
            for run in self._within(start, end):
                box = self._part(run, max(start, run.start), min(end, run.end))
                if box is None:
                    continue
                if out and _beside(out[-1], box):
                    out[-1] = _union(out[-1], box)
                else:
                    out.append(box)
        return tuple(out)

    def look(self, start: int, end: int) -> Look | None:
        """How the stretch looks; None where nothing is known of it."""
        form = self.form(start)
        weights: dict[int, int] = {}
        for run in self._within(start, end):
            weights[run.style] = weights.get(run.style, 0) + min(end, run.end) - max(start, run.start)
        if not weights and (form is None or form.alignment is None):
            return None
        main = self.styles[max(weights, key=weights.__getitem__)] if weights else Style()
        half = sum(weights.values()) / 2
        left, right = self._sides(start, end)
        return Look(
            size=main.size,
            bold=sum(n for k, n in weights.items() if self.styles[k].bold) > half,
            red=sum(n for k, n in weights.items() if self.styles[k].red) > half,
            font=main.font,
            left=left,
            right=right,
            alignment=form.alignment if form else _alignment(left, right),
        )

    def form(self, offset: int) -> ParagraphForm | None:
        """What the word processor says of the paragraph at an offset, where known."""
        k = bisect_right(self._form_starts, offset) - 1
        return self.forms[k] if k >= 0 and offset < max(self.forms[k].end, self.forms[k].start + 1) else None

    def confidence(self, spans: Iterable[tuple[int, int]]) -> float | None:
        """The lowest confidence of OCR in the spans, 0 to 1; None where the text was not recognised."""
        found = [run.confidence for a, b in spans for run in self._within(a, b) if run.confidence is not None]
        return min(found, default=None)

    def _within(self, start: int, end: int) -> Iterator[Run]:
        return (self.runs[k] for k in self._indices(start, end))

    def _indices(self, start: int, end: int) -> Iterator[int]:
        k = max(0, bisect_right(self._starts, start) - 1)
        while k < len(self.runs) and self.runs[k].start < end:
            if self.runs[k].end > start:
                yield k
            k += 1

    def _part(self, run: Run, start: int, end: int) -> Box | None:
        box = run.box
        if box is None or (start, end) == (run.start, run.end):
            return box
        if self._edges is not None:
            sides = self._edges[2 * start : 2 * end]
            return box._replace(x0=min(sides), x1=max(sides))
        step = (box.x1 - box.x0) / (run.end - run.start)
        return box._replace(x0=box.x0 + step * (start - run.start), x1=box.x0 + step * (end - run.start))

    def _sides(self, start: int, end: int) -> tuple[float | None, float | None]:
        """The edges of the line that a stretch begins in."""
        runs = self.runs
        first = next((k for k in self._indices(start, end) if runs[k].box), None)
        box = None if first is None else runs[first].box
        if first is None or box is None or box.page > len(self._widths):
            return None, None
        line = box
        for step in (-1, 1):
            k = first + step
            while 0 <= k < len(runs) and (other := runs[k].box) and _in_one_line(box, other):
                line = _union(line, other)
                k += step
        width = self._widths[box.page - 1] or 1.0
        return line.x0 / width, line.x1 / width


def _beside(a: Box, b: Box) -> bool:
    """Whether b goes on in the line of a."""
    return b.x0 >= a.x0 and _in_one_line(a, b)


def _in_one_line(a: Box, b: Box) -> bool:
    """Whether two boxes stand side by side."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return a.page == b.page and overlap > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def _union(a: Box, b: Box) -> Box:
    return Box(a.page, min(a.x0, b.x0), min(a.top, b.top), max(a.x1, b.x1), max(a.bottom, b.bottom))


def _alignment(left: float | None, right: float | None) -> Alignment | None:
    """版心 is 156 of 210 mm wide: a line that fills it says nothing."""
    if left is None or right is None:
        return None
    if left > 0.16 and abs(left + right - 1) < 0.04:
        return "centre"
    return "right" if left > 0.45 and right > 0.7 else "left"
