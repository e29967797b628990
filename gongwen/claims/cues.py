"""语气的提示: words that speak for a modality, each looked for once a sentence or clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from gongwen.claims.words import alternatives, table
from gongwen.model.claim import Modality

Votes = dict[str, float]
MODALITIES: tuple[Modality, ...] = ("actual", "target", "rule", "condition")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words or patterns that speak for a modality. Those that look back from the number are tried for each."""

    patterns: tuple[re.Pattern[str], ...]
    backward: re.Pattern[str] | None
    votes: Votes


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """The cues of each scope."""
    out: dict[str, list[Cue]] = {}
    for row in table("modality")["cue"]:
        votes: Votes = {m: row[m] for m in MODALITIES if m in row}
        # Plain words apart from patterns: the engine skips faster to the first characters of words.
        sources = [alternatives(row["words"].split())] if "words" in row else []
        forward = [p for p in row.get("patterns", ()) if "$" not in p]
        backward = [p for p in row.get("patterns", ()) if "$" in p]
        sources += ["|".join(forward)] if forward else []
        look_back = re.compile("|".join(backward)) if backward else None
        out.setdefault(row["scope"], []).append(Cue(tuple(map(re.compile, sources)), look_back, votes))
    return {scope: tuple(cues) for scope, cues in out.items()}


@dataclass(slots=True)
class Ground:
    """What is known before a quantity is looked at: the votes of kind and headings, and where in the paragraph each cue stands."""

    votes: Votes
    text: str
    seen: dict[tuple[str, int], list[tuple[int, Cue]]] = field(default_factory=dict)

    def vote(self, votes: Votes, scope: str, begin: int, end: int, limit: int) -> None:
        """Add the votes of the cues between begin and end; limit is where the sentence or clause ends."""
        for stop, cue in self._ends(scope, begin, limit):
            if stop <= end or (cue.backward and cue.backward.search(self.text, begin, end)):
                add(votes, cue.votes)

    def _ends(self, scope: str, begin: int, limit: int) -> list[tuple[int, Cue]]:
        """Where each cue first ends behind begin."""
        key = (scope, begin)
        known = self.seen.get(key)
        if known is None:
            known = self.seen[key] = [(first_end(cue, self.text, begin, limit), cue) for cue in cues().get(scope, ())]
        return known


NEVER = 1 << 60


def first_end(cue: Cue, text: str, begin: int, limit: int) -> int:
    """Where a cue first ends in a stretch; NEVER where it does not stand in it."""
    ends = [m.end() for p in cue.patterns if (m := p.search(text, begin, limit))]
    return min(ends) if ends else NEVER


def add(votes: Votes, more: Votes) -> None:
    """Add the votes of a cue."""
    for name, weight in more.items():
        votes[name] += weight
