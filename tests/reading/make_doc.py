"""Binary Word files for tests: a compound file with a text in pieces, paragraph properties and lists."""

import struct

SECTOR = 512
TEXT_AT = 0x800
PER_PAGE = 16
"""Paragraphs whose properties stand on one page."""


def level(text, number_format, *, start=1, follow=2):
    """``text`` with ``%1`` for numbers; ``follow`` 0 tab, 1 blank, 2 nothing."""
    placed = "".join(
        chr(ord(text[k + 1]) - ord("1")) if c == "%" else c
        for k, c in enumerate(text)
        if not (k and text[k - 1] == "%")
    )
    head = struct.pack("<iBB9sBiiBBBB", start, number_format, 0, bytes(9), follow, 0, 0, 0, 0, 0, 0)
    return head + struct.pack("<H", len(placed)) + placed.encode("utf-16-le")


def doc(paragraphs, *, levels=(), narrow=(), flags=0, footnotes=()):
    """``paragraphs``: (text with its mark, list level or None, properties as bytes); ``narrow``: which are kept in 8 bits."""
    body = [(text, number, more) for text, number, more in paragraphs]
    notes = [(text, None, b"") for text in footnotes]
    text, pieces, ranges = b"", [], []
    position = 0
    for k, (line, number, more) in enumerate(body + notes):
        offset = TEXT_AT + len(text)
        data = line.encode("cp1252") if k in narrow else line.encode("utf-16-le")
        pieces.append((position, offset * 2 | 0x40000000 if k in narrow else offset))
        text += data
        position += len(data) if k in narrow else len(data) // 2
        listed = b"" if number is None else struct.pack("<HBHH", 0x260A, number, 0x460B, 1)
        ranges.append((offset, listed + more))
    page_at = -(-(TEXT_AT + len(text)) // SECTOR)
    ranges.append((TEXT_AT + len(text), None))
    groups = [ranges[k : k + PER_PAGE + 1] for k in range(0, len(ranges) - 1, PER_PAGE)]
    document = bytearray(page_at * SECTOR)
    document[TEXT_AT : TEXT_AT + len(text)] = text
    document += b"".join(map(_properties, groups))
    starts = [group[0][0] for group in groups]
    table, places = _table(pieces, position, (starts, ranges[-1][0], page_at), levels)
    _head(
        document,
        sum(len(line.encode("utf-16-le")) // 2 for line, _, _ in body),
        sum(map(len, footnotes)),
        places,
        flags,
    )
    return _compound({"WordDocument": bytes(document), "1Table": table})


def _properties(ranges):
    """A page of the properties of paragraphs: where each begins, and where the last ends."""
    page = bytearray(SECTOR)
    page[511] = len(ranges) - 1
    at = 510
    struct.pack_into(f"<{len(ranges)}I", page, 0, *(offset for offset, _ in ranges))
    for k, (_, grpprl) in enumerate(ranges[:-1]):
        entry = struct.pack("<H", 0) + grpprl
        entry += bytes(1 - len(entry) % 2)
        at = (at - len(entry) - 1) & ~1
        page[at] = (len(entry) + 1) // 2
        page[at + 1 : at + 1 + len(entry)] = entry
        page[4 * len(ranges) + 13 * k] = at // 2
    return page


def _table(pieces, end, pages, levels):
    places, out = {}, b""

    def put(number, data):
        nonlocal out
        places[number] = (len(out), len(data))
        out += data

    positions = struct.pack(f"<{len(pieces) + 1}I", *(start for start, _ in pieces), end)
    found = positions + b"".join(struct.pack("<HIH", 0, offset, 0) for _, offset in pieces)
    put(33, b"\x02" + struct.pack("<I", len(found)) + found)
    starts, last, page_at = pages
    numbers = range(page_at, page_at + len(starts))
    put(13, struct.pack(f"<{2 * len(starts) + 1}I", *starts, last, *numbers))
    if levels:
        put(73, struct.pack("<Hii18sBB", 1, 77, 0, bytes(18), 0, 0))
        out += b"".join([*levels, *[level("", 255)] * (9 - len(levels))])
        put(74, struct.pack("<Ii8sBBBB", 1, 77, bytes(8), 0, 0, 0, 0) + b"\xff\xff\xff\xff")
    return out, places


def _head(document, body, footnotes, places, flags):
    struct.pack_into("<HH", document, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", document, 0x0A, 0x0200 | flags)
    struct.pack_into("<II", document, 0x4C, body, footnotes)
    for number, (start, length) in places.items():
        struct.pack_into("<II", document, 0x9A + 8 * number, start, length)


def _compound(streams):
    """A compound file; streams are padded so that none is kept in the small sectors."""
    padded = {
        name: data + bytes(max(4096, -(-len(data) // SECTOR) * SECTOR) - len(data)) for name, data in streams.items()
    }
    sectors, chains, at = [], [], 0
    for data in padded.values():
        count = len(data) // SECTOR
        chains.append(at)
        sectors += [*range(at + 1, at + count), 0xFFFFFFFE]
        at += count
    directory_at, table_at = at, at + 1
    sectors += [0xFFFFFFFE, 0xFFFFFFFD]
    assert len(sectors) <= 128
    sectors += [0xFFFFFFFF] * (128 - len(sectors))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack(
            "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory_at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
        )
    )
    head += struct.pack("<I", table_at) + b"\xff" * (4 * 108)
    names = list(padded)
    entries = _entry("Root Entry", 5, child=2 if len(names) > 1 else 1)
    entries += _entry(names[0], 2, start=chains[0], size=len(padded[names[0]]))
    entries += _entry(names[1], 2, start=chains[1], size=len(padded[names[1]]), left=1)
    entries += bytes(128)
    return head + b"".join(padded.values()) + entries + struct.pack("<128I", *sectors)


def _entry(name, kind, *, child=0xFFFFFFFF, left=0xFFFFFFFF, start=0xFFFFFFFE, size=0):
    coded = name.encode("utf-16-le") + b"\0\0"
    return coded.ljust(64, b"\0") + struct.pack(
        "<HBBIII36xIQ", len(coded), kind, 1, left, 0xFFFFFFFF, child, start, size
    )
