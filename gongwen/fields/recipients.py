"""主送机关, 收文人 (GB/T 9704-2012 7.3.2)."""

from __future__ import annotations

import re

from gongwen.fields.parties import split_parties
from gongwen.layout import Ground, Sheet
from gongwen.lexicon import Lexicon
from gongwen.model import Recipient

_PLACED = re.compile("[省市县区州镇乡]")
"""A name that says whose body it is: 县开发区管委会."""


def find_recipients(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> tuple[Recipient, ...]:
    """One entry for each agency, group or person."""
    element = sheet.first("recipients")
    if element is None:
        return ()
    text = ground.text(element.lines)
    colon = text.chars.rfind("：")
    parties = split_parties(text[:colon] if colon > 0 else text, lexicon)
    persons = bool(parties) and lexicon.is_person(parties[-1].text.chars)
    found = []
    governed = -1
    for party in parties:
        # 各 governs what follows it to the next ，: 各县党委、政府
        if party.text.chars.startswith("各"):
            governed = party.group
        found.append(
            _recipient(
                party.text.place(),
                persons=persons,
                group=governed == party.group and not _PLACED.match(party.text.chars),
                lexicon=lexicon,
            )
        )
    return tuple(found)


def _recipient(place: dict[str, object], *, persons: bool, group: bool, lexicon: Lexicon) -> Recipient:
    name = str(place["clean"])
    if lexicon.is_person(name) or (persons and len(name) <= 4 and not lexicon.is_agency(name)):
        return Recipient(name=name, kind="person", **place)
    return Recipient(name=name, kind="group" if group or lexicon.is_group(name) else "agency", **place)
