"""The graphic objects of an OFD page (GB/T 33190-2016, chapters 7 to 13) to characters and rules in place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from gongwen.reading.content import PageContent
from gongwen.reading.fonts import is_bold, is_red
from gongwen.reading.glyphs import Chunk, Glyph, chunk
from gongwen.reading.limits import MAX_NESTING, MAX_PAGE_CHARACTERS
from gongwen.reading.page import Style
from gongwen.reading.ruled import rules_of_rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

POINTS = 72 / 25.4
"""Points in a millimetre."""
_MAX_OBJECTS = 60_000
_MAX_PATH = 20_000
"""Characters of a path's data, of a path that can be the rules of a table."""
_MIN_RULE = 2.0
"""Millimetres."""
_CURVE = re.compile("[BQA]")
_TOKEN = re.compile(r"[MLCS]|-?[\d.]+(?:[eE][-+]?\d+)?")
_BLANK = re.compile(r"[\r\n\t]+")
_FAR = 1e7
_ASCENT, _DESCENT = 0.86, 0.14
_GROUPS = {"Layer", "PageBlock", "Appearance", "Content"}


class Matrix(NamedTuple):
    """How coordinates of an object become those of the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """Both in one: first this one, then the outer one."""
        a, b, c, d, e, f = self
        return Matrix(
            outer.a * a + outer.c * b, outer.b * a + outer.d * b,
            outer.a * c + outer.c * d, outer.b * c + outer.d * d,
            *outer.point(e, f),
        )  # fmt: skip


_PAGE = Matrix()
"""Of what stands on the page itself."""


class Font(NamedTuple):
    """字体 of the resources."""

    name: str | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Resources:
    """What pages refer to by number."""

    fonts: dict[str, Font] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    """The fill colour of each DrawParam."""
    media: dict[str, str] = field(default_factory=dict)
    """The path of each picture."""
    composites: dict[str, _Element] = field(default_factory=dict)


def local(element: _Element) -> str:
    """An element's name without its namespace, of which there are several in use."""
    return str(element.tag).rpartition("}")[2]


def numbers(text: str | None, least: int = 0) -> list[float]:
    """The numbers of an attribute, padded with noughts; what is no number counts as nought."""
    words = text.split() if text else []
    try:
        out = list(map(float, words))
    except ValueError:
        out = [_number(word) for word in words]
    if not sum(map(abs, out)) < _FAR:
        out = [_number(word) for word in words]
    return out if len(out) >= least else out + [0.0] * (least - len(out))


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        return 0.0
    return value if -_FAR < value < _FAR else 0.0


def deltas(text: str | None, count: int) -> list[float]:
    """DeltaX or DeltaY: a list in which ``g n d`` stands for n times d."""
    words = (text or "").split()
    if "g" not in words:
        return numbers(text)[:count]
    out: list[float] = []
    at = 0
    while at < len(words) and len(out) < count:
        if words[at] == "g" and at + 2 < len(words):
            times = min(count, int(words[at + 1])) if words[at + 1].isdecimal() else 0
            out += numbers(words[at + 2]) * times
            at += 3
        else:
            out += numbers(words[at])
            at += 1
    return out[:count]


def colour_is_red(value: str | None) -> bool:
    """Whether ``255 0 0``, ``#ff #00 #00``, or four parts of CMYK are a red."""
    parts = [_part(word) for word in (value or "").split()]
    if len(parts) == 4:
        light = 255 - parts[3]
        parts = [(255 - part) * light / 255 for part in parts[:3]]
    return len(parts) == 3 and is_red(*parts)


def _part(word: str) -> float:
    try:
        return float(int(word[1:], 16)) if word.startswith("#") else float(word)
    except ValueError:
        return 0.0


class OfdPage:
    """Collects what stands on a page."""

    def __init__(self, width: float, height: float, resources: Resources, style: Callable[[Style], int]) -> None:
        """``width`` and ``height`` in millimetres."""
        self.content = PageContent(width * POINTS, height * POINTS)
        self.pictures: list[tuple[float, str]] = []
        self._area = max(1.0, width * height)
        self._resources = resources
        self._style = style
        self._objects = 0
        self._in_annotation = False
        self._characters = 0

    def add(self, container: _Element, outer: Matrix = _PAGE, depth: int = 0) -> None:
        """Add the objects of a layer, a block or an appearance."""
        if depth > MAX_NESTING:
            return
        for element in container:
            self._objects += 1
            if self._objects > _MAX_OBJECTS or self._characters > MAX_PAGE_CHARACTERS:
                self.content.cut = True
                return
            if element.get("Visible") == "false":
                continue
            self._object(element, outer, depth)

    def add_appearance(self, element: _Element, x: float, y: float) -> None:
        """Add what an annotation looks like, which stands at a place of the page."""
        self._in_annotation = True  # what is drawn there is handwriting, no table
        self.add(element, Matrix(e=x, f=y))
        self._in_annotation = False

    def _object(self, element: _Element, outer: Matrix, depth: int) -> None:
        kind = local(element)
        if kind in _GROUPS:
            self.add(element, outer, depth + 1)
        elif kind == "TextObject":
            self._text(element, _placed(element, outer))
        elif kind == "PathObject" and not self._in_annotation:
            self._path(element, outer)
        elif kind == "ImageObject":
            self._picture(element)
        elif kind == "CompositeObject":
            unit = self._resources.composites.get(element.get("ResourceID") or "")
            if unit is not None:
                self.add(unit, _placed(element, outer), depth + 4)

    def _picture(self, element: _Element) -> None:
        _, _, width, height = numbers(element.get("Boundary"), 4)[:4]
        share = abs(width * height) / self._area
        self.content.image_share = max(self.content.image_share, share)
        if path := self._resources.media.get(element.get("ResourceID") or ""):
            self.pictures.append((share, path))

    def _text(self, element: _Element, matrix: Matrix) -> None:
        size = numbers(element.get("Size"), 1)[0] or 3.5
        fill = _child(element, "FillColor")
        colour = self._resources.colours.get(element.get("DrawParam") or "") if fill is None else fill.get("Value")
        font = self._resources.fonts.get(element.get("Font") or "", Font())
        bold = font.bold or numbers(element.get("Weight"), 1)[0] >= 600 or is_bold(font.name or "")
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        style = self._style(Style(font.name, round(size * scale * POINTS, 1), bold, colour_is_red(colour)))
        turned = abs(matrix.b) > 0.2 * abs(matrix.a) or matrix.a < 0
        stretch = (numbers(element.get("HScale"), 1)[0] or 1.0) * size
        at = (0.0, size * _ASCENT)
        for code in element:
            if local(code) != "TextCode":
                continue
            glyphs, at = _code_glyphs(code, at, _Pen(matrix, style, size, stretch))
            if glyphs:
                self._characters += len(glyphs)
                self.content.chunks.extend(_cut(glyphs, turned=turned))

    def _path(self, element: _Element, outer: Matrix) -> None:
        """The rules that a path draws."""
        stroked = element.get("Stroke", "true") != "false"
        x, y, width, height = numbers(element.get("Boundary"), 4)[:4]
        if min(width, height) * POINTS < 3 or not stroked:
            (x0, y0), (x1, y1) = outer.point(x, y), outer.point(x + width, y + height)
            self._rules(x0, y0, x1, y1, stroked=False)
            return
        data = _child(element, "AbbreviatedData")
        text = data.text if data is not None else None
        if not text or len(text) > _MAX_PATH or _CURVE.search(text) or max(width, height) < _MIN_RULE:
            return
        matrix = _placed(element, outer)
        for start, end in _segments(text):
            (x0, y0), (x1, y1) = matrix.point(*start), matrix.point(*end)
            if abs(x0 - x1) < 0.4 or abs(y0 - y1) < 0.4:
                self._rules(x0, y0, x1, y1, stroked=True)

    def _rules(self, x0: float, y0: float, x1: float, y1: float, *, stroked: bool) -> None:
        box = (min(x0, x1) * POINTS, min(y0, y1) * POINTS, max(x0, x1) * POINTS, max(y0, y1) * POINTS)
        across, down = rules_of_rectangle(*box, stroked=stroked)
        self.content.horizontal += across
        self.content.vertical += down


def _child(element: _Element, name: str) -> _Element | None:
    return next((child for child in element if local(child) == name), None)


def _placed(element: _Element, outer: Matrix) -> Matrix:
    """The object's own matrix, moved to its boundary, inside the outer one."""
    x, y = numbers(element.get("Boundary"), 2)[:2]
    own = numbers(element.get("CTM"))
    a, b, c, d, e, f = own if len(own) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    placed = Matrix(a, b, c, d, e + x, f + y)
    return placed if outer is _PAGE else placed.within(outer)


class _Pen(NamedTuple):
    """How a text object writes."""

    matrix: Matrix
    style: int
    size: float
    stretch: float

    def glyph(self, character: str, x: float, y: float, width: float) -> Glyph:
        """A character whose baseline begins at a point."""
        a, b, c, d, e, f = self.matrix
        above, below = y - _ASCENT * self.size, y + _DESCENT * self.size
        if b or c:
            (ax, ay), (bx, by) = self.matrix.point(x, above), self.matrix.point(x + width, below)
        else:
            ax, ay, bx, by = a * x + e, d * above + f, a * (x + width) + e, d * below + f
        left, right = (ax, bx) if ax <= bx else (bx, ax)
        top, bottom = (ay, by) if ay <= by else (by, ay)
        return Glyph(character, left * POINTS, top * POINTS, right * POINTS, bottom * POINTS, self.style)


def _code_glyphs(code: _Element, at: tuple[float, float], pen: _Pen) -> tuple[list[Glyph], tuple[float, float]]:
    """The glyphs of a TextCode and where the next goes on."""
    text = _BLANK.sub("", code.text or "")[:MAX_PAGE_CHARACTERS]
    x = numbers(code.get("X"), 1)[0] if code.get("X") else at[0]
    y = numbers(code.get("Y"), 1)[0] if code.get("Y") else at[1]
    across, down = deltas(code.get("DeltaX"), len(text)), deltas(code.get("DeltaY"), len(text))
    glyphs: list[Glyph] = []
    for k, character in enumerate(text):
        width = pen.stretch * (0.5 if character.isascii() else 1.0)
        step = across[k] if k < len(across) else 0.0 if down else width
        glyphs.append(pen.glyph(character, x, y, min(width, step) if step > 0 else width))
        x += step
        y += down[k] if k < len(down) else 0.0
    return glyphs, (x, y)


def _cut(glyphs: list[Glyph], *, turned: bool) -> Iterator[Chunk]:
    """The glyphs in chunks of one height: a TextCode may run over several lines."""
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and abs(held[-1].bottom - glyph.bottom) > 0.5:
            yield chunk(held, turned=turned)
            held = []
        held.append(glyph)
    if held:
        yield chunk(held, turned=turned)


def _segments(data: str) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path's data."""
    tokens = _TOKEN.findall(data)
    start = last = (0.0, 0.0)
    at = 0
    while at < len(tokens):
        command, at = tokens[at], at + 1
        if command in {"M", "S", "L"} and at + 1 < len(tokens):
            x, y = _number(tokens[at]), _number(tokens[at + 1])
            at += 2
            if command == "L":
                yield last, (x, y)
            else:
                start = (x, y)
            last = (x, y)
        elif command == "C":
            yield last, start
            last = start
