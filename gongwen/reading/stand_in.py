"""A font that stands in for every font that a PDF names and does not hold.

PDFium asks the system for such fonts, and where it finds none with a glyph for a character, an object that shows
nothing but this character is left out of the text of the page without a word. What is read must not depend on the
fonts of the machine: while a text is read, PDFium is given this font, in which every character but blanks is a
small box. Widths and heights come from the PDF. Pictures of pages are made with the fonts of the system.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Any

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_BOX = (100, 0, 400, 700)
"""Narrow enough to stand within the width of a digit."""
_BLANKS = (0x20, 0xA0, 0x3000)
_LAST = 0x10FFFF
_CHINESE = 134
"""The number of GB2312 among the character sets of PDFium."""
_HANDLE = 1
_NAME = b"gongwen\0"


@contextmanager
def stand_in_fonts() -> Iterator[None]:
    """PDFium's fonts are the stand-in inside, those of the system after; only one thread may be in here.

    A font source that the process gave PDFium before is not given back to it.
    """
    _use_stand_in()
    try:
        yield
    finally:
        _use_system()


@contextmanager
def system_fonts() -> Iterator[None]:
    """Inside of ``stand_in_fonts``, the fonts of the system for a while, to draw a page."""
    _use_system()
    try:
        yield
    finally:
        _use_stand_in()


_LENT: list[Any] = []
"""The description of the system's fonts that PDFium holds at the moment, to be freed when it holds another."""


def _use_stand_in() -> None:
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    raw.FPDF_SetSystemFontInfo(ctypes.byref(_source()))
    while _LENT:
        raw.FPDF_FreeDefaultSystemFontInfo(_LENT.pop())


def _use_system() -> None:
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    system = raw.FPDF_GetDefaultSystemFontInfo()
    raw.FPDF_SetSystemFontInfo(system or None)
    if system:
        _LENT.append(system)


@cache
def _source() -> Any:
    """The stand-in as PDFium asks for fonts."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    font = stand_in()

    def data(_this: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        return 0 if table else _hand_over(font, buffer, size)

    def name(_this: Any, _font: Any, buffer: Any, size: int) -> int:
        return _hand_over(_NAME, buffer, size)

    answers = {
        "Release": lambda _this: None,
        "EnumFonts": lambda _this, _mapper: None,
        "MapFont": lambda *_wishes: _HANDLE,
        "GetFont": lambda _this, _face: _HANDLE,
        "GetFontData": data,
        "GetFaceName": name,
        "GetFontCharset": lambda _this, _font: _CHINESE,
        "DeleteFont": lambda _this, _font: None,
    }
    source = raw.FPDF_SYSFONTINFO(version=1)
    for field, kind in raw.FPDF_SYSFONTINFO._fields_:
        if field in answers:
            setattr(source, field, kind(answers[field]))
    return source


def _hand_over(data: bytes, buffer: Any, size: int) -> int:
    """Copy data where there is room for it; gives the bytes that it takes."""
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


def stand_in() -> bytes:
    """The font, in TrueType: glyph 0 is empty, glyph 1 is the box, and all characters but blanks are glyph 1."""
    x0, y0, x1, y1 = _BOX
    box = struct.pack(">5h2H4B8h", 1, *_BOX, 3, 0, 1, 1, 1, 1, x0, x1 - x0, 0, x0 - x1, y0, 0, y1 - y0, 0)
    tables = {
        b"cmap": _meanings(),
        b"glyf": box,
        b"head": struct.pack(">4I2H2q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, *_BOX, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, _ASCENT, _DESCENT, 0, _EM, 0, 0, x1, 1, *[0] * 7, 1),
        b"hmtx": struct.pack(">Hhh", _EM, 0, x0),
        b"loca": struct.pack(">3I", 0, 0, len(box)),
        b"maxp": struct.pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 1, *[0] * 8),
    }
    return _file(tables)


def _meanings() -> bytes:
    """Which glyph a character is: ranges of many characters to one glyph (format 13)."""
    ranges = [(a + 1, b - 1) for a, b in pairwise((*_BLANKS, _LAST + 1))]
    groups = b"".join(struct.pack(">3I", first, last, 1) for first, last in ranges)
    return struct.pack(">4HI2H3I", 0, 1, 3, 10, 12, 13, 0, 16 + len(groups), 0, len(ranges)) + groups


def _file(tables: dict[bytes, bytes]) -> bytes:
    head = struct.pack(">I4H", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)
    at, body = len(head) + 16 * len(tables), b""
    for tag, data in tables.items():
        head += struct.pack(">4s3I", tag, 0, at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + body
