"""Patterns of sentences: words, slots for other words, and the places of what a claim is made of.

``<p:past>，<m:全市{industry}增加值>达<q:money:large>，<b:同比>增长<q:percent:1-20 change up>`` has a
period, a metric, a level and a change of it. Numbers set several claims apart: ``<m2:…>`` goes
with ``<q2:…>``, ``<m12:…>`` with two; without a number a tag goes with all claims that have none of
their own. ``<mean:人均>`` is part of the metric and says per what it is meant, ``<mw:总投资>`` of what whole. ``[达|达到|]`` stands for
one of the readings between the bars, which may hold tags and further brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_TAG = re.compile(r"<(?P<name>[a-z]+)(?P<n>\d*)(?::(?P<inside>[^<>]*))?>")


@dataclass(frozen=True, slots=True)
class Tag:
    """A place in a pattern: ``m`` metric, ``q`` quantity, ``b`` basis, ``w`` whole, ``per``, ``p`` period, ``c`` citation."""

    name: str
    n: str
    inside: str

    @property
    def words(self) -> list[str]:
        """What stands inside, word for word."""
        return self.inside.split()


def one_reading(rng: Random, pattern: str) -> str:
    """The pattern with one of the readings in each pair of brackets, the innermost first."""
    while "[" in pattern:
        pattern = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), pattern)
    return pattern


@lru_cache(maxsize=8192)
def read_pattern(pattern: str) -> tuple[str | Tag, ...]:
    """The pattern's plain text and tags, in order."""
    out: list[str | Tag] = []
    at = 0
    for match in _TAG.finditer(pattern):
        if match.start() > at:
            out.append(pattern[at : match.start()])
        out.append(Tag(match["name"], match["n"], match["inside"] or ""))
        at = match.end()
    if at < len(pattern):
        out.append(pattern[at:])
    return tuple(out)
