"""Pictures of pages, for drawing the parts of a document on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gongwen.reading.failure import UnreadableError
from gongwen.reading.image import open_pictures
from gongwen.reading.pdf import pictures_of_pdf
from gongwen.reading.sniff import is_image, is_pdf

if TYPE_CHECKING:
    from PIL.Image import Image


def page_pictures(data: bytes, name: str | None = None, *, dots: int = 110) -> Iterator[Image]:
    """The pages of a PDF or scan as pictures of Pillow one by one, ``dots`` to the inch for a PDF.

    The boxes of a page are in points from its upper left corner: a box scales by the
    picture's width over the page's ``width``. Raises UnreadableError for other formats.
    """
    if is_pdf(data, name):
        return pictures_of_pdf(data, name, dots)
    if is_image(data, name):
        return open_pictures(data, name)
    raise UnreadableError("只有 PDF、OFD 和扫描件有页面图像", name)
