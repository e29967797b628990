"""Cells: the characters of a text that is being disturbed, each with the offset that it had.

Every step of noise takes cells and gives cells. What a step adds has no offset: it is layout (a
line break inside a sentence, which a span runs over) or a hole (a page number, the litter of a web
page, which a span leaves out). From the cells at the end follow the text and the place of every part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gongwen.model import Block, Document, Node, Role
from gongwen.testing.specimens.draft import Draft, Part, Quote

LAYOUT = -1
HOLE = -2
LITTER = -3
_ROLES: dict[int, Role] = {HOLE: "furniture", LITTER: "litter"}

_BLANK = frozenset(" \t\n\r\f\u3000\xa0\u2002\u2003\u2009")


@dataclass(frozen=True, slots=True)
class Cells:
    """Characters and the offset in the draft that each had; ``LAYOUT``, ``HOLE`` or ``LITTER`` for what was added."""

    chars: list[str]
    origins: list[int]

    @classmethod
    def of(cls, text: str) -> Cells:
        """The cells of an undisturbed text."""
        return cls(list(text), list(range(len(text))))

    @property
    def text(self) -> str:
        """The text as it stands."""
        return "".join(self.chars)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends, its line break left out."""
        start = 0
        for k, char in enumerate(self.chars):
            if char == "\n":
                yield start, k
                start = k + 1
        yield start, len(self.chars)

    def edited(self, edits: Iterable[tuple[int, int, str, int]]) -> Cells:
        """Each edit in order puts a text in the place of what stood from start to end.

        An edit that keeps the length keeps the offsets; another gives its characters the kind named.
        """
        chars: list[str] = []
        origins: list[int] = []
        at = 0
        for start, end, text, kind in edits:
            chars.extend(self.chars[at:start])
            origins.extend(self.origins[at:start])
            chars.extend(text)
            origins.extend(self.origins[start:end] if len(text) == end - start else [kind] * len(text))
            at = end
        chars.extend(self.chars[at:])
        origins.extend(self.origins[at:])
        return Cells(chars, origins)

    def replaced(self, change: Callable[[str], str]) -> Cells:
        """Every character changed by itself."""
        return Cells([change(char) for char in self.chars], self.origins)


class Settled:
    """The end of all noise: the text, and where the stretches of the draft have gone."""

    def __init__(self, draft: Draft, cells: Cells) -> None:
        self.draft = draft
        self.text = cells.text
        self._chars = cells.chars
        self._kinds = cells.origins
        pairs = [(origin, k) for k, origin in enumerate(cells.origins) if origin >= 0]
        self._origins = [origin for origin, _ in pairs]
        self._places = [k for _, k in pairs]
        self._holes = [k for k, origin in enumerate(cells.origins) if origin <= HOLE]

    def spans(self, ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Where stretches of the draft stand now, without the holes; nothing where they are lost."""
        out: list[tuple[int, int]] = []
        for start, end in ranges:
            first, last = bisect_left(self._origins, start), bisect_left(self._origins, end) - 1
            while first <= last and self._blank(first):
                first += 1
            while last >= first and self._blank(last):
                last -= 1
            if first <= last:
                out.extend(self._without_holes(self._places[first], self._places[last] + 1))
        return tuple(out)

    def _blank(self, index: int) -> bool:
        return self._chars[self._places[index]] in _BLANK

    def _without_holes(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        first, last = bisect_left(self._holes, start), bisect_left(self._holes, end)
        at = start
        for hole in self._holes[first:last]:
            if hole > at:
                yield from self._trimmed(at, hole)
            at = hole + 1
        if at < end:
            yield from self._trimmed(at, end)

    def _trimmed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch up to a hole without the blanks before and behind it."""
        while start < end and self._chars[start] in _BLANK:
            start += 1
        while end > start and self._chars[end - 1] in _BLANK:
            end -= 1
        if start < end:
            yield start, end

    def clean(self, ranges: list[tuple[int, int]]) -> str:
        """What a reader reads: the characters as they now are, with a blank only where a word needs it."""
        return "".join(self._read(start, end) for start, end in ranges)

    def _read(self, start: int, end: int) -> str:
        where = range(bisect_left(self._origins, start), bisect_left(self._origins, end))
        return _clean((self._chars[self._places[k]], self._origins[k] in self.draft.gaps) for k in where)

    def document(self, **values: Any) -> Document:
        """The Document, validated."""
        blocks = [self.build(block) for block in self.draft.blocks]
        made = {name: self._value(value) for name, value in self.draft.values.items()}
        made["claims"] = tuple(filter(None, map(self.build, self.draft.claims)))
        citations = filter(None, map(self.build, self.draft.citations))
        made["citations"] = tuple(sorted(citations, key=lambda c: c.start))
        made["blocks"] = tuple(sorted([*filter(None, blocks), *self._added()], key=lambda b: b.spans))
        return Document(text=self.text, **values, **made)

    def build(self, part: Part) -> Any:
        """The part as the model has it; None where its place is lost."""
        values = {name: self._value(value) for name, value in part.values.items()}
        if not issubclass(part.model, Node):
            return part.model(**values)
        spans = self.spans(part.ranges)
        if not spans:
            return None
        text = "".join(self.text[a:b] for a, b in spans)
        return part.model(spans=spans, text=text, clean=self.clean(part.ranges), **values)

    def _value(self, value: Any) -> Any:
        if isinstance(value, Part):
            return self.build(value)
        if isinstance(value, Quote):
            return self.clean(value.ranges)
        if isinstance(value, list | tuple):
            return tuple(v for v in map(self._value, value) if v is not None)
        return value

    def _added(self) -> Iterator[Block]:
        """The blocks of what was added: page numbers, litter."""
        line: list[int] = []
        for k in [*self._holes, -1]:
            if line and (k != line[-1] + 1 or self._chars[k] == "\n"):
                yield from self._hole(line[0], line[-1] + 1)
                line = []
            if k >= 0:
                line.append(k)

    def _hole(self, start: int, end: int) -> Iterator[Block]:
        for a, b in self._trimmed(start, end):
            text = self.text[a:b]
            clean = _clean((char, False) for char in text)
            yield Block(role=_ROLES[self._kinds[a]], spans=((a, b),), text=text, clean=clean)


def _clean(chars: Iterable[tuple[str, bool]]) -> str:
    """Characters without blanks, but for one between two Latin words and where one is to be kept."""
    out: list[str] = []
    blank = kept = False
    for char, gap in chars:
        if char in _BLANK:
            blank, kept = True, kept or gap
            continue
        if out and (kept or (blank and _latin(out[-1]) and _latin(char))):
            out.append(" ")
        out.append(char)
        blank = kept = False
    return "".join(out)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
