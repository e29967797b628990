"""上下文: a paragraph with its quantities, cut into sentences and clauses once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from gongwen.claims.scan import Found, quantities
from gongwen.passage import Passage

_BREAK = re.compile(r"[，。；：！？（）—](?:(?<!—)|(?=—))")
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
    head: Site
    """The first member of the list that it is in; itself where there is none."""
    point: int = 0
    """Where the point or paragraph begins that it stands in."""
    members: list[Site] = field(default_factory=list)
    """Of the first member of a list: all members."""


_COMMA = re.compile(r",(?!\d{3}(?!\d))")


def read_commas(text: str) -> str:
    """The text with each half-width comma that separates clauses, not thousands, made a full-width one."""
    return _COMMA.sub("，", text) if "," in text else text


def sites(passage: Passage, text: str) -> list[Site]:
    """The quantities of a paragraph in their clauses."""
    if _is_bare_heading(passage):
        return []
    found = list(quantities(text, _marker_end(passage)))
    if not found:
        return []
    breaks = [m.start() for m in _BREAK.finditer(text)]
    stops = [b for b in breaks if text[b] in _ENDS]
    points = [0, *(p[0] for p in passage.points)]
    out: list[Site] = []
    for i, f in enumerate(found):
        out.append(_site(text, f, i, found, out, breaks, stops, points))
    return out


def _site(
    text: str, f: Found, i: int, found: list[Found], before: list[Site], breaks: list[int], stops: list[int], points: list[int]
) -> Site:
    begin, end = _around(breaks, f, len(text))
    sentence, sentence_end = _around(stops, f, len(text))
    left = max(begin, found[i - 1].end) if i else begin
    right = min(end, found[i + 1].start) if i + 1 < len(found) else end
    site = Site(f, i, begin, end, sentence, sentence_end, left, right, None)  # type: ignore[arg-type]
    joined = bool(before) and _joined(text, before[-1], f)
    site.head = before[-1].head if joined else site
    site.head.members.append(site)
    site.point = points[max(0, bisect_right(points, f.start) - 1)]
    return site


def _around(breaks: list[int], f: Found, length: int) -> tuple[int, int]:
    """The stretch between two breaks in which a quantity stands."""
    first = bisect_left(breaks, f.start)
    last = bisect_left(breaks, f.end)
    begin = breaks[first - 1] + 1 if first else 0
    return begin, breaks[last] if last < len(breaks) else length


def _joined(text: str, last: Site, f: Found) -> bool:
    between = text[last.found.end : f.start]
    return bool(_JOIN.fullmatch(between)) and (between != "，" or last.head is not last)


_MARKER = re.compile(
    r"(?:第[一二三四五六七八九十百]+[条章节款]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}[、．.，]|\d{1,2}[．、）]|\d{1,2}(?:\.\d{1,2})+\.?(?=[ \u4e00-\u9fff“《])(?!\.?\d*[万亿%倍个元米])|\d{1,2}\.(?!\d)|[①-⑳])+ ?"
)


def _marker_end(passage: Passage) -> int:
    """Where the text behind a marker begins."""
    match = _MARKER.match(passage.text.chars)
    return match.end() if match else 0


_HIGH = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]+[章节]")


def _is_bare_heading(passage: Passage) -> bool:
    """A paragraph that is all heading: its number is a name's (四、保障措施（共5项）)."""
    text = passage.text.chars
    return passage.body >= len(text) and len(text) <= 40 and bool(_HIGH.match(text))
