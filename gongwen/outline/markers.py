"""Structural markers (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）; 章, 节, 条 of a regulation)."""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.grammar.numerals import integer

_ZH = "一二三四五六七八九十百零〇"
_MARKER = re.compile(
    rf"(?P<di>第(?:[{_ZH}]{{1,6}}|\d{{1,3}})(?P<unit>编|篇|部分|章|节|条))(?P<cut>[、.：]?)"
    rf"|(?P<zh>[{_ZH}]{{1,4}})(?P<mark>[、，.])"
    rf"|（(?P<zhp>[{_ZH}]{{1,4}})）[、.]?"
    rf"|(?P<zhb>[{_ZH}]{{1,4}})）(?![》”，。；：])"
    r"|(?P<n>\d{1,3})(?P<dot>[.、])(?!\d)"
    r"|(?P<year>\d{1,2})\.(?=(?:19|20)\d{2}年)"
    r"|（(?P<np>\d{1,3})）[、.]?"
    r"|(?P<nb>\d{1,2})）"
    r"|(?P<circle>[①-⑳])、?"
)
_CIRCLES = {chr(0x2460 + i): i + 1 for i in range(20)}
# 第三条规定的；第一章所称: a reference, no article
_REFERS = re.compile(r"(?:规定|所[称列指述]|第|至|和|及|或|、|的|中|之)")
# 一、二等奖；三、四级；二、三十人
_LISTS = re.compile(rf"[{_ZH}]{{1,2}}(?:等|级|类|线|次|期|产业|季度|月|年|层|楼|号|十|百|千|万|个|名|、|者|是)")
_BARE = re.compile(rf"[{_ZH}]{{1,3}}")

RANK = {
    "编": 0,
    "篇": 0,
    "部分": 0,
    "章": 1,
    "节": 2,
    "条": 3,
    "一、": 4,
    "（一）": 5,
    "1.": 6,
    "1、": 6,
    "（1）": 7,
    "1）": 8,
    "①": 9,
}
"""The usual order of the kinds of marker, outermost first."""


class Marker(NamedTuple):
    """A structural marker at the start of a paragraph."""

    kind: str
    ordinal: int
    end: int
    """Where it ends in the paragraph."""


def marker(chars: str, at: int = 0, *, spaced: bool = False) -> Marker | None:
    """The marker at a place of a paragraph's folded characters; ``spaced`` where a blank is printed behind its first word."""
    match = _MARKER.match(chars, at)
    if match is None:
        bare = _BARE.fullmatch(chars) if at == 0 and len(chars) <= 3 else None
        ordinal = integer(chars) if bare else None
        return Marker("一、", ordinal, len(chars)) if ordinal else None
    kind, numeral = _kind(match)
    ordinal = _CIRCLES.get(numeral) or integer(numeral)
    if not ordinal:
        return None
    rest = chars[match.end() : match.end() + 4]
    if kind in RANK and RANK[kind] <= 3:
        if not spaced and _REFERS.match(rest):
            return None
    elif kind == "一、" and (_LISTS.match(rest) or (match["mark"] == "，" and len(numeral) > 2)):
        return None
    return Marker(kind, ordinal, match.end())


_KINDS = (
    ("zh", "一、"),
    ("zhp", "（一）"),
    ("zhb", "（一）"),
    ("year", "1."),
    ("np", "（1）"),
    ("nb", "1）"),
    ("circle", "①"),
)
"""The group of the pattern and the kind of marker that it is."""


def _kind(match: re.Match[str]) -> tuple[str, str]:
    if match["di"]:
        return match["unit"], match["di"][1 : -len(match["unit"])]
    if match["n"]:
        return f"1{match['dot']}", match["n"]
    return next((kind, match[group]) for group, kind in _KINDS if match[group])


# A marker whose line break was lost stands behind 。 or ）.
_LOST = re.compile(rf"[。）](?=（[{_ZH}]{{1,3}}）|[{_ZH}]{{1,3}}、|第[{_ZH}]{{1,4}}[条章]|\d{{1,3}}[.、](?!\d))")
_CHAPTER = re.compile(rf"第[{_ZH}]{{1,4}}章[^，。；：]{{2,20}}")
"""The heading of a chapter to the end of the paragraph."""


def lost_markers(chars: str, start: int) -> list[tuple[int, Marker]]:
    """Markers inside a paragraph, behind 。 or ）, with their places."""
    found = []
    for match in _LOST.finditer(chars, start - 1):
        mark = marker(chars, match.end())
        if mark and (mark.kind != "章" or _CHAPTER.fullmatch(chars, match.end())):
            found.append((match.end(), mark))
    return found
