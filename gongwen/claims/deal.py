"""分别: as many numbers as members, each number to its own member."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.claims.context import Site
from gongwen.claims.stretch import Stretch, acts, is_bare, measure, trim

_EACH = re.compile("分别|依次")
_MOST = 40
"""How long a list may be that is dealt out."""
_SPLIT = re.compile("、|以?及|(?<![共调总缓])和(?![解平谐])")
_SPLIT_ALSO = re.compile("、|和|与|及|以及")
_BASIS = re.compile("比(?!例|重|率|值)|较|同比|环比")
_GIVES = re.compile("给予|予以|发放")


def dealt(text: str, head: Site, before: Sequence[tuple[Stretch, ...]]) -> list[tuple[Stretch, ...]] | None:
    """What each number of a list speaks of; None where 分别 deals nothing out."""
    count = len(head.members)
    each = [m.span() for m in _EACH.finditer(text, head.left, head.found.start)] if count > 1 else []
    if not 1 < count <= _MOST or not each:
        return None
    at, behind = each[-1]
    begin, end = trim(text, head.left, at)
    for split in (_SPLIT, _SPLIT_ALSO):
        names = _names(text, begin, end, split)
        if len(names) == count:
            return _with_common(text, names, behind, head)
    gives = _GIVES.search(text, behind, head.found.start) or acts().match(text, behind, head.found.start)
    if len(before) >= count and not gives and (_BASIS.match(text, begin, end) or is_bare(text[begin:end])):
        return list(before[-count:])
    return None


def _names(text: str, begin: int, end: int, split: re.Pattern[str]) -> list[Stretch]:
    """The members named: 甲区、乙县用电量增速."""
    basis = _BASIS.search(text, begin, end)
    end = basis.start() if basis and basis.start() > begin else end
    out, at = [], begin
    for match in split.finditer(text, begin, end):
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
