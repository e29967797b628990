"""发文机关署名, 成文日期, 附注 (GB/T 9704-2012 7.3.5, 7.3.6)."""

from __future__ import annotations

import re

from gongwen.fields.letterhead import find_agencies
from gongwen.grammar.dates import find_date, iso
from gongwen.layout import Element, Ground, Line, Sheet
from gongwen.layout.cues_close import SEALS
from gongwen.lexicon import Lexicon
from gongwen.model import Date, Node, Signature
from gongwen.text import Text


def find_signature(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> Signature:
    """The agencies that sign, one entry each, and the date."""
    lines = [line for element in sheet.all("signature") for line in element.lines]
    agencies = [agency for text in _names(ground, lines, lexicon) for agency in find_agencies(text, lexicon)]
    dates = [date for element in (*sheet.all("date"), *sheet.all("date_line")) if (date := read_date(ground, element))]
    return Signature(agencies=tuple(agencies), date=dates[-1] if dates else None)


def _names(ground: Ground, lines: list[Line], lexicon: Lexicon) -> list[Text]:
    """The lines of the signature; a name that breaks over two is one."""
    names: list[Text] = []
    held: Line | None = None
    for line in lines:
        if line.tight in SEALS or _SEAL_FOR.fullmatch(line.tight):
            continue
        if held is None and not lexicon.is_agency(line.tight) and len(line.tight) > 6 and line is not lines[-1]:
            held = line
            continue
        names.append(ground.text([held, line]) if held else line.text(ground.source))
        held = None
    return names


_SEAL_FOR = re.compile("（[^（）]{0,30}代章）")


def read_date(ground: Ground, element: Element) -> Date | None:
    """The date of an element."""
    text = ground.text(element.lines).tight()
    match = find_date(text.chars)
    value = iso(match) if match else None
    return Date(value=value, **text.place(*match.span())) if match and value else None


def find_note(ground: Ground, sheet: Sheet) -> Node | None:
    """附注, without its brackets; what says that a text is public may stand above the signature."""
    element = sheet.first("note") or sheet.first("early_note")
    if element is None:
        return None
    text = ground.text(element.lines)
    bare = text[1:-1] if text.chars.startswith("（") and text.chars.endswith("）") else text
    return Node(**bare.strip().place())
