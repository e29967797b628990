"""The rows of claims as CSV, Excel, JSON and a table for the terminal."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Any, Protocol

from gongwen.model.rows import COLUMNS, Cell

Row = tuple[Cell, ...]


class Table(Protocol):
    """Makes the bytes of an output of rows."""

    def __call__(self, rows: Iterable[Row], *, chinese: bool) -> bytes:
        """The bytes, with Chinese heads where asked for."""


_NOT_IN_XLSX = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def heads(*, chinese: bool) -> list[str]:
    """The heads of the columns."""
    return [column.term if chinese else column.name for column in COLUMNS]


def to_csv(rows: Iterable[Row], *, chinese: bool) -> bytes:
    """CSV in UTF-8 with a BOM: without one, Excel takes it for the code page of the system."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads(chinese=chinese))
    writer.writerows([_words(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Iterable[Row], *, chinese: bool) -> bytes:
    """An Excel workbook with one sheet, its head frozen and filtered."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "数据"
    sheet.append(heads(chinese=chinese))
    for row in rows:
        sheet.append([_in_sheet(cell) for cell in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words that open with = are no formula
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter, width in {"A": 20, "B": 30, "C": 16, "D": 16, "P": 60}.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def to_json_rows(rows: Iterable[Row], *, chinese: bool) -> bytes:
    """A JSON array with an object for each row; numbers that are exact are strings, as in the model."""
    names = heads(chinese=chinese)
    found = [dict(zip(names, map(_exact, row), strict=True)) for row in rows]
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


# In the order in which the help names them; the table for the terminal is written as it comes.
TABLES: dict[str, Table] = {"csv": to_csv, "xlsx": to_xlsx, "json": to_json_rows}


def _exact(cell: Cell) -> Cell:
    if isinstance(cell, Fraction):
        return f"{cell.numerator}/{cell.denominator}"
    return format(cell, "f") if isinstance(cell, Decimal) else cell


def _words(cell: Cell) -> str:
    return "" if cell is None else str(_exact(cell))


def _in_sheet(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return _NOT_IN_XLSX.sub("", cell)
    return _exact(cell) if isinstance(cell, Fraction) else cell
