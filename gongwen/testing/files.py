"""Files: specimens as text, HTML, DOCX and OFD, each with the Document that belongs to the file's own text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from gongwen.model import Document
from gongwen.reading import read
from gongwen.testing.docx import write_docx
from gongwen.testing.ofd import OfdPageDraft, write_ofd
from gongwen.testing.specimens.cells import HOLE, LAYOUT, Cells, Settled
from gongwen.testing.specimens.specimen import Specimen, generate

_BLANK = " \t\r\n\f\u3000\xa0\u2002\u2003"
_LINES, _WIDTH = 22, 28


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
    """Pages of 22 lines of 28 characters (5.1.3), page numbers below."""
    rows = [row for line in _lines(text) for row in _rows(line)]
    pages = []
    for n, first in enumerate(range(0, len(rows), _LINES), 1):
        page = OfdPageDraft()
        for k, row in enumerate(rows[first : first + _LINES]):
            bare = row.lstrip("\u3000 ")
            page.text(bare, x=28 + 5.6 * (len(row) - len(bare)), y=37 + 9.9 * k)
        page.text(f"— {n} —", x=95, y=277, size=4.9)
        pages.append(page)
    return write_ofd(pages)


_GAP = re.compile("(?<=[^\u3000 ])[\u3000 ]{3,}(?=[^\u3000 ])")


def _rows(line: str) -> Iterator[str]:
    """The visual lines of a line; cells that are set apart are moved together before they would wrap."""
    line = line.rstrip(_BLANK)
    gaps = _GAP.findall(line)
    if gaps and len(line) > _WIDTH:
        spare = max(2 * len(gaps), _WIDTH - len(line.strip(_BLANK)) + sum(map(len, gaps)))
        line = _GAP.sub("\u3000" * (spare // len(gaps)), line.lstrip(_BLANK))
    elif len(line) > _WIDTH and len(line.strip(_BLANK)) <= _WIDTH and line.startswith("\u3000" * 3):
        line = "\u3000" * (_WIDTH - len(line.strip(_BLANK))) + line.strip(_BLANK)
    while line:
        yield line[:_WIDTH]
        line = line[_WIDTH:]


FORMATS: dict[str, Callable[[str], bytes]] = {"txt": _text, "html": _html, "docx": _docx, "ofd": _ofd}
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
    settled = Settled(specimen.draft, _followed(specimen.cells, reading.text))
    return File(name, data, settled.document(source=reading.source))


def _followed(cells: Cells, text: str) -> Cells:
    """The cells as they stand in the text of a file: the same characters, other blanks, page numbers between."""
    wanted = [(char, origin) for char, origin in zip(cells.chars, cells.origins, strict=True) if char not in _BLANK]
    chars, origins = list(text), []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip(_BLANK)
        number = bare.startswith("— ") and bare.endswith(" —") and (at >= len(wanted) or wanted[at][0] != "—")
        for char in line:
            if char in _BLANK or number:
                origins.append(HOLE if number and char not in _BLANK else LAYOUT)
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
