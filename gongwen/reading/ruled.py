"""表格 drawn with rules: the grid that lines make, and what stands in its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gongwen.reading.glyphs import Chunk, Line, lines, spaced

_NEAR = 3.0
"""Points within which rules touch, or are one."""
_MAX_RULES = 4_000
_MIN_LENGTH = 6.0


class Rule(NamedTuple):
    """A horizontal or vertical rule: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on the page."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]
    down: tuple[Rule, ...] = ()
    """The vertical rules, from left to right."""

    def holds(self, line: Line) -> bool:
        """Whether the line stands in the table."""
        middle = (line.top + line.bottom) / 2
        inside = self.top - 1 < middle < self.bottom + 1
        return inside and line.glyphs[-1].x1 > self.x0 and line.glyphs[0].x0 < self.x1

    def edges(self, line: Line) -> list[float]:
        """Where rules cross the line."""
        middle = (line.top + line.bottom) / 2
        return [rule.at for rule in self.down if rule.start <= middle <= rule.end]


def rules_of_rectangle(
    x0: float, top: float, x1: float, bottom: float, *, stroked: bool
) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and vertical rules that a filled or stroked rectangle shows."""
    flat, thin = bottom - top < _NEAR, x1 - x0 < _NEAR
    if flat and thin:
        return [], []
    if flat:
        return [Rule((top + bottom) / 2, x0, x1)], []
    if thin:
        return [], [Rule((x0 + x1) / 2, top, bottom)]
    if not stroked:
        return [], []  # a coloured ground
    return [Rule(top, x0, x1), Rule(bottom, x0, x1)], [Rule(x0, top, bottom), Rule(x1, top, bottom)]


def grids(horizontal: Sequence[Rule], vertical: Sequence[Rule], chunks: Sequence[Chunk]) -> list[Grid]:
    """The tables of a page: grids of two columns and two rows at least that hold text."""
    across, down = _merged(horizontal), _merged(vertical)
    found = (_grid(*group, chunks) for group in _connected(across, down))
    return [grid for grid in found if grid is not None]


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that lie on one another made one."""
    out: list[Rule] = []
    for rule in sorted(rules)[:_MAX_RULES]:
        same = _touching(out, rule)
        if same is None:
            out.append(rule)
        else:
            other = out[same]
            out[same] = Rule(other.at, min(rule.start, other.start), max(rule.end, other.end))
    return [rule for rule in out if rule.end - rule.start >= _MIN_LENGTH]


def _touching(rules: list[Rule], rule: Rule) -> int | None:
    """Which of the rules before lies where this one goes on."""
    for k in range(len(rules) - 1, -1, -1):
        other = rules[k]
        if rule.at - other.at > _NEAR:
            return None
        if rule.start <= other.end + _NEAR and rule.end >= other.start - _NEAR:
            return k
    return None


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that touch."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for column in down:
        touching = [
            row
            for row in across
            if column.start - _NEAR <= row.at <= column.end + _NEAR
            and row.start - _NEAR <= column.at <= row.end + _NEAR
        ]
        rows, columns = touching, [column]
        rest: list[tuple[list[Rule], list[Rule]]] = []
        for group in groups:
            if any(row in group[0] for row in touching):
                rows = [*group[0], *(row for row in rows if row not in group[0])]
                columns = [*group[1], *columns]
            else:
                rest.append(group)
        groups = [*rest, (rows, columns)]
    return groups


def _grid(across: list[Rule], down: list[Rule], chunks: Sequence[Chunk]) -> Grid | None:
    ys, xs = _positions(across), _positions(down)
    if len(ys) < 3 or len(xs) < 3 or len(ys) * len(xs) > 50_000:
        return None
    owners = _owners(xs, ys, across, down)
    cells: dict[tuple[int, int], list[Chunk]] = {}
    for piece in chunks:
        if piece.bottom < ys[0] or piece.top > ys[-1]:
            continue
        for part in _split(piece, xs):
            middle = part.glyphs[0]
            row = bisect_right(ys, (middle.top + middle.bottom) / 2) - 1
            column = bisect_right(xs, (middle.x0 + middle.x1) / 2) - 1
            if 0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1:
                cells.setdefault(owners[row][column], []).append(part)
    texts = {place: _text(parts) for place, parts in cells.items()}
    rows = tuple(
        tuple(texts.get((i, j), "") if owners[i][j] == (i, j) else "" for j in range(len(xs) - 1))
        for i in range(len(ys) - 1)
    )
    if sum(sum(map(bool, row)) >= 2 for row in rows) < 2:
        return None
    return Grid(xs[0], ys[0], xs[-1], ys[-1], tuple(row for row in rows if any(row)), tuple(sorted(down)))


def _positions(rules: list[Rule]) -> list[float]:
    out: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not out or at - out[-1] > _NEAR:
            out.append(at)
    return out


def _owners(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[list[tuple[int, int]]]:
    """For each field of the grid the field that it is merged with: no rule stands between them."""
    walls = {(k, i) for rule in down for k in _at(xs, rule.at) for i in _between(ys, rule)}
    floors = {(k, j) for rule in across for k in _at(ys, rule.at) for j in _between(xs, rule)}
    owners = [[(i, j) for j in range(len(xs) - 1)] for i in range(len(ys) - 1)]
    for i, row in enumerate(owners):
        for j in range(len(row)):
            if j and (j, i) not in walls:
                row[j] = row[j - 1]
            elif i and (i, j) not in floors:
                row[j] = owners[i - 1][j]
    return owners


def _at(positions: list[float], at: float) -> list[int]:
    return [k for k, position in enumerate(positions) if abs(position - at) <= _NEAR]


def _between(positions: list[float], rule: Rule) -> list[int]:
    """The fields that a rule runs along."""
    return [k for k in range(len(positions) - 1) if rule.start <= (positions[k] + positions[k + 1]) / 2 <= rule.end]


def _split(piece: Chunk, xs: list[float]) -> list[Chunk]:
    """A chunk cut where it runs over a column's edge."""
    columns = [bisect_right(xs, (glyph.x0 + glyph.x1) / 2) for glyph in piece.glyphs]
    if columns.count(columns[0]) == len(columns):
        return [piece]
    out: list[Chunk] = []
    last = None
    for glyph, column in zip(piece.glyphs, columns, strict=True):
        if out and column == last:
            out[-1].glyphs.append(glyph)
        else:
            out.append(Chunk([glyph], glyph.top, glyph.bottom))
        last = column
    return out


def _text(parts: list[Chunk]) -> str:
    return "\n".join(
        "".join(part if isinstance(part, str) else part.text for part in spaced(line.glyphs)) for line in lines(parts)
    )
