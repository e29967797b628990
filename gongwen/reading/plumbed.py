"""PDF by way of pdfplumber: slower than PDFium, but no character is left out because its glyph shows nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from gongwen.reading.content import Frame, PageContent
from gongwen.reading.fonts import font_name, is_bold, is_red, rgb
from gongwen.reading.limits import MAX_PAGE_CHARACTERS
from gongwen.reading.page import Style
from gongwen.reading.pdfium_text import Written, chunks, main_direction, turns
from gongwen.reading.ruled import rules_of_rectangle

if TYPE_CHECKING:
    from pdfplumber.page import Page

_MAX_OBJECTS = 200_000
_UNKNOWN = "(cid:"
"""How pdfminer writes a character that the file does not explain."""


def plumbed(page: Page, style_number: Callable[[Style], int]) -> PageContent:
    """What stands on a page of pdfplumber; its coordinates are those of the page turned upright already."""
    layout = page.layout  # the objects of pdfminer: page.chars makes each of them a dict, which doubles the time
    x0, y0, x1, y1 = layout.bbox
    objects = list(_flat(layout))
    written = _written(objects, style_number)
    frame = Frame((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)), main_direction(written) or 0)
    content = PageContent(frame.width, frame.height)
    content.cut = len(objects) >= _MAX_OBJECTS or sum(len(item.glyphs) for item in written) >= MAX_PAGE_CHARACTERS
    content.chunks = list(chunks(written, frame))
    for item in objects:
        for box, stroked in _rectangles(item):
            across, down = rules_of_rectangle(*frame.box(*box), stroked=stroked)
            content.horizontal += across
            content.vertical += down
        if type(item).__name__ == "LTImage":
            content.cover(frame.box(*item.bbox))
    return content


def _flat(container: Any) -> Iterator[Any]:
    """The objects of a page and of the forms on it, in the order of the file."""
    stack, count = [iter(container)], 0
    while stack and count < _MAX_OBJECTS:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif type(item).__name__ == "LTFigure":
            stack.append(iter(item))
        else:
            count += 1
            yield item


def _written(objects: list[Any], style_number: Callable[[Style], int]) -> list[Written]:
    """The characters, those together that one look follows another in."""
    styles: dict[tuple[Any, ...], int] = {}
    out: list[Written] = []
    key: tuple[Any, ...] | None = None
    left = MAX_PAGE_CHARACTERS
    for item in objects:
        if type(item).__name__ != "LTChar" or not left:
            continue
        look = (item.fontname, item.size, str(item.graphicstate.ncolor))
        direction = turns(*item.matrix[:2])
        if key != (look, direction):
            if look not in styles:
                styles[look] = style_number(_style(item))
            out.append(Written(styles[look], direction, invisible=False))
            key = look, direction
        x0, y0, x1, y1 = item.bbox
        out[-1].glyphs.append((_character(item.get_text()), x0, y0, x1, y1))
        left -= 1
    return out


def _style(item: Any) -> Style:
    name = font_name(item.fontname or "")
    colour = rgb(item.graphicstate.ncolor)
    return Style(name or None, round(item.size, 1), is_bold(name), colour is not None and is_red(*colour))


def _character(text: str) -> str:
    known = not text.startswith(_UNKNOWN) and text.isprintable()
    return text if known or text in {" ", "\u00a0", "\u3000"} else "\ufffd"


def _rectangles(item: Any) -> Iterator[tuple[tuple[float, float, float, float], bool]]:
    """The rectangles and straight lines that an object draws, and whether it is stroked."""
    kind = type(item).__name__
    if kind == "LTLine":
        yield item.bbox, True
    elif kind == "LTRect":
        yield item.bbox, bool(item.stroke)
    elif kind == "LTCurve" and item.stroke:
        for (ax, ay), (bx, by) in zip(item.pts, item.pts[1:], strict=False):
            if abs(ax - bx) < 1 or abs(ay - by) < 1:
                yield (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), True
