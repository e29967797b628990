"""What styles.xml and numbering.xml of a DOCX say, inheritance resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gongwen.reading.draft import PLAIN
from gongwen.reading.indent import NO_INDENT, Indent
from gongwen.reading.numbering import LEVELS, Level, List, Numbering
from gongwen.reading.page import Alignment, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALIGNMENTS: dict[str, Alignment] = {
    "left": "left", "start": "left", "center": "centre", "right": "right", "end": "right",
}  # fmt: skip
_MAX_BASES = 30
_OFF = {"0", "false", "off", "none"}


def value(element: _Element | None, default: str | None = None) -> str | None:
    """The ``w:val`` of an element."""
    return default if element is None else element.get(f"{W}val", default)


def child_value(parent: _Element | None, name: str) -> str | None:
    """The ``w:val`` of a child."""
    return None if parent is None else value(parent.find(f"{W}{name}"))


def whole(text: str | None, default: int = 0) -> int:
    """The number that an attribute holds, the default where it holds none."""
    try:
        return int(text or "")
    except ValueError:
        return default


class NumberReference(NamedTuple):
    """``w:numPr``: the list and the level, each None where it is left to the style."""

    list_id: str | None
    level: int | None


NO_NUMBER = NumberReference(None, None)


def number_reference(properties: _Element | None) -> NumberReference:
    """``w:numPr`` of paragraph properties."""
    found = None if properties is None else properties.find(f"{W}numPr")
    level = child_value(found, "ilvl")
    return NumberReference(child_value(found, "numId"), None if level is None else whole(level))


def run_style(properties: _Element | None, base: Style) -> Style:
    """The look that run properties give, on top of another."""
    if properties is None:
        return base
    font, size, bold, red = base
    if (fonts := properties.find(f"{W}rFonts")) is not None:
        font = fonts.get(f"{W}eastAsia") or fonts.get(f"{W}ascii") or font
    if half_points := whole(child_value(properties, "sz")):
        size = half_points / 2
    if (mark := properties.find(f"{W}b")) is not None:
        bold = value(mark, "1") not in _OFF
    if colour := child_value(properties, "color"):
        red = is_red(colour)
    return Style(font, size, bold, red)


def is_red(colour: str) -> bool:
    """Whether six hexadecimal digits are a red."""
    try:
        number = int(colour, 16)
    except ValueError:
        return False
    return len(colour) == 6 and number >> 16 >= 0xB0 and number >> 8 & 0xFF <= 0x60 and number & 0xFF <= 0x60


def indent(properties: _Element | None, base: Indent) -> Indent:
    """The indent that paragraph properties give, on top of another."""
    found = None if properties is None else properties.find(f"{W}ind")
    if found is None:
        return base

    def said(*names: str) -> int | None:
        printed = next((v for name in names if (v := found.get(f"{W}{name}")) is not None), None)
        return None if printed is None else whole(printed)

    def first(suffix: str) -> int | None:
        hanging = said(f"hanging{suffix}")
        return said(f"firstLine{suffix}") if hanging is None else -hanging

    own = Indent(said("left", "start"), said("leftChars", "startChars"), first(""), first("Chars"))
    return Indent(*(above if mine is None else mine for mine, above in zip(own, base, strict=True)))


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style with what it inherits."""

    name: str | None = None
    look: Style = PLAIN
    alignment: Alignment | None = None
    indent: Indent = NO_INDENT
    outline_level: int | None = None
    number: NumberReference = NO_NUMBER


class Styles:
    """The styles of a document."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._elements = {element.get(f"{W}styleId") or "": element for element in found}
        self._cache: dict[str | None, ParagraphStyle] = {}
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = ParagraphStyle(look=run_style(defaults, Style()))
        self._default = next(
            (name for name, e in self._elements.items() if e.get(f"{W}default") in {"1", "true"} and _is_paragraph(e)),
            None,
        )

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """The paragraph style of an id, or the default one."""
        return self._resolve(style if style in self._elements else self._default, 0)

    def character(self, style: str | None, base: Style) -> Style:
        """A character style on top of a look."""
        chain: list[_Element] = []
        while style in self._elements and len(chain) < _MAX_BASES:
            chain.append(self._elements[style or ""])
            style = child_value(chain[-1], "basedOn")
        for element in reversed(chain):
            base = run_style(element.find(f"{W}rPr"), base)
        return base

    def list_of_style(self, style: str) -> str | None:
        """The list that a numbering style stands for."""
        element = self._elements.get(style)
        return None if element is None else number_reference(element.find(f"{W}pPr")).list_id

    def _resolve(self, style: str | None, depth: int) -> ParagraphStyle:
        if style is None or style not in self._elements or depth > _MAX_BASES:
            return self._base
        if style not in self._cache:
            element = self._elements[style]
            base = self._resolve(child_value(element, "basedOn"), depth + 1)
            self._cache[style] = _derive(element, base)
        return self._cache[style]


def _is_paragraph(element: _Element) -> bool:
    return element.get(f"{W}type") == "paragraph"


def _derive(element: _Element, base: ParagraphStyle) -> ParagraphStyle:
    properties = element.find(f"{W}pPr")
    own = number_reference(properties)
    outline = child_value(properties, "outlineLvl")
    return ParagraphStyle(
        name=child_value(element, "name") or base.name,
        look=run_style(element.find(f"{W}rPr"), base.look),
        alignment=ALIGNMENTS.get(child_value(properties, "jc") or "", base.alignment),
        indent=indent(properties, base.indent),
        outline_level=whole(outline, 9) if outline else base.outline_level,
        number=NumberReference(
            own.list_id or base.number.list_id, base.number.level if own.level is None else own.level
        ),
    )


def read_numbering(root: _Element | None, styles: Styles) -> Numbering:
    """The lists of numbering.xml."""
    if root is None:
        return Numbering({}, {})
    abstract = {element.get(f"{W}abstractNumId") or "": element for element in root.findall(f"{W}abstractNum")}
    instances = {element.get(f"{W}numId") or "": element for element in root.findall(f"{W}num")}
    definitions: dict[str, tuple[Level, ...]] = {}
    for name, element in abstract.items():
        target = _linked(element, abstract, instances, styles)
        definitions[name] = _levels(target)
    lists = {name: _list(element) for name, element in instances.items() if name != "0"}
    return Numbering(definitions, lists)


def _linked(
    element: _Element, abstract: dict[str, _Element], instances: dict[str, _Element], styles: Styles
) -> _Element:
    """The definition that a ``numStyleLink`` leads to."""
    style = child_value(element, "numStyleLink")
    instance = instances.get(styles.list_of_style(style) or "") if style else None
    target = abstract.get(child_value(instance, "abstractNumId") or "") if instance is not None else None
    return element if target is None else target


def _levels(element: _Element) -> tuple[Level, ...]:
    levels = [Level()] * LEVELS
    for found in element.findall(f"{W}lvl"):
        index = whole(found.get(f"{W}ilvl"))
        if 0 <= index < LEVELS:
            levels[index] = _level(found)
    return tuple(levels)


def _level(element: _Element) -> Level:
    legal = element.find(f"{W}isLgl")
    restart = child_value(element, "lvlRestart")
    return Level(
        text=child_value(element, "lvlText") or "",
        format=_format(element),
        start=whole(child_value(element, "start")),
        suffix=child_value(element, "suff") or "tab",
        legal=legal is not None and value(legal, "1") not in _OFF,
        restart=None if restart is None else whole(restart),
        style=child_value(element, "pStyle"),
    )


def _format(element: _Element) -> str:
    """``numFmt``, also where a newer Word wraps it for older ones."""
    found = element.find(f"{W}numFmt")
    if found is None:
        found = next(element.iter(f"{W}numFmt"), None)
    return value(found, "decimal") or "decimal"


def _list(element: _Element) -> List:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in element.findall(f"{W}lvlOverride"):
        index = whole(override.get(f"{W}ilvl"))
        if (start := child_value(override, "startOverride")) is not None:
            starts[index] = whole(start)
        if (level := override.find(f"{W}lvl")) is not None:
            levels[index] = _level(level)
    return List(child_value(element, "abstractNumId") or "", starts, levels)
