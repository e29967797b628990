"""The best path of the lines through the ordered zones of a layout (Viterbi)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gongwen.lexicon import Layout

Weights = dict[str, float]
"""Of one line the weight of each slot that it may hold."""

_REPEATED = {"letterhead", "body", "table", "signature", "signatory", "contacts", "copies", "litter", "attachment", "another",
             "attendance", "telegram", "annotation"}  # fmt: skip
_FIRST = {"another": "attachment"}
"""Slots that only follow in a zone that another slot has opened."""
_AGAIN = -6.0
"""The cost of a slot that opens twice."""
_SKIPPED_TITLE = -1.5
"""The cost of a text that shows no title."""


class State(NamedTuple):
    """A slot in a zone, opened or gone on with."""

    zone: int
    slot: str
    more: bool


@dataclass(frozen=True)
class Graph:
    """The states of a layout and what may follow what, at which cost."""

    states: tuple[State, ...]
    by_name: dict[str, tuple[int, ...]]
    entry: tuple[float, ...]
    before: tuple[dict[int, float], ...]


@lru_cache(maxsize=64)
def graph(layout: Layout) -> Graph:
    """The states of a layout."""
    states = tuple(
        State(zone, slot, more) for zone, slots in enumerate(layout.zones) for slot in slots for more in (False, True)
    )
    by_name: dict[str, tuple[int, ...]] = {}
    for n, state in enumerate(states):
        name = state.slot + "+" * state.more
        by_name[name] = (*by_name.get(name, ()), n)
    title = next((z for z, slots in enumerate(layout.zones) if {"title", "order_title"} & set(slots)), -1)
    body = next(z for z, slots in enumerate(layout.zones) if "body" in slots)

    def cost(last: State | None, state: State) -> float | None:
        if state.more:
            return 0.0 if last and last.zone == state.zone and _FIRST.get(last.slot, last.slot) == state.slot else None
        if state.slot in _FIRST and (last is None or last.zone != state.zone):
            return None
        if last is None:
            return _SKIPPED_TITLE if state.zone > title else 0.0
        if last.zone > state.zone:
            return None
        if last.zone == state.zone:
            return _AGAIN if last.slot == state.slot and state.slot not in _REPEATED else 0.0
        return _SKIPPED_TITLE if last.zone < title < state.zone and state.zone >= body else 0.0

    entry = tuple(-1e9 if (c := cost(None, s)) is None else c for s in states)
    before = tuple({m: c for m, t in enumerate(states) if (c := cost(t, s)) is not None} for s in states)
    return Graph(states, by_name, entry, before)


def best_path(weights: list[Weights], layout: Layout) -> tuple[float, list[State]]:
    """The score and the states of the best path; every line gets one."""
    if not weights:
        return 0.0, []
    g = graph(layout)
    alive = {
        state: g.entry[state] + weight
        for name, weight in weights[0].items()
        for state in g.by_name.get(name, ())
        if g.entry[state] > -1e8
    }
    back: list[dict[int, int]] = []
    for line in weights[1:]:
        alive, came = _step(g, alive, line)
        back.append(came)
    if not alive:
        return 0.0, []
    end = max(alive, key=alive.__getitem__)
    path = [end]
    for came in reversed(back):
        path.append(came[path[-1]])
    return alive[end], [g.states[n] for n in reversed(path)]


def _step(g: Graph, alive: dict[int, float], line: Weights) -> tuple[dict[int, float], dict[int, int]]:
    """The states that a line may have, each with the score of the best path to it and the state before."""
    now: dict[int, float] = {}
    came: dict[int, int] = {}
    for name, weight in line.items():
        for state in g.by_name.get(name, ()):
            costs = g.before[state]
            top, origin = -1e18, -1
            for last, score in alive.items():
                step = costs.get(last)
                if step is not None and score + step > top:
                    top, origin = score + step, last
            if origin >= 0:
                now[state] = top + weight
                came[state] = origin
    return now, came
