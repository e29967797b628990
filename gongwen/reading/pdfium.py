"""PDF by way of PDFium: the characters of a page with their boxes, fonts and colours, and its rules."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any

from gongwen.reading.content import Frame, PageContent
from gongwen.reading.limits import MAX_PAGE_CHARACTERS
from gongwen.reading.page import Style
from gongwen.reading.pdfium_calls import calls, parts, pointer
from gongwen.reading.pdfium_text import INVISIBLE_MODE, TextReader, Written, chunks, main_direction
from gongwen.reading.ruled import rules_of_rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

_MAX_OBJECTS = 30_000
_MAX_SEGMENTS = 4_000
_MAX_NESTING = 4
_DOTS = 200
_MAX_PICTURE = 12_000_000


def page_content(page: Any, style_number: Callable[[Style], int]) -> PageContent:
    """Read a page of PDFium."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    text_page = raw.FPDFText_LoadPage(page)
    try:
        reader = _PageReader(page, text_page, style_number)
        return reader.content()
    finally:
        raw.FPDFText_ClosePage(text_page)


def turns_to_read(page: Any) -> int:
    """How many quarter turns clockwise a page lacks, as it is shown, to be read."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    text_page = raw.FPDFText_LoadPage(page)
    try:
        direction = main_direction(TextReader(text_page, lambda _: 0).objects())
    finally:
        raw.FPDFText_ClosePage(text_page)
    return 0 if direction is None else (direction - int(raw.FPDFPage_GetRotation(page))) % 4


def picture(page: Any, dots: int = _DOTS, turns: int = 0) -> Image:
    """The page as a picture, so many dots to the inch, fewer where that were too many, turned clockwise."""
    from PIL import Image  # noqa: PLC0415
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    if turns % 2:
        width, height = height, width
    scale = min(dots / 72, (_MAX_PICTURE / max(1.0, width * height)) ** 0.5)
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_BGRx, None, 0)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, turns, raw.FPDF_ANNOT)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Image.frombytes("RGB", (columns, rows), data, "raw", "BGRX", stride)


class _PageReader:
    def __init__(self, page: Any, text_page: Any, style_number: Callable[[Style], int]) -> None:
        from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

        self._raw = raw
        self._call = calls()
        self._page = page
        self._text = text_page
        self._style_number = style_number

    def content(self) -> PageContent:
        raw = self._raw
        reader = TextReader(self._text, self._style_number)
        written = reader.objects()
        shown = [item for item in written if not item.invisible]
        frame = Frame(self._box(), self._turns(written))
        content = PageContent(frame.width, frame.height)
        content.cut = raw.FPDFText_CountChars(self._text) > MAX_PAGE_CHARACTERS
        content.invisible = sum(len(item.glyphs) for item in written if item.invisible) if shown else 0
        content.chunks = list(chunks(shown or written, frame))
        content.left_out = 0 if shown else self._left_out(reader.found)
        for kind, box in self._shapes():
            if kind == "image":
                content.cover(frame.box(*box))
            else:
                across, down = rules_of_rectangle(*frame.box(*box), stroked=kind == "stroke")
                content.horizontal += across
                content.vertical += down
        return content

    def _left_out(self, found: Container[int]) -> int:
        """How many hidden objects are not among those with characters: PDFium drops what shows nothing at all."""
        texts = self._items(self._raw.FPDF_PAGEOBJ_TEXT)
        missing = (item for item, _, _ in texts if item.value not in found)
        return sum(self._call.mode(item) == INVISIBLE_MODE for item in missing)

    def _turns(self, written: list[Written]) -> int:
        """The direction that most characters are written in, that of the page where none are."""
        turns = main_direction(written)
        return int(self._raw.FPDFPage_GetRotation(self._page)) if turns is None else turns

    def _box(self) -> tuple[float, float, float, float]:
        sides = [ctypes.c_float() for _ in range(4)]
        raw = self._raw
        if not raw.FPDFPage_GetCropBox(self._page, *sides) and not raw.FPDFPage_GetMediaBox(self._page, *sides):
            return 0.0, 0.0, 595.0, 842.0
        x0, y0, x1, y1 = (side.value for side in sides)
        return min(x0, x1), min(y0, y1), max(x0, x1, min(x0, x1) + 1), max(y0, y1, min(y0, y1) + 1)

    def _shapes(self) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
        """Images and the rectangles and lines of paths, in the file's coordinates."""
        raw, call = self._raw, self._call
        sides, modes = (ctypes.c_float * 4)(), (ctypes.c_int * 2)()
        to_sides, to_modes = parts(sides), parts(modes)
        for item, kind, nested in self._items(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            is_path = kind == raw.FPDF_PAGEOBJ_PATH
            if is_path and not nested and call.segments(item) > 5:
                path = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
                yield from (("stroke", box) for box in self._segments(path))
            elif call.bounds(item, *to_sides) and math.isfinite(sum(sides)):
                if is_path:
                    call.draw_mode(item, *to_modes)
                x0, y0, x1, y1 = sides
                yield "image" if not is_path else "stroke" if modes[1] else "fill", (x0, y0, x1, y1)

    def _items(self, *kinds: int) -> Iterator[tuple[ctypes.c_void_p, int, int]]:
        """Objects of some kinds, with their kind, and how deep in forms they stand."""
        raw, item_at, kind_of = self._raw, self._call.item_at, self._call.kind
        page = pointer(self._page)
        count = min(raw.FPDFPage_CountObjects(self._page), _MAX_OBJECTS)
        stack = [(item_at(page, k), 0) for k in range(count - 1, -1, -1)]
        while stack:
            address, depth = stack.pop()
            item = ctypes.c_void_p(address)
            kind = kind_of(item) if address else raw.FPDF_PAGEOBJ_UNKNOWN
            if kind in kinds:
                yield item, kind, depth
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_NESTING:
                form = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
                inner = min(raw.FPDFFormObj_CountObjects(form), _MAX_OBJECTS)
                stack.extend((pointer(raw.FPDFFormObj_GetObject(form, k)).value, depth + 1) for k in range(inner))

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
