"""PDF by way of PDFium: the characters of a page with their boxes, fonts and colours, and its rules."""

from __future__ import annotations

import ctypes
import math
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongwen.reading.content import Frame, PageContent
from gongwen.reading.fonts import font_name, is_bold, is_red
from gongwen.reading.glyphs import Chunk, Glyph, chunk, main_direction
from gongwen.reading.limits import MAX_PAGE_CHARACTERS
from gongwen.reading.page import Style
from gongwen.reading.ruled import rules_of_rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

_MAX_OBJECTS = 30_000
_MAX_SEGMENTS = 4_000
_MAX_NESTING = 4
_DOTS = 200
_MAX_PICTURE = 12_000_000
_INVISIBLE_MODE = 3
_FAKE_BOLD_MODE = 2


def page_content(page: Any, style_number: Callable[[Style], int]) -> PageContent:
    """Read a page of PDFium."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    text_page = raw.FPDFText_LoadPage(page)
    try:
        reader = _PageReader(page, text_page, style_number)
        return reader.content()
    finally:
        raw.FPDFText_ClosePage(text_page)


def picture(page: Any, dots: int = _DOTS) -> Image:
    """The page as a picture, so many dots to the inch, fewer where that were too many."""
    from PIL import Image  # noqa: PLC0415
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    scale = min(dots / 72, (_MAX_PICTURE / max(1.0, width * height)) ** 0.5)
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_BGRx, None, 0)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("RGB", (columns, rows), data, "raw", "BGRX", stride)


@dataclass(slots=True)
class _Object:
    """A text object: its number among the styles, and how it is written."""

    style: int
    turns: int
    invisible: bool


class _PageReader:
    def __init__(self, page: Any, text_page: Any, style_number: Callable[[Style], int]) -> None:
        from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

        self._raw = raw
        self._page = page
        self._text = text_page
        self._style_number = style_number
        self._objects: dict[int, _Object] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}

    def content(self) -> PageContent:
        raw = self._raw
        found = list(self._found())
        turns = main_direction([item.turns for _, item, _ in found if item.turns >= 0])
        if turns is None:
            turns = raw.FPDFPage_GetRotation(self._page)
        frame = Frame(self._box(), turns)
        content = PageContent(frame.width, frame.height)
        content.cut = raw.FPDFText_CountChars(self._text) > MAX_PAGE_CHARACTERS
        shown = [piece for piece in found if not piece[1].invisible]
        content.invisible = len(found) - len(shown) if shown else 0
        content.chunks = list(_chunks(shown or found, frame))
        for kind, box in self._shapes():
            x0, top, x1, bottom = frame.box(*box)
            if kind == "image":
                inside = max(0.0, min(x1, frame.width) - max(x0, 0)) * max(0.0, min(bottom, frame.height) - max(top, 0))
                content.image_share = max(content.image_share, inside / max(1.0, frame.width * frame.height))
            else:
                across, down = rules_of_rectangle(x0, top, x1, bottom, stroked=kind == "stroke")
                content.horizontal += across
                content.vertical += down
        return content

    def _box(self) -> tuple[float, float, float, float]:
        sides = [ctypes.c_float() for _ in range(4)]
        raw = self._raw
        if not raw.FPDFPage_GetCropBox(self._page, *sides) and not raw.FPDFPage_GetMediaBox(self._page, *sides):
            return 0.0, 0.0, 595.0, 842.0
        x0, y0, x1, y1 = (side.value for side in sides)
        return min(x0, x1), min(y0, y1), max(x0, x1, min(x0, x1) + 1), max(y0, y1, min(y0, y1) + 1)

    def _found(self) -> Iterator[tuple[str, _Object, tuple[float, float, float, float]]]:
        """Each character with its object and box; what PDFium adds itself (blanks, line ends) has no object."""
        raw, text = self._raw, self._text
        rectangle = raw.FS_RECTF()
        by_reference = ctypes.byref(rectangle)
        unpack, isfinite = struct.Struct("4f").unpack, math.isfinite
        high = 0
        for k in range(min(raw.FPDFText_CountChars(text), MAX_PAGE_CHARACTERS)):
            pointer = raw.FPDFText_GetTextObject(text, k)
            if not pointer:
                continue
            code = raw.FPDFText_GetUnicode(text, k)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
            raw.FPDFText_GetLooseCharBox(text, k, by_reference)
            left, top, right, bottom = unpack(rectangle)
            if isfinite(left + top + right + bottom):
                yield _character(code), self._object(pointer, k), (left, bottom, right, top)

    def _object(self, pointer: Any, k: int) -> _Object:
        address = ctypes.addressof(pointer.contents)
        if address not in self._objects:
            self._objects[address] = self._read_object(pointer, k)
        return self._objects[address]

    def _read_object(self, pointer: Any, k: int) -> _Object:
        raw = self._raw
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._text, k, ctypes.byref(matrix))
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(pointer, ctypes.byref(size))
        scale = math.hypot(c, d)
        points = size.value * (scale if math.isfinite(scale) and scale else 1.0)
        font = raw.FPDFTextObj_GetFont(pointer)
        name, heavy = self._font(font) if font else ("", False)
        mode = raw.FPDFTextObj_GetTextRenderMode(pointer)
        colour = [ctypes.c_uint() for _ in range(4)]
        filled = raw.FPDFPageObj_GetFillColor(pointer, *colour)
        red = bool(filled) and is_red(*(part.value for part in colour[:3]))
        bold = mode == _FAKE_BOLD_MODE or heavy
        style = Style(name or None, round(points, 1) if math.isfinite(points) else None, bold, red)
        return _Object(self._style_number(style), _turns(a, b), mode == _INVISIBLE_MODE)

    def _font(self, font: Any) -> tuple[str, bool]:
        """The name of a font, and whether it is a bold one."""
        address = ctypes.addressof(font.contents)
        if address not in self._fonts:
            name = _font_name(self._raw, font)
            self._fonts[address] = name, is_bold(name)
        return self._fonts[address]

    def _shapes(self) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        """Images and the rectangles and lines of paths, in the file's coordinates."""
        raw = self._raw
        bounds = [ctypes.c_float() for _ in range(4)]
        for item, nested in self._items():
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH and not nested and raw.FPDFPath_CountSegments(item) > 5:
                yield from (("stroke", box) for box in self._segments(item))
            elif kind in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE} and raw.FPDFPageObj_GetBounds(item, *bounds):
                x0, y0, x1, y1 = (side.value for side in bounds)
                if math.isfinite(x0 + y0 + x1 + y1):
                    yield "image" if kind == raw.FPDF_PAGEOBJ_IMAGE else self._drawn(item), (x0, y0, x1, y1)

    def _drawn(self, path: Any) -> str:
        """Whether a path is stroked or filled."""
        mode, stroked = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroked))
        return "stroke" if stroked.value else "fill"

    def _items(self) -> Iterator[tuple[Any, int]]:
        raw = self._raw
        count = min(raw.FPDFPage_CountObjects(self._page), _MAX_OBJECTS)
        stack = [(raw.FPDFPage_GetObject(self._page, k), 0) for k in range(count - 1, -1, -1)]
        while stack:
            item, depth = stack.pop()
            if not item:
                continue
            if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_NESTING:
                inner = min(raw.FPDFFormObj_CountObjects(item), _MAX_OBJECTS)
                stack.extend((raw.FPDFFormObj_GetObject(item, k), depth + 1) for k in range(inner))
            else:
                yield item, depth

    def _segments(self, path: Any) -> Iterator[tuple[float, float, float, float]]:
        """The straight pieces of a path that run along or up the page."""
        raw = self._raw
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
        x, y = ctypes.c_float(), ctypes.c_float()
        last: tuple[float, float] | None = None
        for k in range(min(raw.FPDFPath_CountSegments(path), _MAX_SEGMENTS)):
            segment = raw.FPDFPath_GetPathSegment(path, k)
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            px = matrix.a * x.value + matrix.c * y.value + matrix.e
            py = matrix.b * x.value + matrix.d * y.value + matrix.f
            if not (math.isfinite(px) and math.isfinite(py)):
                continue
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_LINETO and last and (abs(px - last[0]) < 1 or abs(py - last[1]) < 1):
                yield min(px, last[0]), min(py, last[1]), max(px, last[0]), max(py, last[1])
            last = (px, py)


def _character(code: int) -> str:
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 and code != 0xFFFE else "\ufffd"


def _turns(a: float, b: float) -> int:
    """The direction of writing in quarter turns that the page must be turned clockwise to read it; -1 aslant."""
    if abs(b) <= 0.2 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.2 * abs(b):
        return 1 if b > 0 else 3
    return -1


def _chunks(found: list[tuple[str, _Object, tuple[float, float, float, float]]], frame: Frame) -> Iterator[Chunk]:
    """The characters in chunks of one text object on one height."""
    held: list[Glyph] = []
    last: _Object | None = None
    for text, item, box in found:
        x0, top, x1, bottom = frame.box(*box)
        glyph = Glyph(text, x0, top, x1, bottom, item.style)
        if held and (item is not last or not -0.5 < held[-1].bottom - bottom < 0.5):
            yield chunk(held, turned=last is not None and last.turns != frame.turns)
            held = []
        held.append(glyph)
        last = item
    if held and last is not None:
        yield chunk(held, turned=last.turns != frame.turns)


def _font_name(raw: Any, font: Any) -> str:
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < size < 1000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    return font_name(buffer.value)
