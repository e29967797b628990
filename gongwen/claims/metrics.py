"""指标: what is counted or measured, and where it stands.

Left of the number (全市用电量168亿千瓦时), right of the unit (18个通办地区), around both
(为71家企业出具证明), or in an earlier clause (同比下降0.3个百分点 speaks of the rate before it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongwen.claims.context import Site
from gongwen.claims.kinds import TIMES, Kind
from gongwen.claims.times import TIME
from gongwen.claims.words import alternatives, table

Stretch = tuple[int, int]
_LIMIT = 34


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured: stretches of the text; of a share also what it is part of."""

    parts: tuple[Stretch, ...] = ()
    whole: Stretch | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    bare: frozenset[str]
    measures: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("metric")
    return _Patterns(
        re.compile(rf"(?:{alternatives(words['lead'].split())}|[，、：（“ ])(?![率量区])"),
        re.compile(rf"(?:{alternatives(words['tail'].split())}|[ （“：])$"),
        frozenset(words["bare"].split()),
        re.compile(rf"(?:{alternatives(words['measures'].split())})$"),
    )


def metrics(text: str, sites: list[Site], kinds: list[Kind], pers: list[Stretch | None]) -> list[Metric]:
    """The metric of every quantity of a paragraph."""
    out: list[Metric] = []
    for site, kind, per in zip(sites, kinds, pers, strict=True):
        if site.head is not site:
            out.append(_of_member(text, site, out[site.head.index]))
        else:
            out.append(_metric(text, site, kind, per, sites, out))
    return out


def _metric(text: str, site: Site, kind: Kind, per: Stretch | None, sites: list[Site], before: list[Metric]) -> Metric:
    left = _left(text, site, kind, per)
    earlier = _earlier(text, site, sites, before)
    if kind.kind in {"change", "rank"}:
        return Metric(_subject(text, left, earlier, site))
    if kind.kind == "share":
        return _share(text, site, left, earlier)
    right = _right(text, site, kind)
    if right and left and left[1] > left[0]:
        parts = (left, right)
    elif right:
        parts = (right,)
    else:
        return Metric(_subject(text, left, earlier, site))
    return Metric(parts)


def trim(text: str, begin: int, end: int) -> Stretch:
    """A stretch without the words at its ends that belong to no metric."""
    patterns = _patterns()
    while begin < end:
        time = TIME.match(text, begin, end)
        match = time if time and time.end() > begin else patterns.lead.match(text, begin, end)
        if match is None or match.end() == begin:
            break
        begin = match.end()
    while begin < end:
        match = patterns.tail.search(text, max(begin, end - 8), end)
        if match is None or match.start() < begin or match.start() == end:
            break
        end = match.start()
    return begin, end


def _left(text: str, site: Site, kind: Kind, per: Stretch | None) -> Stretch:
    """The words in front of a number that name what is measured."""
    begin, end = site.left, site.found.start
    if kind.word is not None and begin <= kind.word <= end:
        end = kind.word
    if kind.basis and begin <= kind.basis[0] < end:
        end = kind.basis[0]
    if per and per[1] >= end - 2 and per[0] >= begin:
        end = per[0]
    begin, end = trim(text, begin, end)
    return (max(begin, end - _LIMIT), end)


_STOP = re.compile(r"[，。；：、（）]|和|及|以及")


def _right(text: str, site: Site, kind: Kind) -> Stretch | None:
    """The words behind a unit that name what is counted."""
    begin = site.found.end
    end = site.right
    if begin >= end or text[begin] in "，。；：、）（" or text[begin] in "和及与至或":
        return None
    rest = text[begin:end]
    if rest.startswith("的"):
        rest = rest.lstrip("的")
        begin += 1
    end = min(end, begin + _LIMIT)
    if end < site.end:  # another quantity follows: what belongs to it begins at the last 、
        stop = rest.rfind("、")
        end = begin + stop if stop > 0 else end
    return (begin, end) if end > begin else None


def _earlier(text: str, site: Site, sites: list[Site], before: list[Metric]) -> tuple[Stretch, ...]:
    """What the quantity before speaks of, where it stands in the same sentence."""
    if not site.index:
        return ()
    last = sites[site.index - 1]
    return before[-1].parts if last.sentence == site.sentence else ()


def _subject(text: str, left: Stretch, earlier: tuple[Stretch, ...], site: Site) -> tuple[Stretch, ...]:
    """The words in front, and what an earlier clause adds where they name nothing alone."""
    words = text[left[0] : left[1]]
    if words and words not in _patterns().bare:
        return (left,)
    own = (left,) if words else ()
    given = _given(text, site) if site.found.unit in {"元", "%"} else None
    if given:
        return (given, *own)
    if earlier:
        return (*earlier[:2], *own)
    before = _clause_before(text, site)
    return (before, *own) if before else own


_TO = re.compile(r"(?:^|(?<=[，。；：]))(?:对|凡|经|符合|获得?|被)[^，。；：]{2,60}")


def _given(text: str, site: Site) -> Stretch | None:
    """Who gets or pays: the clause with 对… before an act of money."""
    last = None
    for match in _TO.finditer(text, site.sentence, site.begin):
        last = match
    return last.span() if last else None


def _clause_before(text: str, site: Site) -> Stretch | None:
    """The clause before, in the same sentence."""
    end = site.begin - 1
    if end <= site.sentence:
        return None
    begin = max(text.rfind(c, site.sentence, end) for c in "，；：（") + 1
    stretch = trim(text, max(begin, site.sentence), end)
    return (stretch[0], min(stretch[1], stretch[0] + _LIMIT)) if stretch[1] > stretch[0] else None


_OF = re.compile(r"占(?!比)|为(?=[^，]*的$)")


def _share(text: str, site: Site, left: Stretch, earlier: tuple[Stretch, ...]) -> Metric:
    """占…的: the part is what came before, the whole what stands between."""
    words = text[left[0] : left[1]]
    match = _OF.search(words)
    whole = None
    if match:
        whole = trim(text, left[0] + match.end(), left[1])
        whole = (whole[0], whole[1] - text[whole[0] : whole[1]].endswith("的"))
        if match.start():
            return Metric((left,), whole)
        return Metric(_with(earlier or _maybe(_clause_before(text, site)), left), whole)
    right = _right(text, site, Kind("share"))
    if words.endswith("的"):
        whole = (left[0], left[1] - 1)
        return Metric(_with(earlier, left) if not right else (left, right), whole)
    if right:
        return Metric((left, right) if words else (right,), None)
    return Metric(_subject(text, left, earlier, site), None)


def _maybe(stretch: Stretch | None) -> tuple[Stretch, ...]:
    return (stretch,) if stretch else ()


def _with(earlier: tuple[Stretch, ...], left: Stretch) -> tuple[Stretch, ...]:
    return (*earlier[:2], left) if left[1] > left[0] else earlier


def _of_member(text: str, site: Site, head: Metric) -> Metric:
    """A further member of a list speaks of the same."""
    return head
