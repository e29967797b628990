"""Pages of lines to a Reading: a line of text for each visual line, a form feed between pages."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.model import Diagnostic, Page, Source
from gongwen.reading.draft import make_table
from gongwen.reading.failure import UnreadableError
from gongwen.reading.glyphs import Line
from gongwen.reading.limits import MAX_CHARACTERS
from gongwen.reading.page import PageLayout, Style
from gongwen.reading.page_text import PageText, Sheet, margin
from gongwen.reading.reading import Reading
from gongwen.reading.ruled import Grid

_ENOUGH = 30
"""Pages that show where the margin is."""


class Pages:
    """Collects pages."""

    def __init__(self, name: str | None) -> None:
        self._name = name
        self._styles: dict[Style, int] = {}
        self._written = PageText()
        self._waiting: list[Sheet] = []
        self._margin: float | None = None
        self._sizes: list[tuple[float, float]] = []
        self._notes: list[tuple[int, str, str, str]] = []

    def style(self, style: Style) -> int:
        """The number of a style."""
        return self._styles.setdefault(style, len(self._styles))

    def add(self, lines: Sequence[Line], width: float, height: float, grids: Sequence[Grid] = ()) -> None:
        """Add a page."""
        self._sizes.append((width, height))
        self._waiting.append(Sheet(lines, width, height, grids))
        if len(self._waiting) >= _ENOUGH:
            self._write()

    def note(self, code: str, message: str, *, severity: str = "warning") -> None:
        """Say something of the page that was added last."""
        self._notes.append((len(self._sizes) - 1, code, message, severity))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def only_pictures(self) -> bool:
        """Whether every page is a picture that could not be recognised."""
        return (
            bool(self._notes)
            and len(self._notes) == self.count
            and all(note[1] == "ocr_missing" for note in self._notes)
        )

    def reading(self, source: Source) -> Reading:
        """All pages as a Reading."""
        self._write()
        written = self._written
        text = written.text()
        pages = tuple(
            Page(number=k + 1, span=span, width=width, height=height)
            for k, (span, (width, height)) in enumerate(zip(written.spans, self._sizes, strict=True))
        )
        return Reading(
            text=text,
            source=source.model_copy(update={"pages": pages}),
            tables=tuple(make_table(text, ((t.start, t.end),), t.grid.rows, t.page) for t in written.tables),
            diagnostics=tuple(self._diagnostic(*note) for note in self._notes),
            layout=PageLayout(
                written.runs, tuple(self._styles), widths=[width for width, _ in self._sizes], edges=written.edges
            ),
        )

    def _write(self) -> None:
        if self._margin is None:
            self._margin = margin(self._waiting)
        for sheet in self._waiting:
            self._written.write(sheet, self._margin)
        self._waiting = []
        if self._written.length > MAX_CHARACTERS:
            raise UnreadableError(f"文字过多（上限 {MAX_CHARACTERS} 字）", self._name)

    def _diagnostic(self, page: int, code: str, message: str, severity: str) -> Diagnostic:
        start, end = self._written.spans[page]
        spans = ((start, end),) if end > start else ()
        return Diagnostic.model_validate({"code": code, "severity": severity, "message": message, "spans": spans})
