"""Files: specimens as text, HTML, DOCX, OFD and PDF, each with the Document that belongs to the file's own text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from gongwen.model import Document
from gongwen.reading import read
from gongwen.testing.docx import write_docx
from gongwen.testing.ofd import OfdPageDraft, write_ofd
from gongwen.testing.pdf import PdfPageDraft, write_pdf
from gongwen.testing.specimens.cells import HOLE, LAYOUT, Cells, Settled
from gongwen.testing.specimens.rows import breaks
from gongwen.testing.specimens.specimen import Specimen, generate

_BLANK = " \t\r\n\f\u3000\xa0\u2002\u2003"
_LINES, _WIDTH = 22, 28
_POINT = 72 / 25.4


@dataclass(frozen=True, slots=True)
class File:
    """文件: its name, its bytes, and the Document that a perfect parser makes of it."""

    name: str
    data: bytes
    document: Document


def _lines(text: str) -> list[str]:
    return [line for line in text.replace("\r", "").split("\n") if line.strip(_BLANK)]


def _text(text: str) -> bytes:
    return text.encode()


def _html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in _lines(text))
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body><div>\n{paragraphs}</div></body></html>\n'.encode()


def _docx(text: str) -> bytes:
    return write_docx(_lines(text))


def _ofd(text: str) -> bytes:
    pages = []
    for rows in _pages(text):
        page = OfdPageDraft()
        for row, x, y, size in rows:
            page.text(row, x=x, y=y, size=size)
        pages.append(page)
    return write_ofd(pages)


def _pdf(text: str) -> bytes:
    pages = []
    for rows in _pages(text):
        page = PdfPageDraft()
        for row, x, y, size in rows:
            # A PDF counts in points and from the baseline, 0.88 of the size below the upper edge. Without a font
            # at hand PDFium leaves a lone character out: it has no extent.
            text = row if len(row) > 1 else f"{row} "
            page.text(text, round(x * _POINT, 2), round((y + 0.88 * size) * _POINT, 2), round(size * _POINT, 2))
        pages.append(page)
    return write_pdf(pages)


Row = tuple[str, float, float, float]
"""A visual line: its characters, where it begins from the left and from above, the size of its letters; in mm."""


def _pages(text: str) -> Iterator[list[Row]]:
    """Pages of 22 lines of 28 characters (5.1.3), page numbers below."""
    rows = [row for line in _lines(text) for row in _rows(line)]
    for n, first in enumerate(range(0, len(rows), _LINES), 1):
        page = list(map(_placed, range(_LINES), rows[first : first + _LINES]))
        yield [*page, (f"— {n} —", 95, 277, 4.9)]


def _placed(k: int, row: str) -> Row:
    """A row in its place on the page: blanks before it are left out, and it begins further right."""
    bare = row.lstrip("\u3000 ")
    # An imprint too long for its line is set smaller, as 版记 is anyway (7.4: 四号).
    size = 5.6 * min(1.0, (_WIDTH + 2) / len(row))
    return bare, 28 + 5.6 * (len(row) - len(bare)), 37 + 9.9 * k, size


_GAP = re.compile("(?<=[^\u3000 ])[\u3000 ]{3,}(?=[^\u3000 ])")


def _rows(line: str) -> Iterator[str]:
    """The visual lines of a line; cells that are set apart stay on one, moved together where they are too long."""
    line = line.rstrip(_BLANK)
    bare = line.strip(_BLANK)
    gaps = _GAP.findall(bare)
    if len(line) > _WIDTH and gaps:
        spare = max(2 * len(gaps), _WIDTH - len(bare) + sum(map(len, gaps)))
        yield _GAP.sub("\u3000" * (spare // len(gaps)), bare)
    elif len(line) > _WIDTH >= len(bare) and line.startswith("\u3000" * 3):
        yield "\u3000" * (_WIDTH - len(bare)) + bare
    else:
        places = [0, *breaks(line, _WIDTH, whole_words=True), len(line)]
        yield from (line[start:end] for start, end in pairwise(places))


FORMATS: dict[str, Callable[[str], bytes]] = {"txt": _text, "html": _html, "docx": _docx, "ofd": _ofd, "pdf": _pdf}
"""The formats that are written, by the ending of the file's name."""


def write_file(specimen: Specimen, form: str) -> File:
    """The specimen as a file of this format, with the Document that goes with the file's text.

    What the format does to the text (lines, pages, numbers that are counted) moves the offsets; the values stay.
    """
    if form not in FORMATS:
        raise ValueError(f"没有这样的格式：{form}，可用的有 {'、'.join(FORMATS)}")
    data = FORMATS[form](specimen.text)
    name = f"{specimen.name}.{form}"
    if form == "txt":
        return File(name, data, specimen.document)
    reading = read(data, name)
    settled = Settled(specimen.draft, _followed(specimen.cells, reading.text, specimen.draft.gaps))
    return File(name, data, settled.document(source=reading.source))


def _followed(cells: Cells, text: str, gaps: set[int]) -> Cells:
    """The cells as they stand in the text of a file: the same characters, other blanks, page numbers between.

    A blank in the place of one that a reader keeps is that blank.
    """
    wanted = [(char, origin) for char, origin in zip(cells.chars, cells.origins, strict=True) if char not in _BLANK]
    chars, origins = list(text), []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip(_BLANK)
        number = bare.startswith("— ") and bare.endswith(" —") and (at >= len(wanted) or wanted[at][0] != "—")
        for char in line:
            if char in _BLANK:
                gap = wanted[at - 1][1] + 1 if at else 0
                origins.append(gap if gap in gaps else LAYOUT)
            elif number:
                origins.append(HOLE)
            elif at < len(wanted) and wanted[at][0] == char:
                origins.append(wanted[at][1])
                at += 1
            else:
                raise ValueError(f"文件的文字与样本不同：{line[:40]!r}")
    return Cells(chars, origins)


def write_corpus(
    folder: Path, count: int, *, seed: int = 0, formats: tuple[str, ...] = tuple(FORMATS), **wishes: Any
) -> None:
    """Write specimens to a folder, the formats in turn, each with its gold in a file of the same name and ``.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    for k in range(count):
        file = write_file(generate(seed + k, **wishes), formats[k % len(formats)])
        (folder / file.name).write_bytes(file.data)
        gold = json.dumps(file.document.model_dump(mode="json"), ensure_ascii=False, indent=1)
        (folder / file.name).with_suffix(".json").write_text(gold, encoding="utf-8")
