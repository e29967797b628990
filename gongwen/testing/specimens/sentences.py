"""Sentences: patterns written down, their claims, citations and points with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongwen.model import Citation, Claim, Node, Period, Quantity, Reference
from gongwen.testing.specimens.draft import Draft, Part, Quote
from gongwen.testing.specimens.pattern import Tag, read_pattern
from gongwen.testing.specimens.periods import period
from gongwen.testing.specimens.quantities import quantity
from gongwen.testing.specimens.stock import Drawing

_BREAKS = "，。；：！？"
_ENDS = "。！？"
_UP = {"up", "down"}
_KINDS = {"level", "change", "share", "rank", "duration"}
_MODALITIES = {"actual", "target", "rule", "condition"}


@dataclass(slots=True)
class Setting:
    """What sentences need to know of the document around them."""

    own: dict[str, tuple[str, ...]]
    """The document's own words, by the names of their slots."""
    day: date
    path: tuple[str, ...] = ()
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


@dataclass(slots=True)
class _Found:
    """What a pattern has yielded so far."""

    tags: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)
    quantities: list[tuple[Tag, Part]] = field(default_factory=list)
    periods: list[Part] = field(default_factory=list)

    def ranges(self, name: str, n: str) -> list[tuple[int, int]]:
        """Where a tag's words stand: those with the number, else those without any; what touches is one."""
        own = [
            place
            for (tag, numbers), places in self.tags.items()
            if tag == name and n and n in numbers
            for place in places
        ]
        found = sorted(own or self.tags.get((name, ""), []))
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and joined[-1][1] == start:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined


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
        start = self.draft.length
        found = _Found()
        for item in read_pattern(pattern):
            if isinstance(item, str):
                self.draft.write(self.drawing.fill(item, self.setting.own))
            else:
                self._tag(item, found)
        self.setting.opening = False
        for tag, made in found.quantities:
            self._claim(start, tag, made, found, modality)

    def _tag(self, tag: Tag, found: _Found) -> None:
        match tag.name:
            case "p":
                self._period(tag, found)
            case "q":
                self._quantity(tag, found)
            case "c":
                self.cite(numbered="n" in tag.words)
            case "mean":
                self._per(tag, found)
            case _:
                self._words(tag, found)

    def _words(self, tag: Tag, found: _Found) -> None:
        place = self.draft.write(self.drawing.fill(tag.inside, self.setting.own))
        found.tags.setdefault((tag.name, tag.n), []).append(place)

    def _per(self, tag: Tag, found: _Found) -> None:
        """人均, 户均: words that are part of the metric too."""
        place = self.draft.write(tag.inside)
        for name in ("per", "m"):
            found.tags.setdefault((name, tag.n), []).append(place)

    def _period(self, tag: Tag, found: _Found) -> None:
        text, value = period(self.drawing.rng, tag.inside, self.setting.day, dated=self.setting.dated)
        made = self.draft.part(Period, text, value=value)
        found.periods.append(made)
        if tag.inside == "target" and self.setting.opening:
            self.setting.heads = (*self.setting.heads, made) if self.setting.in_point else (made,)

    def _quantity(self, tag: Tag, found: _Found) -> None:
        what, *flags = self.drawing.fill(tag.inside, self.setting.own).split()
        bound = next((flag[1:] for flag in flags if flag.startswith("=")), "any")
        if {"change", "rank"} & set(flags) or what in {"rank", "points", "times"}:
            bound = "exact"
        printed = quantity(self.drawing.rng, what, bound)
        made = self.draft.part(
            Quantity, printed.text, value=printed.value, high=printed.high, unit=printed.unit, bound=printed.bound
        )
        found.quantities.append((tag, made))

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

    def _claim(self, start: int, tag: Tag, made: Part, found: _Found, modality: str) -> None:
        flags = set(tag.words[1:])
        text = self.draft.since(start)
        values: dict[str, Any] = {
            "quantity": made,
            "kind": next(iter(flags & _KINDS), "level"),
            "direction": next(iter(flags & _UP), None),
            "metric": _node(found.ranges("m", tag.n)),
            "whole": _node(found.ranges("w", tag.n)),
            "per": _node(found.ranges("per", tag.n)[-1:]),
            "modality": next(iter(flags & _MODALITIES), modality),
            "section": self.setting.path,
        }
        basis = found.ranges("b", tag.n)
        if basis and values["kind"] == "change":
            values["basis"] = Quote(basis[-1:])
        values["period"] = self._when(made, found, values["modality"], plain="noperiod" not in flags)
        values["changes"] = self._changed(start, values["kind"])
        self.draft.claims.append(Part([_clause(text, start, made.ranges[0])], Claim, values))

    def _when(self, made: Part, found: _Found, modality: str, *, plain: bool) -> Part | None:
        """The time named before the quantity in its sentence, or of a target the one that opened the paragraph."""
        before = [p for p in found.periods if p.ranges[0][0] < made.ranges[0][0]]
        if before and plain:
            return before[-1]
        head = self.setting.heads[-1]
        if head and modality == "target":
            return Part(head.ranges, Period, {**head.values, "inherited": True})
        return None

    def _changed(self, start: int, kind: str) -> int | None:
        """Of a change the last claim of the sentence that is none."""
        if kind != "change":
            return None
        for k in range(len(self.draft.claims) - 1, -1, -1):
            claim = self.draft.claims[k]
            if claim.ranges[0][0] < start:
                return None
            if claim.values["kind"] in {"level", "share", "duration"}:
                return k
        return None


def _node(ranges: list[tuple[int, int]]) -> Part | None:
    return Part(list(ranges), Node) if ranges else None


def _clause(text: str, start: int, place: tuple[int, int]) -> tuple[int, int]:
    """The clause around a quantity."""
    begin = max(text.rfind(mark, 0, place[0] - start) for mark in _BREAKS) + 1
    ends = [at for mark in _BREAKS if (at := text.find(mark, place[1] - start)) >= 0]
    return start + begin, start + min(ends, default=len(text))
