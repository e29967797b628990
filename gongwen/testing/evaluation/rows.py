"""The rows that are compared, as both sides are brought into them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from gongwen.testing.evaluation.bare import BareText, bare

Data = dict[str, Any]
SINGLE = (
    "kind",
    "copy_number",
    "security",
    "urgency",
    "category",
    "number",
    "title",
    "note",
    "date",
    "imprint_agency",
    "imprint_date",
)
MANY = ("letterhead", "signers", "recipients", "attachment_list", "attachments", "copies", "signature", "contacts")
PLACED = {"sections": ("marker", "title", "depth"), "points": ("marker",), "citations": ("title", "number")}
"""The lists whose rows are paired by their place, and what has to agree beside it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A section, point or citation: where it stands and what it says, reduced."""

    place: int
    values: Data

    def key(self, kind: str) -> tuple[str, ...]:
        """What has to agree for the row to be right in every attribute."""
        values = [bare(str(self.values.get(name) or "")) for name in PLACED[kind]]
        return (values[0].rstrip(",、"),) if kind == "points" else tuple(values)

    def name(self) -> str | None:
        """What a message calls the row."""
        return self.values.get("marker") or self.values.get("title") or self.values.get("number")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: where its quantity stands, and its attributes."""

    start: int
    end: int
    values: Data

    def number(self, name: str = "value") -> Fraction | None:
        """The value as an exact number."""
        return exact(self.values.get(name))

    def text(self, name: str) -> str:
        """An attribute, reduced; empty where there is none."""
        return bare(self.values.get(name))

    def covers(self, other: ClaimRow) -> float:
        """How much of the shorter quantity both have; nothing where one is far longer than the other."""
        both = min(self.end, other.end) - max(self.start, other.start)
        one, two = self.end - self.start, other.end - other.start
        short = max(1, min(one, two))
        return both / short if both > 0 and max(one, two) <= 3 * short + 4 else 0.0


@dataclass(slots=True)
class Rows:
    """All that is compared of one document."""

    single: dict[str, str | None] = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)
    placed: dict[str, list[Row]] = field(default_factory=dict)
    claims: list[ClaimRow] | None = field(default_factory=list)
    """None where a gold file has none to score."""


def exact(value: object) -> Fraction | None:
    """A number as printed in JSON (``4.860``, ``1/3``) as a Fraction, None where it is none."""
    if value is None or value == "":
        return None
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        pass
    try:
        return Fraction(Decimal(str(value)))
    except (InvalidOperation, ValueError, OverflowError):
        return None


def rows_of_document(document: Data | None) -> Rows:
    """The rows of a document in the JSON of the model. Raises where it is not of that form."""
    if document is None:
        return Rows(dict.fromkeys(SINGLE), {name: [] for name in MANY}, {name: [] for name in PLACED})
    places = BareText(document["text"]).places
    placed = {
        "sections": [Row(places[at], values) for at, values in _sections(document)],
        "points": [Row(places[_start(point)], point) for point in _points(document)],
        "citations": [Row(places[_start(c)], c) for c in document.get("citations") or []],
    }
    claims = [_claim(claim, places) for claim in document.get("claims") or []]
    return Rows(_single(document), _many(document), placed, claims)


def _get(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _single(document: Data) -> dict[str, str | None]:
    found = {
        name: _get(document, name, "text")
        for name in ("copy_number", "security", "urgency", "category", "number", "note")
    }
    return found | {
        "kind": document.get("kind"),
        "title": _get(document, "title", "clean"),
        "date": _get(document, "signature", "date", "value"),
        "imprint_agency": _get(document, "imprint", "agency", "name"),
        "imprint_date": _get(document, "imprint", "date", "value"),
    }


def _many(document: Data) -> dict[str, list[str]]:
    contacts = document.get("contacts") or []
    return {
        "letterhead": _names(_get(document, "letterhead", "agencies")),
        "signature": _names(_get(document, "signature", "agencies")),
        "signers": _names(document.get("signers")),
        "recipients": _names(document.get("recipients")),
        "copies": _names(document.get("copies")),
        "attachment_list": _names(document.get("attachment_list"), "title"),
        "attachments": [a["title"] for a in document.get("attachments") or [] if a.get("title")],
        "contacts": [f"{c.get('name') or ''}|{phone}" for c in contacts for phone in c.get("phones") or [""]],
    }


def _names(items: list[Data] | None, key: str = "name") -> list[str]:
    return [item[key] for item in items or []]


def _start(node: Data) -> int:
    return int(node["spans"][0][0])


def _bodies(document: Data) -> list[Data]:
    bodies = [document.get("body"), *(a.get("body") for a in document.get("attachments") or [])]
    return [body for body in bodies if body]


def _sections(document: Data) -> list[tuple[int, Data]]:
    found: list[tuple[int, Data]] = []

    def walk(sections: list[Data] | None, depth: int) -> None:
        for section in sections or []:
            found.append(
                (_start(section), {"marker": section.get("marker"), "title": section.get("title"), "depth": depth})
            )
            walk(section.get("children"), depth + 1)

    for body in _bodies(document):
        walk(body.get("sections"), 1)
    return sorted(found, key=lambda item: item[0])


def _points(document: Data) -> list[Data]:
    found: list[Data] = []

    def walk(part: Data) -> None:
        for name in ("preamble", "paragraphs", "conclusion"):
            for paragraph in part.get(name) or []:
                found.extend(paragraph.get("points") or [])
        for name in ("sections", "children"):
            for child in part.get(name) or []:
                walk(child)

    for body in _bodies(document):
        walk(body)
    return sorted(found, key=_start)


def _claim(claim: Data, places: list[int]) -> ClaimRow:
    quantity = claim["quantity"]
    values = {name: quantity.get(name) for name in ("value", "high", "unit", "bound")}
    values |= {name: claim.get(name) for name in ("kind", "direction", "basis", "modality")}
    values |= {name: _get(claim, name, "text") for name in ("metric", "per")}
    values |= {"quantity": quantity.get("text"), "period": _get(claim, "period", "value")}
    # A fact whose time a reader carries over from the sentence before: gold for which none is right too.
    values["period_or_none"] = bool(_get(claim, "period", "inherited")) and claim.get("modality") == "actual"
    return ClaimRow(places[_start(quantity)], places[int(quantity["spans"][-1][1])], values)
