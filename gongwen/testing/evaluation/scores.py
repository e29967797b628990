"""Counts and what follows from them: precision, recall, F1, by field and by group of fields."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

GROUPS: dict[str, tuple[str, ...]] = {
    "header": (
        "copy_number",
        "security",
        "urgency",
        "category",
        "letterhead",
        "number",
        "signers",
        "title",
        "kind",
        "recipients",
    ),
    "closing": ("attachment_list", "signature", "date", "note", "attachments"),
    "imprint": ("copies", "imprint_agency", "imprint_date", "contacts"),
    "structure": ("sections", "points"),
    "structure*": ("sections*", "points*"),
    "citations": ("citations",),
    "citations*": ("citations*",),
    "claims": ("claims",),
    "claims*": ("claims*",),
}
"""The groups of fields; * where every attribute of a row has to be right."""


@dataclass(slots=True)
class Tally:
    """True positives, false positives, false negatives."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, hits: int, found: int, wanted: int) -> None:
        """Count so many hits among what was found and what was wanted."""
        self.hits += hits
        self.extra += found - hits
        self.missed += wanted - hits

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    @property
    def wanted(self) -> int:
        """How many the gold has."""
        return self.hits + self.missed

    @property
    def precision(self) -> float | None:
        """The part of what was found that is right; None where nothing was found."""
        found = self.hits + self.extra
        return self.hits / found if found else None

    @property
    def recall(self) -> float | None:
        """The part of what was wanted that was found; None where nothing was wanted."""
        return self.hits / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing on either side."""
        total = 2 * self.hits + self.extra + self.missed
        return 2 * self.hits / total if total else None


@dataclass(slots=True)
class Scores:
    """The tallies of the fields, the marks of the attributes, and the single differences."""

    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    marks: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)

    def groups(self) -> dict[str, Tally]:
        """The tallies of the groups."""
        return {
            name: sum((self.fields[f] for f in fields if f in self.fields), Tally()) for name, fields in GROUPS.items()
        }

    def include(self, other: Scores) -> None:
        """Take in the scores of another document."""
        for name, tally in other.fields.items():
            self.fields[name] += tally
        for name, marks in other.marks.items():
            self.marks[name].extend(marks)
        self.errors.extend(other.errors)
