"""分别: as many numbers as members, each number to its own member."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongwen.claims.context import Site
from gongwen.claims.stretch import Stretch, acts, is_bare, is_bare_noun, measure, trim
from gongwen.claims.subjects import given_before

_EACH = re.compile("分别|依次")
MOST_DEALT = 40
"""How long a list may be that is dealt out."""
# 普及率 and 参与度 hold what elsewhere joins two members.
_SPLIT = re.compile("、|以及|(?<!普)及(?!格|时)|(?<![共调总缓])和(?![解平谐])")
_SPLIT_ALSO = re.compile("、|和|(?<!参)与|(?<!普)及|以及")
_BASIS = re.compile("比(?!例|重|率|值)|较|同比|环比")
_GIVES = re.compile("给予|予以|发放")


def dealt(text: str, head: Site, before: Sequence[tuple[Stretch, ...]]) -> list[tuple[Stretch, ...]] | None:
    """What each number of a list speaks of; None where 分别 deals nothing out. ``before``: as many as there are numbers."""
    count = len(head.members)
    each = [m.span() for m in _EACH.finditer(text, head.left, head.found.start)]
    if not each:
        return None
    at, behind = each[-1]
    begin, end = trim(text, head.left, at)
    for split in (_SPLIT, _SPLIT_ALSO):
        names = _names(text, begin, end, split)
        if len(names) == count:
            return _by_year(text, names) or _with_common(text, names, behind, head)
    gives = _GIVES.search(text, behind, head.found.start) or acts().match(text, behind, head.found.start)
    if len(before) == count and not gives and (_BASIS.match(text, begin, end) or is_bare(text[begin:end])):
        return list(before)
    return None


# 覆盖率2024年、2026年分别达到55%和70%: what is dealt out is years, of one measure.
_IN_YEAR = re.compile(r"(?:到|至)?(?:19|20)\d{2}年(?:末|底)?$")


def _by_year(text: str, names: list[Stretch]) -> list[tuple[Stretch, ...]] | None:
    """The one measure whose numbers of several years are listed; None where the members are no years."""
    begin, end = names[0]
    year = _IN_YEAR.search(text, begin, end)
    if year is None or year.start() == begin or not all(_IN_YEAR.match(text, *name) for name in names[1:]):
        return None
    return [((begin, year.start()),)] * len(names)


_PAID = re.compile("给予|予以|奖励|补助|补贴|资助|奖补|扶持")
_ITEMS = re.compile("、|(?<=”) ?(?=“)|(?<=”)和(?=“)")
_ITEMS_ALSO = re.compile("、|(?<=”) ?(?=“)|和|以?及")
# 对新认定的省级…, 对收入首次突破5亿元…: what all have in common stands before the first member.
_BEFORE = re.compile("[^，。；]*的|[^，。；“\\d]*(?=[“\\d])")
# 省级、市级新认定的平台: and behind the last, as in 省、市级示范企业 without 的.
_AFTER = re.compile("的[^的]+$")
_SHORT = 4
_ALIKE = 3
"""How long members may be that are told apart by their length alone: 城镇, 省级."""


def paid(text: str, head: Site, count: int) -> list[tuple[Stretch, ...]] | None:
    """Of 对…甲、乙、丙的企业分别给予…: who gets each sum, and the act in front; None where the numbers differ."""
    each = _EACH.search(text, head.left, head.found.start)
    if each is None or not _PAID.search(text, each.end(), head.found.start):
        return None
    begin, end = trim(text, head.left, each.start())
    payee = (begin, end) if text[begin:end].startswith("对") else given_before(text, head)
    if payee is None:
        return None
    for split in (_ITEMS, _ITEMS_ALSO):
        names = _names(text, *payee, split)
        if len(names) == count:
            break
    else:
        return None
    first, last, act = names[0], names[-1], (each.end(), head.found.start)
    front, back = _BEFORE.match(text, *first), _AFTER.search(text, *last)
    if not (front or back):
        return None
    before = (front.span(),) if front and front.end() < first[1] else ()
    after = (back.span(),) if back else _shared_end(front.end() if front else first[0], first[1], last)
    return [(first, *after, act), *((*before, name, *after, act) for name in names[1:-1]), (*before, last, act)]


def _shared_end(begin: int, end: int, last: Stretch) -> tuple[Stretch, ...]:
    """级示范企业 of 省、市级示范企业: what goes on behind a member as long as the first."""
    size = end - begin
    return ((last[0] + size, last[1]),) if 0 < size <= _SHORT and last[1] - last[0] > size + 1 else ()


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


def _common(text: str, names: list[Stretch]) -> Stretch | None:
    """What all members share at the end: of members equally long all behind the last (城镇、农村居民人均收入)."""
    last, sizes = names[-1], {end - begin - (text[begin] == "第") for begin, end in names[:-1]}
    common = measure(text, *last)
    at = last[0] + max(sizes)
    return (at, last[1]) if common and len(sizes) == 1 and at - last[0] <= _ALIKE and at < common[0] else common


def _with_common(text: str, names: list[Stretch], behind: int, head: Site) -> list[tuple[Stretch, ...]]:
    """Each member with what is common to all: the noun that measures, or the verb behind 分别."""
    common = _common(text, names)
    verb = trim(text, behind, head.found.start)
    words = text[verb[0] : verb[1]]
    tail = (verb,) if not common and (is_bare_noun(words) or not is_bare(words)) else ()
    said = text[common[0] : common[1]] if common else ""
    out = [(name, *((common,) if common and not text.endswith(said, *name) else ()), *tail) for name in names[:-1]]
    return [*out, (names[-1], *tail)]
