"""The structures of a binary Word file that its text hangs on ([MS-DOC])."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

PARAGRAPH_SPRMS = {
    0x2403: "alignment", 0x2461: "alignment", 0x2416: "in_table", 0x2417: "row_end", 0x260A: "level", 0x460B: "list",
    0x2640: "outline", 0x840F: "left", 0x845E: "left", 0x8411: "first", 0x8460: "first", 0x4456: "left_characters",
    0x4457: "first_characters",
}  # fmt: skip
"""Property codes of paragraphs that are read."""
_SPRM_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)
_TABLE_DEFINITION = 0xD608
_STYLES, _PARAGRAPH_PAGES, _PIECES, _LISTS, _LIST_INSTANCES = 1, 13, 33, 73, 74
_FIRST_PAIR = 0x9A
MAX_CHARACTERS = 20_000_000


class Properties(NamedTuple):
    """What is said of a paragraph, None where it is left to the style."""

    style: int = 0
    values: tuple[tuple[str, int], ...] = ()

    def get(self, name: str) -> int | None:
        """The last value that was set."""
        return next((value for key, value in reversed(self.values) if key == name), None)


class _Piece(NamedTuple):
    start: int
    end: int
    offset: int
    wide: bool


def unsigned(data: bytes, at: int, size: int = 4) -> int:
    """A little-endian number; 0 behind the end."""
    return int.from_bytes(data[at : at + size], "little") if 0 <= at <= len(data) - size else 0


def signed(data: bytes, at: int) -> int:
    """A little-endian number of four bytes with its sign."""
    return struct.unpack_from("<i", data, at)[0] if 0 <= at <= len(data) - 4 else 0


def properties(data: bytes, names: dict[int, str]) -> Iterator[tuple[str, int]]:
    """The known properties of a list of them."""
    at = 0
    while at + 2 < len(data):
        code = unsigned(data, at, 2)
        at += 2
        size = _SPRM_SIZES[code >> 13]
        if code == _TABLE_DEFINITION:
            size = unsigned(data, at, 2) + 1
        elif size < 0:
            size = data[at] + 1
        elif code in names:
            yield names[code], unsigned(data, at, size)
        at += size


@dataclass(frozen=True, slots=True)
class Stories:
    """How many characters each part of the text has, in their order."""

    body: int
    footnotes: int
    headers: int
    comments: int
    endnotes: int
    boxes: int


class WordFile:
    """The stream of the document and its tables."""

    def __init__(self, document: bytes, table: bytes) -> None:
        self._document = document
        self._table = table
        counts = [unsigned(document, at) for at in (0x4C, 0x50, 0x54, 0x5C, 0x60, 0x64)]
        self.stories = Stories(*(min(count, MAX_CHARACTERS) for count in counts))
        self._pieces = tuple(self._read_pieces())
        self._starts = [piece.start for piece in self._pieces]
        self._pages = self._read_paragraph_pages()
        self._cache: dict[int, tuple[list[int], list[Properties]]] = {}
        self.styles = tuple(self._read_styles())

    def structure(self, pair: int) -> bytes:
        """A structure of the table stream by its number among the pairs of offset and length."""
        at = _FIRST_PAIR + 8 * pair
        start, length = unsigned(self._document, at), unsigned(self._document, at + 4)
        return self._table[start : start + length]

    def lists(self) -> bytes:
        """The definitions of lists; their levels stand behind the structure's own end."""
        start = unsigned(self._document, _FIRST_PAIR + 8 * _LISTS)
        return self._table[start:] if len(self.structure(_LISTS)) > 2 else b""

    def list_definitions_length(self) -> int:
        """Where in :meth:`lists` the levels begin."""
        return len(self.structure(_LISTS))

    def list_instances(self) -> bytes:
        """The instances of lists."""
        return self.structure(_LIST_INSTANCES)

    def text(self) -> str:
        """All characters, one for each position; a character beyond the basic plane is two surrogates."""
        parts: list[str] = []
        at = 0
        for piece in self._pieces:
            if piece.start != at:
                break
            size = (piece.end - piece.start) * (2 if piece.wide else 1)
            data = self._document[piece.offset : piece.offset + size]
            text = _units(data) if piece.wide else data.decode("cp1252", "replace")
            parts.append(text.ljust(piece.end - piece.start, "\0"))
            at = piece.end
        return "".join(parts)

    def paragraph(self, position: int) -> Properties:
        """The properties of the paragraph whose mark stands at a position."""
        k = bisect_right(self._starts, position) - 1
        if k < 0:
            return Properties()
        piece = self._pieces[k]
        offset = piece.offset + (position - piece.start) * (2 if piece.wide else 1)
        return self._at_offset(offset)

    def _read_pieces(self) -> Iterator[_Piece]:
        data, at = self.structure(_PIECES), 0
        while at + 3 <= len(data) and data[at] == 1:
            at += 3 + unsigned(data, at + 1, 2)
        if at + 5 > len(data) or data[at] != 2:
            return
        table = data[at + 5 : at + 5 + unsigned(data, at + 1)]
        count = (len(table) - 4) // 12
        for k in range(count):
            start, end = unsigned(table, 4 * k), unsigned(table, 4 * k + 4)
            place = unsigned(table, 4 * (count + 1) + 8 * k + 2)
            wide = not place & 0x40000000
            offset = place & 0x3FFFFFFF
            if not start < end <= start + len(self._document):
                return
            yield _Piece(start, end, offset if wide else offset // 2, wide)

    def _read_paragraph_pages(self) -> tuple[list[int], list[int]]:
        data = self.structure(_PARAGRAPH_PAGES)
        count = max(0, (len(data) - 4) // 8)
        starts = [unsigned(data, 4 * k) for k in range(count)]
        return starts, [unsigned(data, 4 * (count + 1) + 4 * k) for k in range(count)]

    def _at_offset(self, offset: int) -> Properties:
        starts, pages = self._pages
        k = bisect_right(starts, offset) - 1
        if k < 0:
            return Properties()
        page = pages[k]
        if page not in self._cache:
            self._cache[page] = _page(self._document[512 * page : 512 * page + 512])
        offsets, found = self._cache[page]
        k = bisect_right(offsets, offset) - 1
        return found[k] if 0 <= k < len(found) else Properties()

    def _read_styles(self) -> Iterator[tuple[int, Properties]]:
        """Each style: the one that it is based on, and what it says of paragraphs."""
        data = self.structure(_STYLES)
        at = 2 + unsigned(data, 0, 2)
        base_size = unsigned(data, 4, 2)
        while at + 2 <= len(data):
            length = unsigned(data, at, 2)
            yield _style(data[at + 2 : at + 2 + length], base_size)
            at += 2 + length + (length & 1)


def _page(data: bytes) -> tuple[list[int], list[Properties]]:
    """A page of paragraph properties: where each begins, and what is said of it."""
    if len(data) < 512:
        return [], []
    count = data[511]
    offsets = [unsigned(data, 4 * k) for k in range(count)]
    found: list[Properties] = []
    for k in range(count):
        at = 2 * unsigned(data, 4 * (count + 1) + 13 * k, 1)
        if not 0 < at < 510:
            found.append(Properties())
            continue
        size = 2 * data[at] - 1 if data[at] else 2 * data[at + 1]
        start = at + 1 if data[at] else at + 2
        values = tuple(properties(data[start + 2 : start + size], PARAGRAPH_SPRMS))
        found.append(Properties(unsigned(data, start, 2), values))
    return offsets, found


def _style(data: bytes, base_size: int) -> tuple[int, Properties]:
    kind, base = unsigned(data, 2, 2) & 0xF, unsigned(data, 2, 2) >> 4
    if kind != 1:
        return 0xFFF, Properties()
    at = base_size + 2 + 2 * unsigned(data, base_size, 2) + 2
    at += at & 1
    size = unsigned(data, at, 2)
    return base, Properties(0, tuple(properties(data[at + 4 : at + 2 + size], PARAGRAPH_SPRMS)))


def _units(data: bytes) -> str:
    """UTF-16 code units as one character each."""
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))
