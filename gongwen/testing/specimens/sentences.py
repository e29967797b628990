"""Sentences: patterns written down, their claims, citations and points with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gongwen.model import Citation, Period, Quantity, Reference
from gongwen.testing.specimens.bounds import Printed
from gongwen.testing.specimens.draft import Draft, Part, Quote
from gongwen.testing.specimens.pattern import Tag, one_reading, read_pattern
from gongwen.testing.specimens.periods import period
from gongwen.testing.specimens.quantities import quantity
from gongwen.testing.specimens.statement import Statement
from gongwen.testing.specimens.stock import Drawing

_TWOFOLD = {"mean": "per", "mw": "w"}
"""Words that are part of the metric too: 人均 says per what, 总投资的 of what."""


@dataclass(slots=True)
class Setting:
    """What sentences need to know of the document around them."""

    own: dict[str, tuple[str, ...]]
    """The document's own words, by the names of their slots."""
    day: date
    path: tuple[Quote, ...] = ()
    """The markers on the way down."""
    cite: Any = None
    """Draws a text to cite: title, number or None, reference or None."""
    heads: tuple[Part | None, ...] = (None,)
    """The times to come that opened the paragraph and the point."""
    dated: bool = True
    """Whether the document says its day, so that 今年 and 去年 are settled."""
    carried: Part | None = None
    """The time to come that opened the item of which this one is a sub-item."""
    in_point: bool = False
    opening: bool = True
    """Whether nothing of the paragraph has been written yet."""


class Writer:
    """Writes sentences to a draft."""

    def __init__(self, draft: Draft, drawing: Drawing, setting: Setting) -> None:
        self.draft, self.drawing, self.setting = draft, drawing, setting

    def open_paragraph(self) -> None:
        """A new paragraph begins: only the time to come that opened the item above is carried into it."""
        self.setting.heads, self.setting.opening = (self.setting.carried,), True

    def open_point(self) -> None:
        """A new point begins: what opened the paragraph goes on, what opened the point before does not."""
        self.setting.heads, self.setting.opening = self.setting.heads[:1], True

    def sentence(self, pattern: str, modality: str = "actual") -> None:
        """Write a pattern down."""
        found = Statement(self.draft.length)
        for item in read_pattern(one_reading(self.drawing.rng, pattern)):
            if isinstance(item, str):
                self.draft.write(self.drawing.fill(item, self.setting.own))
            else:
                self._tag(item, found)
        self.setting.opening = False
        for claim in found.claims(self.draft, modality, self.setting.heads[-1], self.setting.path):
            self.draft.claims.append(claim)

    def _tag(self, tag: Tag, found: Statement) -> None:
        match tag.name:
            case "p":
                self._period(tag, found)
            case "q":
                self._quantity(tag, found)
            case "c":
                self.cite(numbered="n" in tag.words)
            case _:
                self._words(tag, found)

    def _words(self, tag: Tag, found: Statement) -> None:
        place = self.draft.write(self.drawing.fill(tag.inside, self.setting.own))
        found.tags.setdefault(("m" if tag.name in _TWOFOLD else tag.name, tag.n), []).append(place)
        if tag.name in _TWOFOLD:
            # 户均纯收入2万元，增长5%: both are of what a household has, and only the first is meant per household.
            found.tags.setdefault((_TWOFOLD[tag.name], tag.n[:1]), []).append(place)

    def _period(self, tag: Tag, found: Statement) -> None:
        text, value = period(self.drawing.rng, tag.inside, self.setting.day, dated=self.setting.dated)
        made = self.draft.part(Period, text, value=value)
        found.periods.append((tag.n, made))
        if tag.inside == "target" and self.setting.opening:
            self.setting.heads = (*self.setting.heads, made) if self.setting.in_point else (made,)

    def _quantity(self, tag: Tag, found: Statement) -> None:
        what, *flags = self.drawing.fill(tag.inside, self.setting.own).split()
        bound = next((flag[1:] for flag in flags if flag.startswith("=")), "any")
        if ({"change", "rank"} & set(flags) and bound == "any") or what in {"rank", "points", "times"}:
            bound = "exact"
        printed = self._printed(what, bound, flags, found)
        # A word that stands apart bounds it.
        bounded = next((flag[1:] for flag in flags if flag.startswith("^")), printed.bound)
        made = self.draft.part(
            Quantity, printed.text, value=printed.value, high=printed.high, unit=printed.unit, bound=bounded
        )
        found.quantities.append((tag, made))

    def _printed(self, what: str, bound: str, flags: list[str], found: Statement) -> Printed:
        """A quantity; one that is to be larger or smaller than the one before is drawn again where it is not."""
        printed = quantity(self.drawing.rng, what, bound)
        before = found.quantities[-1][1].values["value"] if found.quantities else None
        for _ in range(60):
            if before is None or not _amiss(printed.value, before, flags):
                break
            printed = quantity(self.drawing.rng, what, bound)
        return printed

    def cite(self, *, numbered: bool) -> None:
        """Write a text in 《》, with its number or an article of it."""
        self.cite_title(*self.setting.cite(numbered=numbered))

    def cite_title(
        self, title: str, number: str | None = None, ref: dict[str, Any] | None = None, article: str | None = None
    ) -> Quote:
        """Write this text in 《》; gives its title."""
        with self.draft.whole(Citation) as made:
            self.draft.write("《")
            made.values["title"] = self.draft.quote(title)
            self.draft.write("》")
            if number:
                self.draft.write("（")
                made.values["number"] = self.draft.quote(number)
                made.values["ref"] = Part([], Reference, ref or {})
                self.draft.write("）")
            elif article:
                made.values["article"] = self.draft.quote(article)
        self.draft.citations.append(made)
        return Quote(list(made.values["title"].ranges))


def _amiss(value: Decimal | Fraction, before: Decimal | Fraction, flags: list[str]) -> bool:
    return ("larger" in flags and value <= before) or ("smaller" in flags and value >= before)
