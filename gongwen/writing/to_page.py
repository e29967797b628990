"""SVG: the picture of a page with a box, coloured by kind, round each line of what was found on it, and a legend."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TextIO

from gongwen.writing.words import SLOTS

if TYPE_CHECKING:
    from PIL.Image import Image

    from gongwen.model import Box, Document, Node

_COLOURS = {
    "发文机关标志": "#cf222e",
    "发文字号": "#bf3989",
    "签发人": "#8250df",
    "标题": "#bf8700",
    "主送机关": "#0969da",
    "层次标题": "#953800",
    "附件说明": "#6639ba",
    "附件": "#6639ba",
    "署名": "#e16f24",
    "成文日期": "#bc4c00",
    "抄送机关": "#1b7c83",
    "印发机关": "#1b7c83",
    "引用": "#4184e4",
    "数据": "#2da44e",
}
_OTHER = "#57606a"
_BODY = {"body", "paragraph", "table"}
_ROW = 22


class Mark(NamedTuple):
    """A rectangle to draw, its kind and what it says."""

    box: Box
    kind: str
    text: str


def write_page(document: Document, picture: Image, number: int, out: TextIO) -> None:
    """The picture of page ``number`` (from 1) with its boxes; the body's paragraphs are left plain."""
    page = document.source.pages[number - 1]
    width, height = page.width or picture.width, page.height or picture.height
    marks = [mark for mark in _marks(document) if mark.box.page == number]
    kinds = list(dict.fromkeys(mark.kind for mark in marks))
    png = BytesIO()
    picture.convert("RGB").save(png, "PNG")
    out.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 130:.0f}" height="{height:.0f}"'
        f' font-family="Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<image width="{width:.1f}" height="{height:.1f}"'
        f' href="data:image/png;base64,{b64encode(png.getvalue()).decode()}"/>\n'
    )
    out.writelines(_rectangle(mark) for mark in marks)
    out.writelines(_legend(kind, row, width) for row, kind in enumerate(kinds))
    out.write("</svg>\n")


def _marks(document: Document) -> Iterator[Mark]:
    for block in document.blocks:
        if block.role not in _BODY:
            yield from _of(document, block, SLOTS[block.role])
    for citation in document.citations:
        yield from _of(document, citation, "引用")
    for claim in document.claims:
        yield from _of(document, claim.quantity, "数据")


def _of(document: Document, part: Node, kind: str) -> Iterator[Mark]:
    return (Mark(box, kind, part.text) for box in document.boxes(part))


def _rectangle(mark: Mark) -> str:
    box, colour = mark.box, _COLOURS.get(mark.kind, _OTHER)
    return (
        f'<rect x="{box.x0:.1f}" y="{box.top:.1f}" width="{box.x1 - box.x0:.1f}" height="{box.bottom - box.top:.1f}"'
        f' fill="{colour}" fill-opacity=".14" stroke="{colour}"><title>{escape(mark.kind)}：{escape(mark.text)}</title></rect>\n'
    )


def _legend(kind: str, row: int, left: float) -> str:
    top, colour = 24 + row * _ROW, _COLOURS.get(kind, _OTHER)
    return (
        f'<rect x="{left + 10:.0f}" y="{top}" width="14" height="14" fill="{colour}" fill-opacity=".3" stroke="{colour}"/>'
        f'<text x="{left + 30:.0f}" y="{top + 12}" fill="#1f2328">{escape(kind)}</text>\n'
    )
