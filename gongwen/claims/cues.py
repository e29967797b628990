"""语气的提示: words that speak for a modality, looked for once in each sentence and clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import count

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
    maybe_backward: re.Pattern[str] | None
    """Where one of them may match: before most numbers none does."""

    def hits(self, text: str, begin: int, end: int) -> Hits:
        """Every cue that stands in a stretch."""
        found: dict[int, int] = {}
        # Most stretches have none: looking for the first is cheaper than going through them all.
        match = self.words.search(text, begin, end) if self.words else None
        while match and self.words:
            for cue in self.of_word[match.group()]:
                found.setdefault(cue, match.end())
            match = self.words.search(text, match.end(), end)
        match = self.forward.search(text, begin, end) if self.forward else None
        while match and self.forward:
            found.setdefault(_cue(match.lastgroup), match.end())
            match = self.forward.search(text, match.end(), end)
        return [(stop, cue) for cue, stop in found.items()] if found else _NONE


@cache
def _cue(group: str | None) -> int:
    """The cue that a group is named after."""
    return int((group or "c0")[1:].partition("_")[0])


_NONE: Hits = []
_BACK = 60
"""How far patterns look back from a number."""
_LED = re.compile(
    r"(?:\(\?<(?P<look>[!=]\[?[^\])]*\]?)\))?(?:\[(?P<set>[^\]^\\]+)\]|(?P<one>[^\W\da-zA-Z_])|\(\?:(?P<words>[^\W\da-zA-Z_|]+(?:\|[^\W\da-zA-Z_|]+)*)\))(?![?*+{])"
)
"""What a pattern begins with: a look behind, then a character, several, or words."""


def _led(pattern: str) -> list[tuple[str, str, str]] | None:
    """The pattern as alternatives, None where they are not plain to see.

    Of each the word or character that it begins with, the same with the look behind after its first character,
    and what follows.
    """
    match = _LED.match(pattern)
    if match is None:
        return None
    look, rest = match["look"], pattern[match.end() :]
    heads = match["words"].split("|") if match["words"] else list(match["set"] or match["one"])
    return [(h, h[0] + (f"(?<{look}{h[0]})" if look else "") + h[1:], rest) for h in heads]


def _all_at_once(patterns: list[tuple[int, list[str]]]) -> re.Pattern[str] | None:
    """Patterns of several cues as one, what is behind the first character in a group named after the cue.

    An engine that knows with which characters a match begins looks at no other place.
    """
    rows: dict[str, dict[int, list[str]]] = {}
    for cue, single in patterns:
        for pattern in single:
            for head, looking, rest in _led(pattern) or [("", "", pattern)]:
                rows.setdefault(head[:1], {}).setdefault(cue, []).append(looking[1:] + rest)
    names = count()
    branches = [
        first + "(?:" + "|".join(f"(?P<c{cue}_{next(names)}>{'|'.join(rests)})" for cue, rests in cues.items()) + ")"
        for first, cues in rows.items()
    ]
    return re.compile("|".join(branches)) if branches else None


def _maybe(patterns: list[str]) -> re.Pattern[str]:
    """Where one of the patterns may match: the words that they begin with, single characters with what follows."""
    heads: dict[str, None] = {}
    for pattern in patterns:
        for head, looking, rest in _led(pattern) or [("", "", "")]:
            heads[looking if len(head) > 1 else looking + rest] = None
    return re.compile("|".join(heads))


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
    maybe = _maybe([p for _, patterns in backward for p in patterns]) if backward else None
    return Scope(votes, words, of_word, _all_at_once(forward), single, maybe)


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
        cues = [cue for stop, cue in hits if stop <= end] if hits else []
        back = max(begin, end - _BACK)
        if scope.maybe_backward and scope.maybe_backward.search(self.text, back, end):
            cues += [c for c, pattern in scope.backward if c not in cues and pattern.search(self.text, back, end)]
        for cue in cues:
            add(votes, scope.votes[cue])


def add(votes: Votes, more: Votes) -> None:
    """Add the votes of a cue."""
    for name, weight in more.items():
        votes[name] += weight
