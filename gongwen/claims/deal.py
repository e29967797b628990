"""分别: as many numbers as members, each number to its own member."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.claims.context import Site
from gongwen.claims.stretch import Stretch, measure, trim

_EACH = "分别"
_MOST = 40
"""How long a list may be that is dealt out."""
_SPLIT = re.compile("、|和|与|及|以及")


def dealt(text: str, head: Site, before: Sequence[tuple[Stretch, ...]]) -> list[tuple[Stretch, ...]] | None:
    """What each number of a list speaks of; None where 分别 deals nothing out."""
    count = len(head.members)
    at = text.rfind(_EACH, head.left, head.found.start) if count > 1 else -1
    if not 1 < count <= _MOST or at < 0:
        return None
    begin, end = trim(text, head.left, at)
    names = _names(text, begin, end)
    if len(names) == count:
        return _with_common(text, names, at + len(_EACH), head)
    if len(before) >= count and (end - begin < 2 or len(names) == 1):
        return list(before[-count:])
    return None


def _names(text: str, begin: int, end: int) -> list[Stretch]:
    """The members named: 甲区、乙县用电量增速."""
    basis = re.compile("(?:比|较|同比|环比)").search(text, begin, end)
    end = basis.start() if basis and basis.start() > begin else end
    out, at = [], begin
    for match in _SPLIT.finditer(text, begin, end):
        if match.start() > at:
            out.append((at, match.start()))
        at = match.end()
    if end > at:
        out.append((at, end))
    return out


def _with_common(text: str, names: list[Stretch], behind: int, head: Site) -> list[tuple[Stretch, ...]]:
    """Each member with what is common to all: the noun that measures, or the verb behind 分别."""
    common = measure(text, *names[-1])
    verb = trim(text, behind, head.found.start)
    tail = (verb,) if verb[1] - verb[0] > 1 and not common else ()
    out = [(name, *((common,) if common else ()), *tail) for name in names[:-1]]
    return [*out, (names[-1], *tail)]
