"""Statement: what a pattern has yielded while it was written down, and the claims that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gongwen.model import Claim, Node, Period
from gongwen.testing.specimens.draft import Draft, Part, Quote
from gongwen.testing.specimens.pattern import Tag

_BREAKS = "，。；：！？"
_DIRECTIONS = {"up", "down"}
_KINDS = {"level", "change", "share", "rank", "duration"}
_MODALITIES = {"actual", "target", "rule", "condition"}
Place = tuple[int, int]


@dataclass(slots=True)
class Statement:
    """数据句: the places of its tags, its quantities and its times."""

    start: int
    """Where in the draft it begins."""
    tags: dict[tuple[str, str], list[Place]] = field(default_factory=dict)
    quantities: list[tuple[Tag, Part]] = field(default_factory=list)
    periods: list[tuple[str, Part]] = field(default_factory=list)

    def ranges(self, name: str, n: str) -> list[Place]:
        """Where a tag's words stand: those with the number, else those without any; what touches is one."""
        own = [
            place
            for (tag, numbers), places in self.tags.items()
            if tag == name and n and n in numbers
            for place in places
        ]
        joined: list[Place] = []
        for start, end in sorted(own or self.tags.get((name, ""), [])):
            if joined and joined[-1][1] == start:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined

    def claims(self, draft: Draft, modality: str, head: Part | None, path: tuple[Quote, ...]) -> Iterator[Part]:
        """A claim for each quantity; ``head`` is the time to come that opened the paragraph."""
        text = draft.since(self.start)
        made: list[Part] = []
        for tag, quantity in self.quantities:
            values = self._values(tag, quantity, modality)
            values["section"] = path
            values["period"] = self._period(tag, quantity, text) or _carried(head, values["modality"])
            values["changes"] = _changed(values, made, len(draft.claims))
            made.append(Part([_clause(text, self.start, quantity.ranges[0])], Claim, values))
        yield from made

    def _values(self, tag: Tag, quantity: Part, modality: str) -> dict[str, Any]:
        flags = set(tag.words[1:])
        kind = next(iter(flags & _KINDS), "level")
        basis = self.ranges("b", tag.n) if kind == "change" else []
        return {
            "quantity": quantity,
            "kind": kind,
            "direction": next(iter(flags & _DIRECTIONS), None),
            "basis": Quote(basis[-1:]) if basis else None,
            "metric": _node(self.ranges("m", tag.n)),
            "whole": _node(self.ranges("w", tag.n)) if kind == "share" else None,
            "per": _node(self.ranges("per", tag.n)[-1:]),
            "modality": next(iter(flags & _MODALITIES), modality),
        }

    def _period(self, tag: Tag, quantity: Part, text: str) -> Part | None:
        """The time with the quantity's number, else the last one named before it in its sentence."""
        if "noperiod" in tag.words:
            return None
        own = [part for n, part in self.periods if n and tag.n and tag.n in n]
        if "between" in tag.words:
            values = {"value": "/".join(part.values["value"] for part in own)}
            return Part([place for part in own for place in part.ranges], Period, values)
        at = quantity.ranges[0][0]
        before = [part for n, part in self.periods if not n and self._reaches(part.ranges[0][1], at, text)]
        found = own or before
        if "inherits" in tag.words and self.periods:
            part = self.periods[-1][1]
            return Part(part.ranges, Period, {**part.values, "inherited": True})
        return found[-1] if found else None

    def _reaches(self, end: int, at: int, text: str) -> bool:
        """A time reaches to the end of its sentence, and over the next one if that begins with 其中."""
        if end > at:
            return False
        further = text[end - self.start : at - self.start].split("。")[1:]
        return not further or (len(further) == 1 and further[0].startswith("其中"))


def _carried(head: Part | None, modality: str) -> Part | None:
    """The time to come that opened the paragraph is that of every target in it."""
    if head is None or modality != "target":
        return None
    return Part(head.ranges, Period, {**head.values, "inherited": True})


def _changed(values: dict[str, Any], before: list[Part], first: int) -> int | None:
    """Of a change the last claim of the statement that gives the level of the same metric."""
    if values["kind"] != "change" or values["metric"] is None:
        return None
    own = set(values["metric"].ranges)
    for k in range(len(before) - 1, -1, -1):
        level = before[k].values
        if level["kind"] in {"level", "share", "duration"} and level["metric"] and own & set(level["metric"].ranges):
            return first + k
    return None


def _node(ranges: list[Place]) -> Part | None:
    return Part(list(ranges), Node) if ranges else None


def _clause(text: str, start: int, place: Place) -> Place:
    """The clause around a quantity."""
    begin = max(text.rfind(mark, 0, place[0] - start) for mark in _BREAKS) + 1
    ends = [at for mark in _BREAKS if (at := text.find(mark, place[1] - start)) >= 0]
    return start + begin, start + min(ends, default=len(text))
