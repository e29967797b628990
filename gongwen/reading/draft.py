"""A text in the making: lines, looks and tables are written down in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gongwen.model import Table
from gongwen.reading.page import Alignment, PageLayout, ParagraphForm, ParagraphPart, Run, Style
from gongwen.text import clean, place

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = Style()


class Draft:
    """Collects a Reading's text with what is known of its characters and paragraphs."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._styles: dict[Style, int] = {}
        self._forms: list[ParagraphForm] = []
        self._tables: list[tuple[int, int, tuple[tuple[str, ...], ...]]] = []
        self._line = 0

    def write(self, text: str, style: Style = PLAIN) -> None:
        """Go on in the line."""
        if not text:
            return
        if style != PLAIN:
            number = self._styles.setdefault(style, len(self._styles))
            last = self._runs[-1] if self._runs else None
            if last and last.end == self.length and last.style == number:
                self._runs[-1] = last._replace(end=self.length + len(text))
            else:
                self._runs.append(Run(self.length, self.length + len(text), number))
        self._pieces.append(text)
        self.length += len(text)

    def end_line(
        self,
        *,
        style: str | None = None,
        alignment: Alignment | None = None,
        indent: float | None = None,
        outline_level: int | None = None,
        number_level: int | None = None,
        marker: int = 0,
        part: ParagraphPart | None = None,
    ) -> None:
        """End the line; ``marker`` is the length of the automatic number that it opens with."""
        place_of_marker = (self._line, self._line + marker) if marker else None
        form = ParagraphForm(
            self._line,
            self.length,
            style,
            alignment,
            indent or None,
            outline_level,
            number_level,
            place_of_marker,
            part,
        )
        if any(value is not None for value in form[2:]):
            self._forms.append(form)
        self.write("\n")
        self._line = self.length

    @property
    def in_line(self) -> bool:
        """Whether something stands in the line already."""
        return self.length > self._line

    @contextmanager
    def table(self) -> Iterator[list[tuple[str, ...]]]:
        """Write a table: what is written inside is its place, what is appended are its rows."""
        start, rows = self.length, list[tuple[str, ...]]()
        yield rows
        if self.length > start:
            self._tables.append((start, self.length, tuple(rows)))

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def tables(self, text: str) -> tuple[Table, ...]:
        """The tables, in place."""
        return tuple(make_table(text, ((start, end),), rows) for start, end, rows in self._tables)

    def layout(self) -> PageLayout | None:
        """The looks, where anything is known."""
        if not self._runs and not self._forms:
            return None
        return PageLayout(self._runs, tuple(self._styles), forms=self._forms)


def make_table(
    text: str, spans: tuple[tuple[int, int], ...], rows: Sequence[tuple[str, ...]], page: int | None = None
) -> Table:
    """A Table in place, its spans without the line end behind the last row."""
    start, end = spans[-1]
    spans = (*spans[:-1], (start, start + len(text[start:end].rstrip("\n\f"))))
    cells = tuple(tuple(clean(cell) for cell in row) for row in rows)
    return Table.model_validate({**place(text, spans), "rows": cells, "page": page})
