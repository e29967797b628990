"""发文字号 (GB/T 9704-2012 7.2.5): the document's own, never one that stands in 《》 or in the text."""

from __future__ import annotations

from gongwen.grammar.numbers import own_number, own_reference
from gongwen.layout import Element, Ground, Sheet
from gongwen.model import DocumentNumber


def _unbracketed(chars: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without brackets that stand around all of it: （第17期）; but （2025）第37期 opens with its own."""
    if chars[start] in "（〔" and chars[end - 1] in "）〕":
        return start + 1, end - 1
    inside = chars[start:end]
    if start and inside[-1] not in "）〕" and inside.count("）") > inside.count("（"):
        return start - 1, end
    return start, end - (inside[-1] in "）〕" and not any(c in "（〔" for c in inside))


def find_number(ground: Ground, sheet: Sheet) -> DocumentNumber | None:
    """The number of the head, or the one below the title; of several the one that says most."""
    found = [number for element in sheet.all("number") if (number := _read(ground, sheet, element))]
    return max(found, key=lambda number: (number.agency_code is not None, number.year is not None), default=None)


def _read(ground: Ground, sheet: Sheet, element: Element) -> DocumentNumber | None:
    text = ground.text(element.lines).tight()
    match = own_number(text.chars)
    if match is None:
        return None
    start, end = match.span("order" if match["order"] else "number")
    if match["issue"]:
        start, end = _unbracketed(text.chars, start, end)
    parts = dict(own_reference(match))
    if sheet.first("order_title"):
        parts["style"] = "order"
    return DocumentNumber(**text.place(start, end), **parts)
