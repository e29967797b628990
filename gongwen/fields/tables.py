"""表格 in plain text: rows whose cells stand between tabs or wide blanks."""

from __future__ import annotations

import re

from gongwen.layout import Element, Ground, Line, Sheet
from gongwen.model import Table

_GAP = re.compile(r" *\t *| {1,}")


def find_tables(ground: Ground, sheet: Sheet) -> tuple[Table, ...]:
    """The tables of the text and of the texts printed along, one for each run of rows."""
    runs: list[list[Line]] = []
    for part in (sheet, *sheet.attachments):
        last: Element | None = None
        for element in part.elements:
            if element.slot == "table":
                if last is not None and last.slot == "table":
                    runs[-1].extend(element.lines)
                else:
                    runs.append(list(element.lines))
            last = element
    return tuple(_table(ground, lines) for lines in runs)


def _table(ground: Ground, lines: list[Line]) -> Table:
    text = ground.text(lines).place()
    return Table(rows=tuple(_cells(ground, line) for line in lines), **text)


def _cells(ground: Ground, line: Line) -> tuple[str, ...]:
    """The cells of a row; a line without gaps is one cell."""
    printed = ground.source[line.start : line.end]
    parts = printed.split("\t") if line.tabs else _GAP.split(line.chars)
    return tuple(part.strip() for part in parts)
