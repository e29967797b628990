"""表格: rows of cells to lines, for the formats that only say that there is a table."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.reading.draft import Draft
from gongwen.reading.page import ParagraphPart

Cell = Sequence[str]
"""The lines of a cell."""
_LONG = 12
"""Lines that no cell of a data table has."""


def write_grid(draft: Draft, rows: Sequence[Sequence[Cell]], part: ParagraphPart | None = None) -> None:
    """Write the rows, as a table where they hold data, else as the lines that they arrange."""
    rows = [[[one_line(line) for line in cell if line.strip()] for cell in row] for row in rows]
    if not is_data(rows):
        _arrangement(draft, rows, part)
        return
    with draft.table() as out:
        for row in rows:
            out.append(tuple(" ".join(cell) for cell in row))
            _row(draft, out[-1], part)


def one_line(text: str) -> str:
    """The text of a cell without tabs and line ends, which stand between cells and rows."""
    return text.replace("\t", " ").replace("\n", " ").replace("\r", " ").strip(" ")


def is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table holds data: two rows with two cells each, none of them a page of text."""
    filled = [[cell for cell in row if cell] for row in rows]
    return sum(len(row) >= 2 for row in filled) >= 2 and not any(len(cell) > _LONG for row in filled for cell in row)


def _arrangement(draft: Draft, rows: Sequence[Sequence[Cell]], part: ParagraphPart | None) -> None:
    """A table that only arranges the page: 文号 beside 签发人, 版记 between rules."""
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
            _row(draft, tuple(cell[0] for cell in filled), part)
        else:
            for cell in filled:
                for line in cell:
                    _row(draft, (line,), part)


def _row(draft: Draft, cells: tuple[str, ...], part: ParagraphPart | None) -> None:
    draft.write("\t".join(cells))
    draft.end_line(part=part)
