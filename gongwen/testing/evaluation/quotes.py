"""Gold that quotes the text: each quote is given its place, in the order of the text."""

from __future__ import annotations

from gongwen.testing.evaluation.bare import BareText, bare
from gongwen.testing.evaluation.rows import ClaimRow, Data, Row, Rows

_DIGITS = frozenset("0123456789")


class QuoteError(ValueError):
    """A quote of the gold that does not stand in the text."""


def rows_of_gold(gold: Data, text: str) -> Rows:
    """The rows of a gold file. Raises QuoteError where a quote has no place."""
    ground = BareText(text)
    placed = {
        "sections": _marked(gold.get("sections") or [], ground, at_heads=True),
        "points": _marked(gold.get("points") or [], ground, at_heads=False),
        "citations": _citations(gold.get("citations") or [], ground),
    }
    claims = None if gold.get("claims") is None else _claims(gold["claims"], ground)
    signature, imprint = gold.get("signature") or {}, gold.get("imprint") or {}
    names = ("kind", "copy_number", "security", "urgency", "category", "number", "title", "note")
    single = {name: gold.get(name) for name in names}
    single |= {
        "date": signature.get("date"),
        "imprint_agency": imprint.get("agency"),
        "imprint_date": imprint.get("date"),
    }
    many = {
        name: gold.get(name) or []
        for name in ("letterhead", "signers", "recipients", "attachment_list", "attachments", "copies")
    }
    many["signature"] = signature.get("agencies") or []
    many["contacts"] = [f"{c.get('name') or ''}|{c.get('phone') or ''}" for c in gold.get("contacts") or []]
    return Rows(single, many, placed, claims)


def _marked(items: list[Data], ground: BareText, *, at_heads: bool) -> list[Row]:
    """Rows quoted by a marker and what follows it; a section's stands at the head of a line if anywhere."""
    rows: list[Row] = []
    at = 0
    for item in items:
        wanted = bare(item["marker"]) + bare(item["start"])
        heads = (h for h in ground.heads if h >= at and ground.chars.startswith(wanted, h)) if at_heads else iter(())
        place = next(heads, None)
        if place is None:
            place = _find(ground, wanted, at)
        rows.append(Row(place, item))
        at = place + 1
    return rows


def _find(ground: BareText, wanted: str, at: int) -> int:
    place = ground.chars.find(wanted, at)
    if place < 0:
        raise QuoteError(f"not in the text after {at}: {wanted[:40]!r}")
    return place


def _claims(items: list[Data], ground: BareText) -> list[ClaimRow]:
    """Claims quoted by clause and quantity, one quantity behind the other."""
    rows: list[ClaimRow] = []
    clause_at = end = 0
    for item in items:
        clause, quantity = bare(item["clause"]), bare(item["quantity"])
        clause_at, place = _quantity(ground, clause, quantity, clause_at, end)
        end = place + len(quantity)
        rows.append(ClaimRow(place, end, item))
    return rows


def _quantity(ground: BareText, clause: str, quantity: str, clause_at: int, after: int) -> tuple[int, int]:
    for start in ground.every(clause, clause_at):
        places = (q for q in ground.every(quantity, max(start, after)) if not _cut(ground.chars, q, quantity))
        place = next(places, None)
        if place is not None and place + len(quantity) <= start + len(clause):
            return start, place
    raise QuoteError(f"no place for {quantity!r} in {clause[:40]!r}")


def _cut(chars: str, place: int, quantity: str) -> bool:
    """Whether the quantity is a piece out of a longer number: 5% in 15%, 2 in 1.2."""
    end = place + len(quantity)
    before, behind = chars[max(0, place - 2) : place], chars[end : end + 2]
    left = before[-1:] in _DIGITS or (before[-1:] in {".", ","} and before[:1] in _DIGITS)
    right = behind[:1] in _DIGITS or (behind[:1] in {".", ","} and behind[1:] in _DIGITS)
    return (quantity[0] in _DIGITS and left) or (quantity[-1] in _DIGITS and right)


def _citations(items: list[Data], ground: BareText) -> list[Row]:
    rows: list[Row] = []
    at = 0
    for item in items:
        title, number = bare(item.get("title")), bare(item.get("number"))
        place, length = _titled(ground, title, number, at) if title else _numbered(ground, number, at)
        rows.append(Row(place, item))
        at = place + length
    return rows


def _numbered(ground: BareText, number: str, at: int) -> tuple[int, int]:
    """A number alone: not the one that stands in brackets behind a title."""
    chars = ground.chars
    free = (p for p in ground.every(number, at) if chars[p - 1 : p] != "》" and chars[max(0, p - 2) : p] != "》〔")
    place = next(free, None)
    return (_find(ground, number, at) if place is None else place), len(number)


def _titled(ground: BareText, title: str, number: str, at: int) -> tuple[int, int]:
    """A title in 《》, or failing that as it stands; of several the one with its number beside it."""
    forms = [f"《{title}》", f"《{title}", title]
    spots = [(p, len(form)) for form in forms for p in ground.every(form, at)]
    beside = [spot for spot in spots if number and _beside(ground.chars, spot, number)]
    if beside:
        return beside[0]
    full = [(p, len(forms[0])) for p in ground.every(forms[0], at)]
    if full or spots:
        return (full or spots)[0]
    raise QuoteError(f"not in the text after {at}: {forms[0][:40]!r}")


def _beside(chars: str, spot: tuple[int, int], number: str) -> bool:
    place, length = spot
    end = place + length
    return number in chars[end : end + len(number) + 3] or number in chars[max(0, place - len(number) - 3) : place]
