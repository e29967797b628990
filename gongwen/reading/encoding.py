"""文字编码: which encoding the bytes of a text file are in.

The bytes are read in every encoding that Chinese documents come in, and the reading
that is the shortest to write down wins: a common character costs few bits, a rare
one many, one that no document has the most. That holds on a phrase of two characters
as on a whole file, because the wrong encoding makes rare characters out of common ones.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib.resources import files

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be")
_SAMPLE = 3_000
"""Bytes that are enough to tell."""

# Bits by rank of use; behind the last, any other character of the everyday sets.
_RANKS = ((64, 6), (256, 8), (1024, 10), (2500, 12))
_ACCENTED, _EVERYDAY, _FOREIGN, _RARE, _NEVER = 9, 15, 17, 21, 28
_MARKS = "，。、；：？！“”‘’（）《》〈〉〔〕【】「」—…·　．％－０１２３４５６７８９○〇×"
_LATER_CHARACTER = re.compile("[^\x00-\u07ff\ufffd-\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x7f\ufffd]")


@cache
def _costs() -> dict[str, dict[str, int]]:
    """The bits of each common character, by encoding."""
    lines = files("gongwen.reading").joinpath("characters.txt").read_text("utf-8").split("\n")
    marks = dict.fromkeys(_MARKS, 7) | {chr(i): 6 for i in (9, 10, 13, *range(32, 127))}
    simplified, traditional = (_ranked(line) | marks for line in lines[:2])
    both = {c: min(simplified.get(c, 99), traditional.get(c, 99)) for c in simplified | traditional}
    return {"cp950": traditional, "gb18030": simplified} | dict.fromkeys(("utf-8", "utf-16-le", "utf-16-be"), both)


def _ranked(characters: str) -> dict[str, int]:
    out: dict[str, int] = {}
    at = 0
    for rank, bits in _RANKS:
        out.update(dict.fromkeys(characters[at:rank], bits))
        at = rank
    return out


@cache
def _rare(character: str) -> int:
    """The bits of a character that is in no list."""
    code = ord(character)
    if 0x4E00 <= code <= 0x9FFF:
        everyday = b"\xb0" <= character.encode("gb18030")[:1] <= b"\xf7" and character.encode("gb18030")[1] >= 0xA1
        return _EVERYDAY if everyday else _RARE
    if code < 0x20 or 0x7F <= code < 0xA0 or code >= 0xD800:
        return _NEVER
    if 0xC0 <= code <= 0xFF:
        return _ACCENTED
    return _FOREIGN if code < 0x0530 or 0x2000 <= code < 0x3130 or 0xFF00 <= code < 0xFFF0 else _NEVER


def _bits(sample: bytes, encoding: str, *, final: bool) -> float:
    """How many bits the sample takes to write down in the encoding."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample, final)
    known = _costs()[encoding]
    return sum(known.get(c) or _rare(c) for c in text)


def _sample(data: bytes) -> bytes:
    """A stretch that tells: from the first byte above ASCII, on an even offset for UTF-16."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - 32) & ~1 if first else 0
    return data[start : start + _SAMPLE]


def detect(data: bytes) -> str:
    """The encoding of bytes without BOM, as Python names it."""
    sample = _sample(data)
    final = data.endswith(sample)
    scores = {encoding: _bits(sample, encoding, final=final) for encoding in _CANDIDATES}
    return min(_CANDIDATES, key=scores.__getitem__)


def decode(data: bytes) -> tuple[str, str]:
    """The text of the bytes without its BOM, and the encoding; what cannot be decoded becomes U+FFFD."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    # Chinese beyond doubt, or plain ASCII: no other encoding looks like that.
    if (len(data) > 60 and _LATER_CHARACTER.search(text)) or (text.isascii() and text and "\0" not in text):
        return text, "utf-8"
    encoding = detect(data)
    if encoding == "cp950":
        encoding = _plain_big5(data)
    return data.decode(encoding, "replace"), encoding


def _plain_big5(data: bytes) -> str:
    """Big5 where that is enough, else the code page of Windows that adds to it (恒, 裏)."""
    try:
        data.decode("big5")
    except UnicodeDecodeError:
        return "cp950"
    return "big5"


def is_binary(text: str) -> bool:
    """Whether what was decoded is no text: one character in twenty is a control character or undecodable."""
    head = text[:20_000]
    return len(_CONTROL.findall(head)) * 20 > len(head)
