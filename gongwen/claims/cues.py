"""语气的提示: words that speak for a modality, looked for once in each sentence and clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from gongwen.claims.words import alternatives, table
from gongwen.model.claim import Modality

Votes = dict[str, float]
Hits = list[tuple[int, int]]
"""Where in a stretch each cue first ends, and which cue it is."""
MODALITIES: tuple[Modality, ...] = ("actual", "target", "rule", "condition")


@dataclass(frozen=True, slots=True)
class Scope:
    """The cues of one scope: their votes, and the patterns that find them all at once."""

    votes: tuple[Votes, ...]
    words: re.Pattern[str] | None
    """All plain words: alternatives of literals, so that the engine skips to their first characters."""
    of_word: dict[str, tuple[int, ...]]
    forward: re.Pattern[str] | None
    """All patterns, each in a group named after its cue."""
    backward: tuple[tuple[int, re.Pattern[str]], ...]
    """Patterns that look back from the number (those with ``$``), tried for each number."""
    any_backward: re.Pattern[str] | None
    """All of them in one: most numbers have none."""

    def hits(self, text: str, begin: int, end: int) -> Hits:
        """Every cue that stands in a stretch."""
        found: dict[int, int] = {}
        if self.words:
            for match in self.words.finditer(text, begin, end):
                for cue in self.of_word[match.group()]:
                    found.setdefault(cue, match.end())
        if self.forward:
            for match in self.forward.finditer(text, begin, end):
                found.setdefault(int((match.lastgroup or "c0")[1:]), match.end())
        return [(stop, cue) for cue, stop in found.items()]


_BACK = 60
"""How far patterns look back from a number."""
_FIRST = re.compile(
    r"(?:\(\?<[!=]\[?[^\])]*\]?\))?(?:\[([^\]^]+)\]|([^\W\da-zA-Z_])(?!\?)|\(\?:([^\W\da-zA-Z_]+(?:\|[^\W\da-zA-Z_]+)*)\))"
)


def _firsts(pattern: str) -> str | None:
    """The characters that a pattern may begin with; None where it is not plain to see."""
    match = _FIRST.match(pattern)
    if match is None:
        return None
    return match[1] or match[2] or "".join(w[0] for w in match[3].split("|") if w)


def _all_at_once(patterns: list[tuple[int, list[str]]]) -> re.Pattern[str] | None:
    """Patterns of several cues as one, each in a group named after its cue, tried only where one may begin."""
    if not patterns:
        return None
    firsts = [_firsts(p) for _, ps in patterns for p in ps]
    known = [f for f in firsts if f]
    ahead = f"(?=[{''.join(known)}])" if len(known) == len(firsts) else ""
    groups = "|".join(f"(?P<c{cue}>{'|'.join(ps)})" for cue, ps in patterns)
    return re.compile(f"{ahead}(?:{groups})")


@cache
def scopes() -> dict[str, Scope]:
    """The cues of every scope."""
    rows: dict[str, list[dict[str, object]]] = {}
    for row in table("modality")["cue"]:
        rows.setdefault(row["scope"], []).append(row)
    return {name: _scope(cues) for name, cues in rows.items()}


def _scope(rows: list[dict[str, object]]) -> Scope:
    of_word: dict[str, tuple[int, ...]] = {}
    forward: list[tuple[int, list[str]]] = []
    backward: list[tuple[int, list[str]]] = []
    for cue, row in enumerate(rows):
        for word in str(row.get("words", "")).split():
            of_word[word] = (*of_word.get(word, ()), cue)
        patterns = [str(p) for p in row.get("patterns", ())]  # type: ignore[attr-defined]
        ahead = [p for p in patterns if "$" not in p]
        back = [p for p in patterns if "$" in p]
        forward += [(cue, ahead)] if ahead else []
        backward += [(cue, back)] if back else []
    # A word that another one begins with speaks for both cues where the longer one stands.
    for word, own in list(of_word.items()):
        shorter = [of_word[w] for w in of_word if w != word and w in word]
        of_word[word] = tuple(dict.fromkeys(sum(shorter, own)))
    votes: tuple[Votes, ...] = tuple({str(m): float(str(row[m])) for m in MODALITIES if m in row} for row in rows)
    words = re.compile(alternatives(of_word)) if of_word else None
    single = tuple((cue, re.compile("|".join(patterns))) for cue, patterns in backward)
    return Scope(votes, words, of_word, _all_at_once(forward), single, _all_at_once(backward))


@dataclass(slots=True)
class Ground:
    """What is known before a quantity is looked at: the votes of kind and headings, and where in the paragraph each cue stands."""

    votes: Votes
    text: str
    listed: bool = False
    """Whether the paragraph is an item in a list of conditions."""
    seen: dict[tuple[str, int], Hits] = field(default_factory=dict)

    def vote(self, votes: Votes, name: str, begin: int, end: int, limit: int) -> None:
        """Add the votes of the cues between begin and end; limit is where the sentence or clause ends."""
        scope, key = scopes()[name], (name, begin)
        hits = self.seen.get(key)
        if hits is None:
            hits = self.seen[key] = scope.hits(self.text, begin, limit)
        cues = [cue for stop, cue in hits if stop <= end]
        back = max(begin, end - _BACK)
        if scope.any_backward and scope.any_backward.search(self.text, back, end):
            cues += [c for c, pattern in scope.backward if c not in cues and pattern.search(self.text, back, end)]
        for cue in cues:
            add(votes, scope.votes[cue])


def add(votes: Votes, more: Votes) -> None:
    """Add the votes of a cue."""
    for name, weight in more.items():
        votes[name] += weight
