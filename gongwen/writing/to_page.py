"""SVG: the picture of a page with a box, coloured by kind, round each line of what was found on it, and a legend."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TextIO

from gongwen.model import Node
from gongwen.text import place
from gongwen.writing.words import SLOTS

if TYPE_CHECKING:
    from PIL.Image import Image

    from gongwen.model import Box, Document

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
_WORD = re.compile(r"[^\s\u3000]+")


class _Size(NamedTuple):
    width: float
    height: float


_A4 = _Size(595.3, 841.9)
"""Points of a page whose size is not known."""


class Mark(NamedTuple):
    """A rectangle to draw, its kind and what it says."""

    box: Box
    kind: str
    text: str


def write_page(document: Document, picture: Image | None, number: int, out: TextIO) -> None:
    """Page ``number`` (from 1) with its boxes; the body's paragraphs are left plain.

    Where there is no picture of the page, its words are set where they stand.
    """
    page = document.source.pages[number - 1]
    width, height = page.width or (picture or _A4).width, page.height or (picture or _A4).height
    marks = [mark for mark in _marks(document) if mark.box.page == number]
    kinds = list(dict.fromkeys(mark.kind for mark in marks))
    out.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 130:.0f}" height="{height:.0f}"'
        f' font-family="Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n'
    )
    out.writelines(_words(document, page.span) if picture is None else _picture(picture, width, height))
    out.writelines(_rectangle(mark) for mark in marks)
    out.writelines(_legend(kind, row, width) for row, kind in enumerate(kinds))
    out.write("</svg>\n")


def _picture(picture: Image, width: float, height: float) -> Iterator[str]:
    png = BytesIO()
    picture.convert("RGB").save(png, "PNG")
    yield (
        f'<image width="{width:.1f}" height="{height:.1f}"'
        f' href="data:image/png;base64,{b64encode(png.getvalue()).decode()}"/>\n'
    )


def _words(document: Document, span: tuple[int, int]) -> Iterator[str]:
    """The words of a page, each as wide as it is printed."""
    for match in _WORD.finditer(document.text, *span):
        for box in document.boxes(Node.model_validate(place(document.text, (match.span(),)))):
            size = box.bottom - box.top
            yield (
                f'<text x="{box.x0:.1f}" y="{box.bottom - 0.14 * size:.1f}" font-size="{size:.1f}"'
                f' textLength="{box.x1 - box.x0:.1f}" lengthAdjust="spacingAndGlyphs">{escape(match[0])}</text>\n'
            )


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
