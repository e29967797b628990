"""扫描件: pictures of pages, JPEG, PNG, TIFF and BMP."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from gongwen.model import Source
from gongwen.reading.failure import MissingExtraError, UnreadableError
from gongwen.reading.limits import MAX_IMAGE_PAGES, MAX_PIXELS
from gongwen.reading.ocr import HOW_TO_GET, add_picture, available
from gongwen.reading.pages import Pages
from gongwen.reading.plain import digest
from gongwen.reading.sniff import PICTURES

if TYPE_CHECKING:
    from PIL.Image import Image

    from gongwen.reading.reading import Reading

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP")
_A4_WIDTH = 595.3
_A4_HEIGHT = 841.9

_TOO_LARGE = f"图片过大（上限 {MAX_PIXELS // 1_000_000} 百万像素）"


def read_image(data: bytes, name: str | None) -> Reading:
    """Recognise a picture, or all pictures of a TIFF."""
    pages = Pages(name)
    if not available():
        raise MissingExtraError(HOW_TO_GET, name)
    for picture, width, height in _pictures(data, name):
        add_picture(pages, picture, width, height)
    media_type = next(kind for magic, kind in PICTURES if data.startswith(magic))
    return pages.reading(Source(name=name, media_type=media_type, sha256=digest(data)))


def open_picture(data: bytes, name: str | None) -> Image:
    """The first picture of the bytes."""
    return next(_pictures(data, name))[0]


def open_pictures(data: bytes, name: str | None) -> Iterator[Image]:
    """All pictures of the bytes, one by one."""
    return (picture for picture, _, _ in _pictures(data, name))


def _pictures(data: bytes, name: str | None) -> Iterator[tuple[Image, float, float]]:
    """Each picture with its size in points."""
    from PIL import Image as Pictures  # noqa: PLC0415
    from PIL import UnidentifiedImageError  # noqa: PLC0415

    broken = (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        UnidentifiedImageError,
    )
    try:
        with Pictures.open(BytesIO(data), formats=_FORMATS) as image:
            for k in range(_frames(image, name)):
                image.seek(k)
                yield _upright(image, name)
    except UnreadableError:
        raise
    except Pictures.DecompressionBombError as error:
        raise UnreadableError(_TOO_LARGE, name) from error
    except (*broken, struct.error, TypeError, IndexError, KeyError, OverflowError, MemoryError) as error:
        raise UnreadableError("图片残缺，无法打开", name) from error


def _frames(image: Image, name: str | None) -> int:
    frames = int(getattr(image, "n_frames", 1))
    if frames > MAX_IMAGE_PAGES:
        raise UnreadableError(f"页数过多（{frames} 页，上限 {MAX_IMAGE_PAGES} 页）", name)
    return frames


def _upright(image: Image, name: str | None) -> tuple[Image, float, float]:
    from PIL import ImageOps  # noqa: PLC0415

    if image.width * image.height > MAX_PIXELS:
        raise UnreadableError(_TOO_LARGE, name)
    upright = ImageOps.exif_transpose(image).convert("RGB")
    return (upright, *_points(upright.width, upright.height))


def _points(width: int, height: int) -> tuple[float, float]:
    """The size on paper: A4, for what a picture says of its resolution is seldom true."""
    if width <= height:
        return _A4_WIDTH, _A4_WIDTH * height / max(1, width)
    return _A4_HEIGHT, _A4_HEIGHT * height / width
