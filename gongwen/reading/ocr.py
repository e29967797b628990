"""文字识别: pictures of pages to lines, by rapidocr where it is installed (extra ``ocr``).

The models are part of the rapidocr wheel; nothing is fetched. One thread per process:
who has many scans starts many processes.
"""

from __future__ import annotations

import math
import threading
from functools import cache
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING, Any

from gongwen.reading.failure import MissingExtraError
from gongwen.reading.glyphs import Chunk, Glyph, lines
from gongwen.reading.page import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

    from gongwen.reading.pages import Pages

HOW_TO_GET = "是扫描件，识别文字需要安装：pip install 'gongwen[ocr]'"
DOUBTFUL = 0.8
"""A line that is recognised with less confidence than this is doubtful."""
_DETECTION_SIDE = 1280
_LOCK = threading.Lock()
_SEAL = (60.0, 200.0)
"""公章: the least and the greatest diameter in points (GB 9704 and 国发〔1999〕25号: 42 to 60 mm)."""


def available() -> bool:
    """Whether the extra is installed; its models are loaded by the first picture, which takes seconds."""
    return all(find_spec(library) for library in ("rapidocr", "onnxruntime"))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415

    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Global.log_level": "error",
            "Global.use_cls": False,
            "Det.limit_type": "max",
            "Det.limit_side_len": _DETECTION_SIDE,
        }
    )


def add_picture(pages: Pages, picture: Image, width: float, height: float) -> None:
    """Recognise a picture and add it as a page of this width and height in points."""
    import numpy as np  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415

    scale = width / max(1, picture.width)
    found = _recognise(without_seal(np.asarray(picture), scale))
    chunks = [piece for piece in _chunks(found, scale, pages.style) if piece.glyphs]
    pages.add(lines(chunks), width, height)
    doubtful = [score for _, _, score in found if score < DOUBTFUL]
    if doubtful:
        message = f"第 {pages.count} 页有 {len(doubtful)} 行识别把握不大（最低 {min(doubtful):.2f}），请核对"
        pages.note("ocr_doubtful", message)
    if not found:
        pages.note("ocr_empty", f"第 {pages.count} 页没有识别出文字")


def _recognise(picture: Any) -> list[tuple[Any, str, float]]:
    """The corners, text and confidence of each line."""
    try:
        with _LOCK:
            result = _engine()(picture)
    except ImportError as error:
        raise MissingExtraError(f"是扫描件，识别文字所需的库无法载入：{error}") from error
    if result.boxes is None or result.txts is None:
        return []
    return [
        (box, text, float(score)) for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
    ]


def _slope(found: list[tuple[Any, str, float]]) -> float:
    """How far the lines fall, taken from the long ones."""
    slopes = [
        (box[1][1] - box[0][1]) / (box[1][0] - box[0][0])
        for box, text, _ in found
        if len(text) >= 8 and box[1][0] - box[0][0] > 4 * abs(box[1][1] - box[0][1])
    ]
    return float(median(slopes)) if slopes else 0.0


def _chunks(found: list[tuple[Any, str, float]], scale: float, style: Callable[[Style], int]) -> list[Chunk]:
    """A chunk for each recognised line; its height is that of the line made level."""
    slope = _slope(found)
    out: list[Chunk] = []
    for box, text, score in found:
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ((float(x) * scale, float(y) * scale) for x, y in box)
        height = (math.hypot(x3 - x0, y3 - y0) + math.hypot(x2 - x1, y2 - y1)) / 2
        middle = (y0 + y1 + y2 + y3) / 4 - slope * (x0 + x1 + x2 + x3) / 4
        sample = Glyph(text, (x0 + x3) / 2, 0.0, (x1 + x2) / 2, 0.0, style(Style(size=round(height * 0.8))), score)
        glyphs = list(_glyphs(sample, (y0, y1, y3, y2)))
        out.append(Chunk(glyphs, middle - height / 2, middle + height / 2))
    return out


def _glyphs(line: Glyph, corners: tuple[float, float, float, float]) -> Iterator[Glyph]:
    """The characters of a line, spread over its width by how wide they are printed."""
    widths = [0.5 if c.isascii() else 1.0 for c in line.text]
    step = (line.x1 - line.x0) / (sum(widths) or 1.0)
    slope = 1 / max(1.0, line.x1 - line.x0)
    top_left, top_right, bottom_left, bottom_right = corners
    x0 = line.x0
    for character, width in zip(line.text, widths, strict=True):
        x1 = x0 + width * step
        along = ((x0 + x1) / 2 - line.x0) * slope
        top = top_left + (top_right - top_left) * along
        bottom = bottom_left + (bottom_right - bottom_left) * along
        yield Glyph(character, x0, top, x1, bottom, line.style, round(line.confidence or 0.0, 3))
        x0 = x1


def without_seal(picture: Any, scale: float) -> Any:
    """The picture with round red seals taken out, so that what they cover can be read.

    In the red channel the seal is as bright as the paper and black stays black. It is taken
    only where the seal is: a red 发文机关标志 would vanish in it as well.
    """
    import cv2  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415
    import numpy as np  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415

    red, green, blue = (picture[:, :, k].astype(np.int16) for k in range(3))
    mask = ((red > 120) & (red - green > 50) & (red - blue > 50)).astype(np.uint8)
    if int(mask.sum()) < 200:
        return picture
    reach = max(3, round(6 / scale))
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(closed)
    out = picture
    for x, y, width, height, _ in stats[1 : min(count, 200)]:
        if _SEAL[0] <= width * scale <= _SEAL[1] and 0.6 <= width / height <= 1.6:
            out = out.copy() if out is picture else out
            part = out[y : y + height, x : x + width]
            part[:] = part[:, :, :1]
    return out
