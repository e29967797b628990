"""Elements: labelled lines gathered into the parts of a text, and texts printed along split off."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise
from string import ascii_letters

from gongwen.layout.furniture import furniture, head_table, is_litter
from gongwen.layout.label import Label, label
from gongwen.layout.lines import Line, cells, split
from gongwen.layout.measure import OPENS
from gongwen.layout.own_litter import own_litter
from gongwen.layout.view import Page
from gongwen.lexicon import Lexicon
from gongwen.reading import Reading
from gongwen.text import Spans, Text, fold, join

_NUMBERED = re.compile(r"附件[\d一二三四五六七八九十]")
_LETTERS = frozenset(ascii_letters)


@dataclass(slots=True)
class Element:
    """Lines that make up one element."""

    slot: str
    lines: list[Line]
    labels: list[Label]
    zone: int = 0


@dataclass(slots=True)
class Sheet:
    """A labelled text: the document itself, or one printed along with it."""

    elements: list[Element]
    attachments: list[Sheet] = field(default_factory=list)

    def all(self, slot: str) -> list[Element]:
        """The elements of a slot, in order."""
        return [e for e in self.elements if e.slot == slot]

    def first(self, slot: str) -> Element | None:
        """The first element of a slot."""
        return next((e for e in self.elements if e.slot == slot), None)


@dataclass(frozen=True)
class Ground:
    """The source under the sheets: what spans are cut from."""

    source: str
    folded: str
    furniture: tuple[Line, ...]
    holes: tuple[tuple[int, int], ...]
    """Stretches that belong to no part: page numbers and running heads, with the blank space around them."""
    litter: list[Line]
    """What a web page puts between the parts of the head, and what a user's own patterns name."""
    slow: tuple[str, ...] = ()
    """A user's own patterns that took too long."""

    def between(self, start: int, end: int) -> bool:
        """Whether a hole stands between two offsets."""
        at = bisect_left(self.holes, (start, 0))
        return at < len(self.holes) and self.holes[at][0] < end

    def cover(self, start: int, end: int) -> Spans:
        """The spans from start to end without the holes between."""
        spans = []
        at = bisect_left(self.holes, (start, 0))
        while at < len(self.holes) and self.holes[at][0] < end:
            spans.append((start, self.holes[at][0]))
            start = self.holes[at][1]
            at += 1
        spans.append((start, end))
        return tuple(spans)

    def spans(self, lines: list[Line]) -> Spans:
        """Where the lines stand, furniture between them left out."""
        return self.cover(lines[0].start, lines[-1].end)

    def text(self, lines: list[Line]) -> Text:
        """The lines as one Text without layout blanks; a hole where furniture stands between two."""
        whole = lines[0].text(self.source).tidy()
        run = [whole]
        for last, line in pairwise(lines):
            piece = line.text(self.source).tidy()
            if last.tight[-1] in _LETTERS and line.tight[0] in _LETTERS:
                run.append(Text(self.source, " ", [0], [last.end], [False], tidied=True))
            if self.holes and self.between(last.end, line.start):
                run = [join([join(run), piece], holes=True)]
            else:
                run.append(piece)
        return join(run)


def lay_out(source: str, lexicon: Lexicon, reading: Reading | None = None) -> tuple[Ground, Sheet]:
    """The document's sheet, with the texts printed along on sheets of their own.

    The reading, where it is given, adds what the format knows: looks and tables.
    """
    folded = fold(source)
    rows = split(source, folded)
    _indent(rows, reading)
    lines = [cell for n, line in enumerate(rows) for cell in cells(line, lexicon, first=n == 0)]
    off = furniture(lines) | _asides(lines, reading)
    own, slow = own_litter(source, lines, lexicon)
    litter = (_head_litter(lines) | own) - off
    ground = Ground(
        source,
        folded,
        tuple(lines[i] for i in sorted(off)),
        _holes(lines, off | litter),
        [lines[i] for i in sorted(litter)],
        slow,
    )
    aside = off | litter
    kept = [line for i, line in enumerate(lines) if i not in aside]
    page = Page(kept, lexicon)
    if reading is not None:
        page = _informed(page, reading)
    return ground, _sheet(page, label(page))


def _indent(lines: list[Line], reading: Reading | None) -> None:
    """Where a word processor indents a paragraph its first line counts as if the blanks were typed."""
    if reading is None or reading.layout is None or not reading.layout.forms:
        return
    last = -1
    for line in lines:
        form = reading.layout.form(line.start)
        if form and form.start != last:
            last = form.start
            columns = round(2 * (form.indent or 0))
            line.indent += columns
            line.width += columns


def _asides(lines: list[Line], reading: Reading | None) -> set[int]:
    """Lines that a word processor keeps in running heads and feet."""
    if reading is None or reading.layout is None or not reading.layout.forms:
        return set()
    form = reading.layout.form
    return {i for i, line in enumerate(lines) if (made := form(line.start)) and made.part in {"header", "footer"}}


def _informed(page: Page, reading: Reading) -> Page:
    """The page with what the reading knows of looks and tables."""
    spans = [span for table in reading.tables for span in table.spans]
    ruled = (
        frozenset(i for i, line in enumerate(page.lines) if any(a <= line.start < b for a, b in spans))
        if spans
        else frozenset()
    )
    if reading.layout is None and not ruled:
        return page
    look = reading.layout.look if reading.layout else None
    sizes = [made.size for line in page.lines if look and (made := look(line.start, line.end)) and made.size]
    return replace(page, look=look, ruled=ruled, body_size=sorted(sizes)[len(sizes) // 2] if sizes else 16.0)


def _head_litter(lines: list[Line]) -> set[int]:
    """Lines of a web page among the first lines, up to the first long one."""
    found = head_table(lines)
    for i, line in enumerate(lines[:24]):
        if OPENS.match(line.tight) or (len(line.tight) > 60 and line.tight[-1] in "。："):
            break
        if is_litter(line.tight):
            found.add(i)
    return found


def _holes(lines: list[Line], off: set[int]) -> tuple[tuple[int, int], ...]:
    holes: list[tuple[int, int]] = []
    for i in sorted(off):
        start = lines[i - 1].end if i else 0
        end = lines[i + 1].start if i + 1 < len(lines) else lines[i].end
        if holes and holes[-1][1] >= start:
            start = holes.pop()[0]
        holes.append((start, end))
    return tuple(holes)


def _sheet(page: Page, labels: list[Label]) -> Sheet:
    elements: list[Element] = []
    for line, mark in zip(page.lines, labels, strict=True):
        last = elements[-1] if elements else None
        same = last is not None and last.slot == mark.slot and last.zone == mark.state.zone
        if last is not None and same and (mark.state.more or mark.slot == "body"):
            last.lines.append(line)
            last.labels.append(mark)
        else:
            slot = "attachment" if mark.slot == "another" else mark.slot
            elements.append(Element(slot, [line], [mark], mark.state.zone))
    sheet = Sheet(elements)
    if not page.attached:
        sheet.attachments = [_attached(page, e) for e in _merged(sheet.all("attachment"))]
    return sheet


def _merged(elements: list[Element]) -> list[list[Line]]:
    """The lines of each text printed along: a heading 附件 and the lines of the title below it open one text.

    附件1：… and 附件2：… on lines one below the other are two, whose texts are lost.
    """
    texts: list[list[Line]] = []
    bare = False
    for element in elements:
        if bare and not all(_NUMBERED.match(line.tight) for line in (texts[-1][-1], element.lines[0])):
            texts[-1].extend(element.lines)
        else:
            texts.append(list(element.lines))
        bare = len(element.lines) == 1
    return texts


def _attached(page: Page, lines: list[Line]) -> Sheet:
    starts = {page.lines[i].start for i in page.ruled}
    ruled = frozenset(i for i, line in enumerate(lines) if line.start in starts)
    own = Page(
        lines, page.lexicon, attached=True, named=page.named, look=page.look, body_size=page.body_size, ruled=ruled
    )
    return _sheet(own, label(own))
