"""Pages of lines to a Reading: a line of text for each visual line, a form feed between pages."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from gongwen.model import Diagnostic, Page, Source, Table
from gongwen.reading.draft import make_table
from gongwen.reading.failure import UnreadableError
from gongwen.reading.glyphs import Glyph, Line, spaced
from gongwen.reading.limits import MAX_CHARACTERS
from gongwen.reading.page import Box, PageLayout, Run, Style
from gongwen.reading.reading import Reading
from gongwen.reading.ruled import Grid


class Pages:
    """Collects pages."""

    def __init__(self, name: str | None) -> None:
        self._name = name
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._styles: dict[Style, int] = {}
        self._edges = array("f")
        self._pages: list[Page] = []
        self._tables: list[tuple[int, int, int, Grid]] = []
        self.notes: list[Diagnostic] = []

    def style(self, style: Style) -> int:
        """The number of a style."""
        return self._styles.setdefault(style, len(self._styles))

    def add(self, lines: Iterable[Line], width: float, height: float, grids: Sequence[Grid] = ()) -> None:
        """Add a page."""
        if self._pages:
            self._write("\f", 0.0)
        start = self._length
        number = len(self._pages) + 1
        places: dict[int, tuple[int, int]] = {}
        for line in lines:
            if self._length > start:
                self._write("\n", 0.0)
            begin = self._length
            held = [k for k, grid in enumerate(grids) if grid.holds(line)]
            self._line(line, number, grids[held[0]].edges(line) if held else ())
            for k in held:
                places[k] = (places.get(k, (begin, 0))[0], self._length)
        self._tables.extend((*places[k], number, grids[k]) for k in places)
        self._pages.append(Page(number=number, span=(start, self._length), width=width, height=height))
        if self._length > MAX_CHARACTERS:
            raise UnreadableError(f"文字过多（上限 {MAX_CHARACTERS} 字）", self._name)

    def note(self, code: str, message: str, *, severity: str = "warning") -> None:
        """Say something of the page that was added last."""
        span = self._pages[-1].span if self._pages else (0, 0)
        spans = (span,) if span[1] > span[0] else ()
        self.notes.append(
            Diagnostic.model_validate({"code": code, "severity": severity, "message": message, "spans": spans})
        )

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def length(self) -> int:
        """How many characters there are, page ends left out."""
        return self._length - max(0, len(self._pages) - 1)

    def reading(self, source: Source) -> Reading:
        """All pages as a Reading."""
        text = "".join(self._pieces)
        tables = tuple(self._table(text, *found) for found in self._tables)
        widths = [page.width or 0.0 for page in self._pages]
        layout = PageLayout(self._runs, tuple(self._styles), widths=widths, edges=self._edges)
        source = source.model_copy(update={"pages": tuple(self._pages)})
        return Reading(text, source, tables, tuple(self.notes), layout)

    def _table(self, text: str, start: int, end: int, page: int, grid: Grid) -> Table:
        return make_table(text, ((start, end),), grid.rows, page)

    def _write(self, text: str, at: float) -> None:
        """Write what stands nowhere: blanks and line ends."""
        self._pieces.append(text)
        self._length += len(text)
        self._edges.extend([at] * (2 * len(text)))

    def _line(self, line: Line, page: int, columns: Sequence[float]) -> None:
        held: list[Glyph] = []
        begin = self._length
        for glyph in spaced(line.glyphs, columns):
            if isinstance(glyph, str):
                self._write(glyph, held[-1].x1 if held else 0.0)
                continue
            if held and (held[-1].style != glyph.style or held[-1].confidence != glyph.confidence):
                self._run(held, begin, page)
                held, begin = [], self._length
            held.append(glyph)
            self._pieces.append(glyph.text)
            self._length += len(glyph.text)
            self._edges.extend((glyph.x0, glyph.x1) * len(glyph.text))
        if held:
            self._run(held, begin, page)

    def _run(self, held: list[Glyph], begin: int, page: int) -> None:
        box = Box(
            page,
            min(g.x0 for g in held),
            min(g.top for g in held),
            max(g.x1 for g in held),
            max(g.bottom for g in held),
        )
        self._runs.append(Run(begin, self._length, held[0].style, box, held[0].confidence))
