"""PDF: a line of text for each visual line, with places, fonts and colours."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from gongwen.model import Source
from gongwen.reading import ocr
from gongwen.reading.content import PageContent
from gongwen.reading.failure import MissingExtraError, UnreadableError
from gongwen.reading.glyphs import lines
from gongwen.reading.limits import MAX_PAGES
from gongwen.reading.pages import Pages
from gongwen.reading.pdfium import page_content, picture, turns_to_read
from gongwen.reading.plain import digest
from gongwen.reading.plumber import Plumber
from gongwen.reading.ruled import grids
from gongwen.reading.stand_in import stand_in_fonts, system_fonts

if TYPE_CHECKING:
    from PIL.Image import Image

    from gongwen.reading.reading import Reading

MEDIA_TYPE = "application/pdf"
_LOCK = threading.Lock()  # PDFium keeps to one thread at a time
_CAUSES = {4: "文件已加密，请去掉打开密码后再试", 3: "文件残缺，不是完好的 PDF"}
_FACTS = {"Title": "标题", "Author": "作者", "Creator": "制作软件", "CreationDate": "创建时间"}
_GARBLED = 0.1


def read_pdf(data: bytes, name: str | None) -> Reading:
    """Read a PDF."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    pages = Pages(name)
    with _LOCK, stand_in_fonts(), _document(data, name) as document, Plumber(data) as plumber:
        count = raw.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise UnreadableError(f"页数过多（{count} 页，上限 {MAX_PAGES} 页）", name)
        facts = {label: text for key, label in _FACTS.items() if (text := _fact(document, key))}
        for k in range(count):
            _add_page(document, k, pages, plumber)
    if pages.only_pictures:
        raise MissingExtraError(ocr.HOW_TO_GET, name)
    return pages.reading(Source(name=name, media_type=MEDIA_TYPE, sha256=digest(data), metadata=facts))


@contextmanager
def _document(data: bytes, name: str | None) -> Iterator[Any]:
    """The open document."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    buffer = ctypes.create_string_buffer(data, len(data))
    document = raw.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        raise UnreadableError(_CAUSES.get(raw.FPDF_GetLastError(), "无法打开"), name)
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def pictures_of_pdf(data: bytes, name: str | None, dots: int) -> Iterator[Image]:
    """The pages as pictures one by one, turned as they are read; a page that cannot be opened is an empty one."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    k, count = 0, 1
    while k < count:
        # Opened for each page anew: between two pages PDFium is free for others.
        with _LOCK, _document(data, name) as document:
            count = min(raw.FPDF_GetPageCount(document), MAX_PAGES)
            drawn = _drawn(document, k, dots) if k < count else None
        if drawn is not None:
            yield drawn
        k += 1


def _drawn(document: Any, k: int, dots: int) -> Image:
    from PIL import Image  # noqa: PLC0415

    with stand_in_fonts(), _page(document, k) as page:
        turns = turns_to_read(page) if page else 0
    with _page(document, k) as page:
        return picture(page, dots, turns) if page else Image.new("RGB", (1, 1), "white")


@contextmanager
def _page(document: Any, k: int) -> Iterator[Any]:
    """A page while it is open; a null pointer where PDFium cannot open it."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    page = raw.FPDF_LoadPage(document, k)
    try:
        yield page
    finally:
        if page:
            raw.FPDF_ClosePage(page)


def _add_page(document: Any, k: int, pages: Pages, plumber: Plumber) -> None:
    with _page(document, k) as page:
        content = page_content(page, pages.style) if page else None
    if content is None:
        pages.add([], 0.0, 0.0)
        pages.note("page_unreadable", f"第 {k + 1} 页无法读取", severity="error")
        return
    if content.left_out:
        content = _fuller(content, plumber.page(k, pages.style))
    if content.is_picture:
        _recognise(document, k, content, pages)
    else:
        _write(content, pages)


def _fuller(content: PageContent, other: PageContent | None) -> PageContent:
    """The reading of a page by pdfplumber, where it has more characters than that of PDFium."""
    return other if other is not None and other.characters > content.characters else content


def _recognise(document: Any, k: int, content: PageContent, pages: Pages) -> None:
    """A page that is a picture: recognised where that is installed, else said."""
    if not ocr.available():
        pages.add(lines(content.chunks), content.width, content.height)
        pages.note("ocr_missing", f"第 {pages.count} 页{ocr.HOW_TO_GET}", severity="error")
        return
    with system_fonts(), _page(document, k) as page:
        drawn = picture(page)
    ocr.add_picture(pages, drawn, content.width, content.height)


def _write(content: PageContent, pages: Pages) -> None:
    found = grids(content.horizontal, content.vertical, content.chunks)
    pages.add(lines(content.chunks), content.width, content.height, found)
    number = pages.count
    lost = sum(glyph.text == "\ufffd" for piece in content.chunks for glyph in piece.glyphs)
    if lost > _GARBLED * max(1, content.characters):
        pages.note("garbled", f"第 {number} 页有 {lost} 个字没有编码，无法读出")
    if content.invisible:
        pages.note("hidden_text", f"第 {number} 页有 {content.invisible} 个不显示的字，未读入", severity="info")
    if content.left_out:
        pages.note("text_left_out", f"第 {number} 页的隐藏文字层可能漏字，请核对")
    if content.cut:
        pages.note("page_cut", f"第 {number} 页文字过多，未读完", severity="error")


def _fact(document: Any, key: str) -> str:
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    size = raw.FPDF_GetMetaText(document, key.encode(), None, 0)
    if not 2 < size < 4000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_GetMetaText(document, key.encode(), buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").replace("\0", "").strip()
