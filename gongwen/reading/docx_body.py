"""The body, headers and notes of a DOCX to lines: a line for each paragraph and each row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from gongwen.reading.docx_styles import ALIGNMENTS, Styles, W, child_value, indent, number_reference, run_style, whole
from gongwen.reading.draft import PLAIN, Draft
from gongwen.reading.grid import write_grid
from gongwen.reading.indent import CHARACTER
from gongwen.reading.numbering import Numbering, symbol
from gongwen.reading.page import ParagraphPart, Style

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT, _PARAGRAPH, _TABLE, _RUN, _ROW, _CELL = (f"{W}{name}" for name in ("t", "p", "tbl", "r", "tr", "tc"))
_WRITTEN = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "tblPr", "tblGrid", "trPr", "tcPr",
        "sdtPr", "sdtEndPr", "sectPr", "commentReference", "annotationRef", "customXmlPr", "smartTagPr", "footnoteRef",
        "pPrChange", "rPrChange", "endnoteRef", "tblPrEx", "rubyPr", "fldData",
    )
)  # fmt: skip
"""Elements that print nothing: properties, what a tracked change deleted, comments, field codes."""
_OFF = {"0", "false", "off"}


class _Piece(NamedTuple):
    text: str
    style: Style


class Story:
    """Writes one part of a document after another; numbers count on through all of them."""

    def __init__(self, draft: Draft, styles: Styles, numbering: Numbering) -> None:
        self._draft = draft
        self._styles = styles
        self._numbering = numbering
        self._part: ParagraphPart | None = None
        self._carried: list[_Piece] = []

    def write(self, container: _Element, part: ParagraphPart | None = None) -> None:
        """Write the paragraphs and tables of a container."""
        self._part = part
        for block in _blocks(container):
            if block.tag == _TABLE:
                self._table(block)
            else:
                self._paragraph(block)
        self._flush()

    def _flush(self) -> None:
        """What a deleted paragraph mark left without a paragraph to go on in."""
        if self._carried:
            self._line(self._carried)
            self._carried = []

    def _line(self, pieces: list[_Piece]) -> None:
        for text, style in pieces:
            self._draft.write(text, style)
        self._draft.end_line(part=self._part)

    def _paragraph(self, paragraph: _Element) -> None:
        for box in _text_boxes(paragraph):
            outer, self._part = self._part, self._part or "textbox"
            for block in _blocks(box):
                if block.tag == _TABLE:
                    self._table(block)
                else:
                    self._paragraph(block)
            self._part = outer
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.paragraph(child_value(properties, "pStyle"))
        pieces = [*self._carried, *self._pieces(paragraph, style.look)]
        if _mark_deleted(properties):
            self._carried = pieces
            return
        self._carried = []
        marker, level = self._marker(paragraph)
        text_style = pieces[0].style if pieces else PLAIN
        for text, look in (_Piece(marker, text_style), *pieces):
            self._draft.write(text, look)
        outline = child_value(properties, "outlineLvl")
        outline_level = style.outline_level if outline is None else whole(outline, 9)
        self._draft.end_line(
            style=style.name,
            alignment=ALIGNMENTS.get(child_value(properties, "jc") or "", style.alignment),
            indent=indent(properties, style.indent).characters(text_style.size or CHARACTER),
            outline_level=None if outline_level in {None, 9} else outline_level,
            number_level=level,
            marker=len(marker.rstrip()),
            part=self._part,
        )

    def _marker(self, paragraph: _Element) -> tuple[str, int | None]:
        """The automatic number of a paragraph with what follows it, and its level."""
        properties = paragraph.find(f"{W}pPr")
        named = child_value(properties, "pStyle")
        style = self._styles.paragraph(named)
        own = number_reference(properties)
        list_id = own.list_id or style.number.list_id
        if list_id in {None, "0"}:
            return "", None
        level = own.level
        if level is None and own.list_id is None:
            linked = self._numbering.level_of_style(list_id or "", named or "")
            level = linked or style.number.level
        marker = self._numbering.next(list_id or "", level or 0)
        return marker, (level or 0) if marker else None

    def _pieces(self, paragraph: _Element, base: Style) -> Iterator[_Piece]:
        """The text of a paragraph with its looks."""
        for run in _runs(paragraph):
            properties = run.find(f"{W}rPr")
            if properties is not None and _is_on(properties, "vanish"):
                continue
            style = base
            if properties is not None:
                style = run_style(properties, self._styles.character(child_value(properties, "rStyle"), base))
            for text in _printed(run):
                yield _Piece(text, style)

    def _table(self, table: _Element) -> None:
        write_grid(self._draft, [list(self._cells(row)) for row in _inside(table, _ROW)], self._part)

    def _cells(self, row: _Element) -> Iterator[list[str]]:
        """The lines of each cell; a cell that spans columns is followed by empty ones."""
        for cell in _inside(row, _CELL):
            properties = cell.find(f"{W}tcPr")
            merged = None if properties is None else properties.find(f"{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            yield [] if goes_on else list(self._cell_lines(cell))
            spanned = min(whole(child_value(properties, "gridSpan"), 1), 64)
            yield from ([] for _ in range(spanned - 1))

    def _cell_lines(self, cell: _Element) -> Iterator[str]:
        for paragraph in cell.iter(_PARAGRAPH):
            marker, _ = self._marker(paragraph)
            yield marker + "".join(piece.text for piece in self._pieces(paragraph, PLAIN))


def _children(container: _Element) -> Iterator[_Element]:
    """The children that are printed, wrappers (content controls, insertions, links) opened."""
    for element in container:
        if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
            continue
        if element.tag == f"{_MC}AlternateContent":
            chosen = element.find(f"{_MC}Choice")
            chosen = element.find(f"{_MC}Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from _children(chosen)
        elif element.tag in _WRAPPERS:
            yield from _children(element)
        else:
            yield element


_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        "sdt", "sdtContent", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml", "ruby",
        "rubyBase",
    )
)  # fmt: skip


def _blocks(container: _Element) -> Iterator[_Element]:
    return (element for element in _children(container) if element.tag in {_PARAGRAPH, _TABLE})


def _inside(container: _Element, tag: str) -> Iterator[_Element]:
    return (element for element in _children(container) if element.tag == tag)


def _runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph outside of field codes."""
    depth_in_code: list[bool] = []
    for run in _inside(paragraph, _RUN):
        mark = run.find(f"{W}fldChar")
        kind = None if mark is None else mark.get(f"{W}fldCharType")
        if kind == "begin":
            depth_in_code.append(True)
        elif kind == "separate" and depth_in_code:
            depth_in_code[-1] = False
        elif kind == "end" and depth_in_code:
            depth_in_code.pop()
        if not any(depth_in_code):
            yield run


def _printed(run: _Element) -> Iterator[str]:
    for element in _children(run):
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag == f"{W}sym":
            yield symbol(_character(element.get(f"{W}char")))
        elif element.tag == f"{W}br" and element.get(f"{W}type") in {"page", "column"}:
            continue
        elif element.tag in _WRITTEN:
            yield _WRITTEN[element.tag]
        elif element.tag == _RUN:
            yield from _printed(element)


def _character(code: str | None) -> str:
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""


def _text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes anchored in a paragraph, outermost only, each once."""
    stack = [element for run in _inside(paragraph, _RUN) for element in _children(run)]
    stack.reverse()
    while stack:
        element = stack.pop()
        if element.tag == f"{W}txbxContent":
            yield element
        elif element.tag not in {_TEXT, _PARAGRAPH}:
            stack.extend(reversed(list(_children(element))))


def _is_on(properties: _Element, name: str) -> bool:
    mark = properties.find(f"{W}{name}")
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


def _mark_deleted(properties: _Element | None) -> bool:
    """Whether a tracked change deleted the paragraph's end: it goes on in the next."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None
