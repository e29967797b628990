"""上下文: a paragraph with its quantities, cut into sentences and clauses once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from gongwen.claims.scan import Found, quantities
from gongwen.lexicon.units import Units
from gongwen.passage import Passage

_BREAK = re.compile(r"[，。；：！？（）—](?:(?<!—)|(?=—))")
# 村（社区、林场）, 比例（入户率）: brackets without figures cut no clause.
_ASIDE = re.compile(r"（(?<=[^，。；：、]（)[^（）\d。；]{1,30}）(?![，。；：、]|$)")
_ENDS = frozenset("。！？")
# What may stand between the members of a list that one word governs.
_JOIN = re.compile(r"、|和|及|以及|与|或|或者|，|至|到")


@dataclass(slots=True)
class Site:
    """A quantity in its clause and sentence; the rules fill in what they find."""

    found: Found
    index: int
    begin: int
    """Where its clause begins."""
    end: int
    """Where its clause ends."""
    sentence: int
    """Where its sentence begins."""
    sentence_end: int
    left: int
    """Where the words that are its own begin: behind the clause's beginning or the quantity before it."""
    right: int
    """Where the words behind it end: the clause's end or the next quantity."""
    head: Site = field(init=False)
    """The first member of the list that it is in; itself where there is none."""
    point: int = 0
    """Where the point or paragraph begins that it stands in."""
    point_end: int = 0
    """Where that point or paragraph ends."""
    marker: str | None = None
    """The marker of that point."""
    members: list[Site] = field(default_factory=list)
    """Of the first member of a list: all members."""


_COMMA = re.compile(r",(?!\d{3}(?!\d))")


def read_commas(text: str) -> str:
    """The text with each half-width comma that separates clauses, not thousands, made a full-width one."""
    return _COMMA.sub("，", text) if "," in text else text


def sites(passage: Passage, text: str, units: Units) -> list[Site]:
    """The quantities of a paragraph in their clauses."""
    start = _marker_end(passage)
    if _is_bare_heading(passage):
        aside = _COUNTED.search(text)
        if aside is None:
            return []
        start = aside.start()
    found = list(quantities(text, start, units))
    if not found:
        return []
    asides = [m.span() for m in _ASIDE.finditer(text)] if "（" in text else []
    breaks = [m.start() for m in _BREAK.finditer(text)]
    for begin, end in asides:
        del breaks[bisect_left(breaks, begin) : bisect_left(breaks, end)]
    cuts = _Cuts(text, start, breaks)
    points = [0, *(p[0] for p in passage.points)]
    out: list[Site] = []
    for i, f in enumerate(found):
        following = found[i + 1].start if i + 1 < len(found) else len(text)
        site = _site(cuts, f, out, following)
        at = bisect_right(points, f.start)
        site.point, site.point_end = points[at - 1], points[at] if at < len(points) else len(text)
        site.marker = passage.points[at - 2][1] if at > 1 else None
        out.append(site)
    return out


class _Cuts:
    """Where a paragraph is cut into clauses and sentences."""

    def __init__(self, text: str, start: int, breaks: list[int]) -> None:
        self.text = text
        self.start = start
        self.breaks = breaks
        self.stops = [b for b in breaks if text[b] in _ENDS]

    def around(self, breaks: list[int], f: Found) -> tuple[int, int]:
        """The stretch between two breaks in which a quantity stands."""
        first, last = bisect_left(breaks, f.start), bisect_left(breaks, f.end)
        begin = max(self.start, breaks[first - 1] + 1 if first else 0)
        return begin, breaks[last] if last < len(breaks) else len(self.text)


def _site(cuts: _Cuts, f: Found, before: list[Site], following: int) -> Site:
    begin, end = cuts.around(cuts.breaks, f)
    sentence, sentence_end = cuts.around(cuts.stops, f)
    left = max(begin, before[-1].found.end) if before else begin
    site = Site(f, len(before), begin, end, sentence, sentence_end, left, min(end, following))
    site.head = before[-1].head if before and _joined(cuts.text, before[-1], f) else site
    site.head.members.append(site)
    return site


def _joined(text: str, last: Site, f: Found) -> bool:
    between = text[last.found.end : f.start]
    # A comma goes on with a list that is one already, in its unit: 30艘、20艘，10艘; not …和20艘，三年.
    return bool(_JOIN.fullmatch(between)) and (between != "，" or (last.head is not last and last.found.unit == f.unit))


_CONVERTED = re.compile("（(?:折合|折算|约合|合)(?:为|约)?")


def is_converted(text: str, last: Site, site: Site) -> bool:
    """Whether a quantity is the one before it in another unit: 52310元（折合7420美元）."""
    return text.startswith("（", last.found.end) and bool(_CONVERTED.fullmatch(text, last.found.end, site.found.start))


_MARKER = re.compile(
    r"(?:第[一二三四五六七八九十百]+[条章节款]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[、．.，]|\d{1,2}[．、）]|\d{1,2}(?:\.\d{1,2})+\.?(?=[^\d．.、，。；：）)])(?!\.?\d*[万亿%倍个元米])|\d{1,2}\.(?!\d)|[①-⑳])+ ?"
)


def _marker_end(passage: Passage) -> int:
    """Where the text behind a marker begins."""
    match = _MARKER.match(passage.text.chars)
    return match.end() if match else 0


_HIGH = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]+[章节]")


# 一、政务服务（25分）; 二、扶持措施（共5项）
_COUNTED = re.compile(r"（共?\d[^（）]{1,8}）$")


def _is_bare_heading(passage: Passage) -> bool:
    """A paragraph that is all heading: its number is a name's (四、保障措施（共5项）)."""
    text = passage.text.chars
    return passage.body >= len(text) and len(text) <= 40 and bool(_HIGH.match(text))
