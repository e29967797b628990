"""Elements of HTML to lines: one for each paragraph, one for each row of a table."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from gongwen.reading.draft import Draft
from gongwen.reading.page import Alignment, Style
from gongwen.reading.webpage import is_skipped, shown_text, tight

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "section",
        "article",
        "header",
        "main",
        "center",
        "blockquote",
        "pre",
        "hr",
        "form",
        "fieldset",
        "address",
        "figure",
        "figcaption",
        "ucapcontent",
        "body",
        "html",
    ]
)
_HEADINGS = {f"h{n}": n - 1 for n in range(1, 7)}
_COLLAPSED = re.compile(r"[ \t\r\n\f]+")
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,8})\s*(pt|px)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_RED = re.compile(
    r"(?<![\w-])color\s*:\s*(?:red\b|#f00\b|#ff0000|rgb\(\s*2\d\d\s*,\s*\d{1,2}\s*,\s*\d{1,2}\s*\))", re.IGNORECASE
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "center": "centre", "middle": "centre", "right": "right"}
_LONG_CELL = 400


class _Form(NamedTuple):
    """What an element hands down to those in it."""

    style: Style = Style()
    alignment: Alignment | None = None
    heading: int | None = None
    pre: bool = False


def write_markup(main: _Element, leave_out: Collection[_Element] = (), title: _Element | None = None) -> Draft:
    """Write the element down in lines, below a title that stands outside of it."""
    draft = Draft()
    if title is not None:
        draft.write(" ".join(shown_text(title).split()))
        draft.end_line(outline_level=0)
    _Writer(draft, set(leave_out)).write(main)
    return draft


class _Writer:
    """One pass over an element."""

    def __init__(self, draft: Draft, leave_out: set[_Element]) -> None:
        self._draft = draft
        self._leave_out = leave_out
        self._forms = [_Form()]
        self._pending: list[tuple[str, Style]] = []

    def write(self, main: _Element) -> None:
        from lxml import etree  # noqa: PLC0415

        walk = etree.iterwalk(main, events=("start", "end"))
        skipped: _Element | None = None
        for event, node in walk:
            if event == "start":
                if node in self._leave_out or (node is not main and is_skipped(node)):
                    skipped = node
                elif node.tag == "table" and is_data_table(node):
                    self._end_line()
                    self._table(node)
                    skipped = node
                else:
                    self._open(node)
                    continue
                walk.skip_subtree()
                continue
            if node is skipped:
                skipped = None
            else:
                self._close(node)
            if node is not main:
                self._text(node.tail)
        self._end_line()

    def _open(self, node: _Element) -> None:
        if node.tag in _BLOCKS or node.tag == "br":
            self._end_line()
        self._forms.append(_form(node, self._forms[-1]))
        self._text(node.text)

    def _close(self, node: _Element) -> None:
        if node.tag in _BLOCKS:
            self._end_line()
        self._forms.pop()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        form = self._forms[-1]
        if form.pre:
            for k, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
                if k:
                    self._end_line()
                self._pending.append((line, form.style))
        else:
            self._pending.append((_COLLAPSED.sub(" ", text), form.style))

    def _end_line(self) -> None:
        pieces, self._pending = self._pending, []
        form = self._forms[-1]
        if not any(piece.strip() for piece, _ in pieces):
            return
        blank = True
        for piece, style in _right_trimmed(pieces):
            kept = piece.lstrip(" ") if blank else piece
            self._draft.write(kept, style)
            blank = piece.endswith(" ")
        self._draft.end_line(alignment=form.alignment, outline_level=form.heading)

    def _table(self, table: _Element) -> None:
        with self._draft.table() as rows:
            for row in table.iter("tr"):
                cells = tuple(_cell(cell) for cell in row.iterchildren("td", "th"))
                if any(cells):
                    rows.append(cells)
                    self._draft.write("\t".join(cells))
                    self._draft.end_line()


def _right_trimmed(pieces: list[tuple[str, Style]]) -> list[tuple[str, Style]]:
    """The pieces without the blanks that end the line."""
    pieces = list(pieces)
    while pieces:
        text, style = pieces.pop()
        if kept := text.rstrip(" "):
            return [*pieces, (kept, style)]
    return []


def _cell(cell: _Element) -> str:
    """The text of a table cell on one line."""
    lines = _Lines()
    lines.write(cell)
    return lines.joined


class _Lines(_Writer):
    """The lines of a cell, joined by a blank."""

    def __init__(self) -> None:
        super().__init__(Draft(), set())

    @property
    def joined(self) -> str:
        """The lines on one line."""
        return self._draft.text().strip("\n").replace("\n", " ").replace("\t", " ")


def is_data_table(table: _Element) -> bool:
    """Whether a table holds data; one that only arranges the page has one column, or long texts in its cells."""
    if table.find(".//table") is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    filled = [[cell for cell in row if tight(shown_text(cell))] for row in rows]
    if sum(len(row) >= 2 for row in filled) < 2:
        return False
    return not any(len(tight(shown_text(cell))) > _LONG_CELL for row in filled for cell in row if len(row) == 1)


def _form(node: _Element, above: _Form) -> _Form:
    """What the element adds to the form of the one around it."""
    css = node.get("style") or ""
    style = above.style
    if (size := _SIZE.search(css)) and 1 <= (points := _points(size[1], size[2])) <= 200:
        style = style._replace(size=points)
    if node.tag in {"b", "strong", "h1", "h2", "h3"} or _BOLD.search(css):
        style = style._replace(bold=True)
    if _RED.search(css) or (node.tag == "font" and (node.get("color") or "").lower() in {"red", "#ff0000", "#f00"}):
        style = style._replace(red=True)
    align = _ALIGN.search(css)
    named = align[1].lower() if align else (node.get("align") or "").lower()
    alignment = "centre" if node.tag == "center" else _ALIGNMENTS.get(named, above.alignment)
    return _Form(style, alignment, _HEADINGS.get(node.tag, above.heading), above.pre or node.tag == "pre")


def _points(number: str, unit: str) -> float:
    try:
        value = float(number)
    except ValueError:
        return 0.0
    return value if unit.lower() == "pt" else value * 0.75
