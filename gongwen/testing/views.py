"""Views: each field of a Document as the plain values that a test writes down, with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from gongwen.model import Body, Claim, Document, Node, Paragraph, Point, Section

Found = tuple[Any, Node | None]
"""A value and the part that it was read from."""


def _node(node: Node | None) -> list[Found]:
    return [(node.clean, node)] if node else []


def _plain(value: Any) -> list[Found]:
    return [] if value is None else [(value, None)]


def _named(items: Sequence[Any], name: str = "name") -> list[Found]:
    return [(getattr(item, name), item) for item in items]


def _bodies(document: Document) -> Iterator[Body]:
    yield document.body
    for attachment in document.attachments:
        yield attachment.body


def _sections(document: Document) -> Iterator[Section]:
    """Every section in the order of the text."""
    for body in _bodies(document):
        for section in body.sections:
            yield from (part for part in section.walk() if isinstance(part, Section))


def _titles(document: Document) -> list[Found]:
    return [(f"{section.marker}{section.title or ''}", section) for section in _sections(document)]


def _points(document: Document) -> list[Found]:
    points = (part for part in document.walk() if isinstance(part, Point))
    return [(f"{point.marker}{point.lead}", point) for point in points]


def _paragraphs(document: Document) -> list[Found]:
    return [(part.clean, part) for part in document.walk() if isinstance(part, Paragraph)]


def _citations(document: Document) -> list[Found]:
    return [(c.title or c.number, c) for c in document.citations]


def _contacts(document: Document) -> list[Found]:
    return [(" ".join(filter(None, (c.name, phone))), c) for c in document.contacts for phone in c.phones or ("",)]


def _date(document: Document) -> list[Found]:
    date = document.signature.date
    return [(date.value, date)] if date else []


def _letterhead(document: Document) -> list[Found]:
    return _named(document.letterhead.agencies) if document.letterhead else []


def _claims(document: Document) -> list[Found]:
    return [(claim.quantity.clean, claim) for claim in document.claims]


SINGLE: dict[str, Callable[[Document], list[Found]]] = {
    "kind": lambda d: _plain(d.kind),
    "direction": lambda d: _plain(d.direction),
    "copy_number": lambda d: _node(d.copy_number),
    "security": lambda d: _node(d.security),
    "urgency": lambda d: _node(d.urgency),
    "category": lambda d: _node(d.category),
    "number": lambda d: _node(d.number),
    "title": lambda d: _node(d.title),
    "date": _date,
    "note": lambda d: _node(d.note),
    "imprint": lambda d: _named([d.imprint.agency]) if d.imprint and d.imprint.agency else [],
}
"""Fields of one value."""
MANY: dict[str, Callable[[Document], list[Found]]] = {
    "letterhead": _letterhead,
    "signers": lambda d: _named(d.signers),
    "recipients": lambda d: _named(d.recipients),
    "sections": _titles,
    "points": _points,
    "paragraphs": _paragraphs,
    "attachment_list": lambda d: _named(d.attachment_list, "title"),
    "signature": lambda d: _named(d.signature.agencies),
    "attachments": lambda d: _named(d.attachments, "title"),
    "copies": lambda d: _named(d.copies),
    "contacts": _contacts,
    "claims": _claims,
    "citations": _citations,
}
"""Fields of several values."""

CLAIM: dict[str, Callable[[Claim], Any]] = {
    "quantity": lambda c: c.quantity.clean,
    "value": lambda c: c.quantity.value,
    "high": lambda c: c.quantity.high,
    "unit": lambda c: c.quantity.unit,
    "bound": lambda c: c.quantity.bound,
    "kind": lambda c: c.kind,
    "direction": lambda c: c.direction,
    "basis": lambda c: c.basis,
    "metric": lambda c: c.metric.clean if c.metric else None,
    "whole": lambda c: c.whole.clean if c.whole else None,
    "per": lambda c: c.per.clean if c.per else None,
    "period": lambda c: c.period.value if c.period else None,
    "modality": lambda c: c.modality,
}
"""What a test may ask of a claim."""
