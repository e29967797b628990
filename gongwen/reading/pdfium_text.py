"""The characters of a page of PDFium, in the text objects that they are written in."""

from __future__ import annotations

import ctypes
import math
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from gongwen.reading.content import Frame
from gongwen.reading.fonts import font_name, is_bold, is_red
from gongwen.reading.glyphs import Chunk, Glyph, chunk
from gongwen.reading.limits import MAX_PAGE_CHARACTERS
from gongwen.reading.page import Style
from gongwen.reading.pdfium_calls import calls, parts, pointer

INVISIBLE_MODE = 3
"""Of text that is written but not shown."""
_FAKE_BOLD_MODE = 2
_SAME_HEIGHT = 0.5
"""Points within which characters of one object stand on one height."""


@dataclass(slots=True)
class Written:
    """A text object: its number among the styles, how it is written, and its characters with their boxes."""

    style: int
    turns: int
    """The direction of writing, in quarter turns that the page must be turned clockwise to read it; -1 aslant."""
    invisible: bool
    glyphs: list[tuple[str, float, float, float, float]] = field(default_factory=list)
    """Character, left, bottom, right, top, in the file's coordinates."""


class TextReader:
    """Reads the text objects of one page."""

    def __init__(self, text_page: Any, style_number: Callable[[Style], int]) -> None:
        self._call = calls()
        self._page = pointer(text_page)
        self._style_number = style_number
        self.found: dict[int, Written] = {}
        """The objects by their address."""
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._matrix = (ctypes.c_float * 6)()
        self._size = ctypes.c_float()
        self._to_size = ctypes.byref(self._size)
        self._colour = (ctypes.c_uint * 4)()
        self._to_colour = parts(self._colour)

    def objects(self) -> list[Written]:
        """The objects in the order of the file; what PDFium adds itself (blanks, line ends) has no object."""
        page, isfinite = self._page, math.isfinite
        object_at, code_at, box_at = self._call.object_at, self._call.code_at, self._call.box_at
        rectangle = (ctypes.c_float * 4)()
        unpack = struct.Struct("4f").unpack
        found = self.found
        last, high, add = 0, 0, None
        for k in range(min(self._call.count(page), MAX_PAGE_CHARACTERS)):
            address = object_at(page, k)
            if not address:
                continue
            if address != last:
                if address not in found:
                    found[address] = self._written(address, k)
                last, high, add = address, 0, found[address].glyphs.append
            code = code_at(page, k)
            if high or 0xD800 <= code < 0xE000:
                code, high = _joined(high, code)
                if high:
                    continue
            box_at(page, k, rectangle)
            left, top, right, bottom = unpack(rectangle)
            if add and isfinite(left + top + right + bottom):
                add((_character(code), left, bottom, right, top))
        return list(found.values())

    def _written(self, address: int, k: int) -> Written:
        """What is known of the object at an address, whose first character is number k."""
        call, item = self._call, ctypes.c_void_p(address)
        call.matrix(self._page, k, self._matrix)
        across, along, up, slant = self._matrix[:4]
        height = math.hypot(up, slant)
        call.size(item, self._to_size)
        points = self._size.value * (height if math.isfinite(height) and height else 1.0)
        name, heavy = self._font(call.font(item))
        mode = call.mode(item)
        filled = call.colour(item, *self._to_colour)
        style = Style(
            name or None,
            round(points, 1) if math.isfinite(points) else None,
            mode == _FAKE_BOLD_MODE or heavy,
            bool(filled) and is_red(*self._colour[:3]),
        )
        return Written(self._style_number(style), turns(across, along), mode == INVISIBLE_MODE)

    def _font(self, address: int | None) -> tuple[str, bool]:
        """The name of a font, and whether it is a bold one."""
        if not address:
            return "", False
        if address not in self._fonts:
            name = _font_name(address)
            self._fonts[address] = name, is_bold(name)
        return self._fonts[address]


def _joined(high: int, code: int) -> tuple[int, int]:
    """A character, or that of a pair of surrogates, and the half that waits for the other: one of them is 0."""
    if 0xD800 <= code < 0xDC00:
        return 0, code
    if 0xDC00 <= code < 0xE000:
        return 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD, 0
    return code, 0


def _character(code: int) -> str:
    return chr(code) if 0x20 <= code < 0x110000 and code != 0xFFFE else "\ufffd"


def turns(a: float, b: float) -> int:
    """The quarter turns of a direction of writing that the first column of a matrix gives; -1 aslant."""
    if abs(b) <= 0.2 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.2 * abs(b):
        return 1 if b > 0 else 3
    return -1


def main_direction(written: list[Written]) -> int | None:
    """The direction that most characters are written in, in quarter turns; None where nothing is written."""
    count: Counter[int] = Counter()
    for item in written:
        count[item.turns] += len(item.glyphs) if item.turns >= 0 else 0
    return next((direction for direction, many in count.most_common(1) if many), None)


def chunks(written: list[Written], frame: Frame) -> Iterator[Chunk]:
    """The characters in chunks of one object on one height."""
    sides = frame.sides()
    for item in written:
        glyphs = _placed(item, sides)
        turned = item.turns != frame.turns
        start = 0
        for k in range(1, len(glyphs)):
            if not -_SAME_HEIGHT < glyphs[k].bottom - glyphs[k - 1].bottom < _SAME_HEIGHT:
                yield chunk(glyphs[start:k], turned=turned)
                start = k
        if glyphs:
            yield chunk(glyphs[start:], turned=turned)


def _placed(item: Written, sides: tuple[tuple[int, float, float], ...]) -> list[Glyph]:
    """The characters of an object where they stand on the page."""
    style, new = item.style, tuple.__new__
    characters: Sequence[Sequence[Any]] = item.glyphs
    (at, a, left), (bt, b, top), (ct, c, right), (dt, d, bottom) = sides
    return [
        new(Glyph, (g[0], a * g[at] + left, b * g[bt] + top, c * g[ct] + right, d * g[dt] + bottom, style, None))
        for g in characters
    ]


def _font_name(address: int) -> str:
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    font = ctypes.cast(address, raw.FPDF_FONT)
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < size < 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    return font_name(buffer.value)
