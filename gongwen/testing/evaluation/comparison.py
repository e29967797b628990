"""The comparison of one document's rows with the gold's."""

from __future__ import annotations

from collections import Counter
from typing import Any

from gongwen.testing.evaluation.bare import bare
from gongwen.testing.evaluation.rows import PLACED, ClaimRow, Row, Rows
from gongwen.testing.evaluation.scores import GROUPS, Scores

_PLAIN = ("bound", "kind", "direction", "modality")


class Comparison:
    """Compares what was found with what was wanted, and says each difference."""

    def __init__(self, name: str, found: Rows, wanted: Rows) -> None:
        self.name, self.found, self.wanted = name, found, wanted
        self.scores = Scores()

    def run(self, *, usable: bool) -> Scores:
        """The scores; ``usable`` is False where there was no prediction."""
        self._fields()
        for kind in PLACED:
            self._placed(kind)
        self._claims()
        self._right(usable)
        return self.scores

    def say(self, what: str, wanted: object, found: object) -> None:
        """Note a difference."""
        self.scores.errors.append(f"{self.name} {what}: gold {wanted!r} / found {found!r}")

    def _fields(self) -> None:
        for name, one in self.wanted.single.items():
            other = self.found.single[name]
            same = bare(one) == bare(other)
            self.scores.fields[name].add(int(same and bool(one)), int(bool(other)), int(bool(one)))
            if not same:
                self.say(name, one, other)
        for name, ones in self.wanted.many.items():
            want, have = Counter(map(bare, ones)), Counter(map(bare, self.found.many[name]))
            self.scores.fields[name].add((want & have).total(), have.total(), want.total())
            if want != have:
                self.say(name, sorted((want - have).elements()), sorted((have - want).elements()))

    def _placed(self, kind: str) -> None:
        want = {row.place: row for row in self.wanted.placed[kind]}
        have, doubles = self._by_place(kind, want)
        both = want.keys() & have.keys()
        right = [place for place in both if want[place].key(kind) == have[place].key(kind)]
        found = len(have) + len(doubles)
        self.scores.fields[kind].add(len(both), found, len(want))
        self.scores.fields[f"{kind}*"].add(len(right), found, len(want))
        for row in doubles:
            self.say(kind, None, row.name())
        for place in sorted(want.keys() ^ have.keys()):
            one, other = want.get(place), have.get(place)
            self.say(kind, one.name() if one else None, other.name() if other else None)
        for place in sorted(both):
            self._attributes(kind, want[place], have[place])

    def _by_place(self, kind: str, want: dict[int, Row]) -> tuple[dict[int, Row], list[Row]]:
        """The rows found, by place; a second one at the same place is one too many."""
        have: dict[int, Row] = {}
        doubles: list[Row] = []
        for row in self.found.placed[kind]:
            place = row.place
            if kind == "citations" and place not in want and place - 1 in want:
                place -= 1  # it may begin at 《 or behind it
            if place in have:
                doubles.append(row)
            else:
                have[place] = row
        return have, doubles

    def _attributes(self, kind: str, one: Row, other: Row) -> None:
        for name in {"sections": ("depth", "title"), "citations": ("title", "number")}.get(kind, ()):
            a, b = one.values.get(name), other.values.get(name)
            self.scores.marks[f"{kind}.{name}"].append(a == b if name == "depth" else bare(a) == bare(b))
        if one.key(kind) != other.key(kind):
            self.say(kind, _shown(kind, one), _shown(kind, other))

    def _claims(self) -> None:
        if self.wanted.claims is None:
            return
        free = list(self.found.claims or ())
        wanted, hits, right = self.wanted.claims, 0, 0
        found = len(free)
        for one in wanted:
            other = next((row for row in free if _same_quantity(row, one)), None)
            if other is None:
                near = next((row for row in free if row.start < one.end and one.start < row.end), None)
                self.say("claim", _figures(one), near and _figures(near))
                continue
            free.remove(other)
            hits += 1
            right += self._claim(one, other)
        self.scores.fields["claims"].add(hits, found, len(wanted))
        self.scores.fields["claims*"].add(right, found, len(wanted))
        for row in free:
            self.say("claim", None, _figures(row))

    def _claim(self, one: ClaimRow, other: ClaimRow) -> bool:
        """Whether all attributes of a claim agree."""
        title = f"claim {one.text('quantity')}"
        right = True
        for name in _PLAIN:
            right &= self._attribute(title, name, one.values.get(name) or None, other.values.get(name) or None)
        right &= self._attribute(title, "high", one.number("high"), other.number("high"))
        right &= self._attribute(title, "basis", one.text("basis"), other.text("basis"))
        self.scores.marks["claims.quantity"].append((one.start, one.end) == (other.start, other.end))
        if one.text("per") or other.text("per"):
            self.scores.marks["claims.per"].append(one.text("per") == other.text("per"))
        return right & self._period(title, one, other) & self._metric(title, one, other)

    def _attribute(self, title: str, name: str, one: Any, other: Any) -> bool:
        if one or other:  # that both have none is no merit
            self.scores.marks[f"claims.{name}"].append(one == other)
        if one != other:
            self.say(f"{title} {name}", one, other)
        return bool(one == other)

    def _period(self, title: str, one: ClaimRow, other: ClaimRow) -> bool:
        found, wanted = other.values.get("period") or None, one.values.get("period") or None
        right = found in {wanted, one.values.get("period_inherited") or wanted}
        right = right or (found is None and bool(one.values.get("period_or_none")))
        self.scores.marks["claims.period"].append(right)
        if found or wanted:
            self.scores.marks["claims.period where there is one"].append(right)
        if not right:
            self.say(f"{title} period", wanted, found)
        return right

    def _metric(self, title: str, one: ClaimRow, other: ClaimRow) -> bool:
        wanted, found = one.text("metric").replace("…", ""), other.text("metric").replace("…", "")
        alike = likeness(wanted, found)
        self.scores.marks["claims.metric"].append(alike)
        right = alike >= 0.6 or _says_more(wanted, found)
        if not right:
            self.say(f"{title} metric", one.values.get("metric"), other.values.get("metric"))
        return right

    def _right(self, usable: bool) -> None:  # noqa: FBT001
        """Whether the document as a whole is right: all its single fields, all its structure."""
        fields = [f for group in ("header", "closing", "imprint") for f in GROUPS[group]]
        whole = usable and all(not self.scores.fields[f].extra and not self.scores.fields[f].missed for f in fields)
        self.scores.marks["documents with all fields right"].append(whole)
        structure = usable and all(
            Counter((row.place, row.key(k)) for row in self.wanted.placed[k])
            == Counter((row.place, row.key(k)) for row in self.found.placed[k])
            for k in ("sections", "points")
        )
        self.scores.marks["documents with all structure right"].append(structure)


def _shown(kind: str, row: Row) -> dict[str, object]:
    return {name: row.values.get(name) for name in PLACED[kind]}


def _figures(row: ClaimRow) -> tuple[object, ...]:
    return tuple(row.values.get(name) for name in ("quantity", "value", "unit"))


def _same_quantity(found: ClaimRow, wanted: ClaimRow) -> bool:
    """Same place, same value, same unit."""
    return (
        found.covers(wanted) >= 0.5 and found.number() == wanted.number() and found.text("unit") == wanted.text("unit")
    )


def likeness(one: str, other: str) -> float:
    """The longest common subsequence over the mean length: 1 for the same, 0 for nothing in common."""
    if not one and not other:
        return 1.0
    row = [0] * (len(other) + 1)
    for char in one:
        diagonal = 0
        for j, against in enumerate(other, 1):
            above = row[j]
            row[j] = diagonal + 1 if char == against else max(above, row[j - 1])
            diagonal = above
    return 2 * row[-1] / (len(one) + len(other))


def _says_more(wanted: str, found: str) -> bool:
    """Whether what was found has all of the wanted metric, in order, and little besides."""
    rest = iter(found)
    return bool(wanted) and len(found) <= len(wanted) + 12 and all(char in rest for char in wanted)
