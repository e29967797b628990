"""自动编号 of a binary Word file: its list tables as a Numbering ([MS-DOC] 2.9.150, 2.9.131)."""

from __future__ import annotations

from gongwen.reading.doc_file import WordFile, signed, unsigned
from gongwen.reading.numbering import LEVELS, Level, List, Numbering

_FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "decimal", "decimal", "decimal", "hex",
    "decimal", "ideographDigital", "japaneseCounting", "decimal", "decimal", "decimalFullWidth", "decimalHalfWidth",
    "ideographLegalTraditional", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2", "decimal",
    "decimal", "decimalZero", "bullet", "decimal", "decimal", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand",
    "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
"""The formats of [MS-OSHARED] 2.2.1.3 by their number."""
_SUFFIXES = ("tab", "space", "nothing")
_MAX_LISTS = 5_000


def read_lists(file: WordFile) -> Numbering:
    """The lists of a file."""
    definitions = _definitions(file.lists(), file.list_definitions_length())
    return Numbering(definitions, _instances(file.list_instances()))


def _definitions(data: bytes, levels_at: int) -> dict[str, list[Level]]:
    out: dict[str, list[Level]] = {}
    at = levels_at
    for k in range(min(unsigned(data, 0, 2), _MAX_LISTS)):
        head = 2 + 28 * k
        simple = unsigned(data, head + 26, 1) & 1
        levels: list[Level] = []
        for _ in range(1 if simple else LEVELS):
            if at + 28 > len(data):
                break
            level, at = _level(data, at)
            levels.append(level)
        out[str(signed(data, head))] = levels
    return out


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """A level and where the next begins."""
    flags = data[at + 5]
    text_at = at + 28 + data[at + 24] + data[at + 25]
    length = min(unsigned(data, text_at, 2), 255)
    text = data[text_at + 2 : text_at + 2 + 2 * length].decode("utf-16-le", "replace")
    number = data[at + 4]
    level = Level(
        text="".join(f"%{ord(c) + 1}" if ord(c) < LEVELS else c for c in text),
        format="none" if number == 0xFF else _FORMATS[number] if number < len(_FORMATS) else "decimal",
        start=max(0, signed(data, at)),
        suffix=_SUFFIXES[data[at + 15]] if data[at + 15] < len(_SUFFIXES) else "tab",
        legal=bool(flags & 4),
        restart=data[at + 26] if flags & 8 else None,
    )
    return level, text_at + 2 + 2 * length


def _instances(data: bytes) -> dict[str, List]:
    count = min(unsigned(data, 0), _MAX_LISTS)
    at = 4 + 16 * count
    out: dict[str, List] = {}
    for k in range(count):
        head = 4 + 16 * k
        if head + 16 > len(data):
            break
        starts: dict[int, int] = {}
        levels: dict[int, Level] = {}
        at += 4
        for _ in range(min(unsigned(data, head + 12, 1), LEVELS)):
            if at + 8 > len(data):
                break
            flags = unsigned(data, at + 4)
            index, start = flags & 0xF, signed(data, at)
            at += 8
            if flags & 0x20 and at + 28 <= len(data):
                levels[index], at = _level(data, at)
            elif flags & 0x10:
                starts[index] = max(0, start)
        out[str(k + 1)] = List(str(signed(data, head)), starts, levels)
    return out
