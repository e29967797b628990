"""Points: members of a series in running text, 一是 and 二是, 其一 and 其二, 第一，首先, 一方面."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongwen.grammar.numerals import integer
from gongwen.outline.entries import Entry

_N = "一二三四五六七八九十"
_MAYBE = re.compile(f"[{_N}第其首再最另]")
_BEFORE = frozenset("。；：，、！？”）")
_WHOLE = frozenset("统唯同单专第划逐不进万之其每某任始合归")
"""Characters with which 一 makes a word: 统一是, 唯一要."""
_POINT = re.compile(
    rf"(?:(?P<shi>[{_N}]{{1,2}})(?P<verb>是|要|靠)(?!否)"
    rf"|第(?P<di>[{_N}]{{1,2}})，|其(?P<qi>[{_N}])[，是：]?"
    r"|(?P<word>首先|其次|再次|再者|最后)，?|(?P<side>一方面|另一方面|再一方面)，?)"
)
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3}
_SIDES = {"一方面": 1, "另一方面": 2, "再一方面": 3}


class _Item(NamedTuple):
    """A member of a series, in place."""

    entry: Entry
    start: int
    end: int
    printed: str
    ordinal: int


_Running = dict[str, list[_Item]]
"""Of each family the series that is open."""


def set_points(made: list[Entry]) -> None:
    """Set the points of every paragraph; a series stays inside one section and may run over its paragraphs."""
    for series in _series(made):
        if len(series) > 1:
            for item in series:
                item.entry.points.append(item[1:])
    for entry in made:
        if len(entry.points) > 1:
            entry.points.sort()


def _series(made: list[Entry]) -> list[list[_Item]]:
    """Every series that opens, with its members as far as they follow one another."""
    running: _Running = {}
    kept: list[list[_Item]] = []
    for entry in made:
        if entry.marker:
            running = {}
        for match in _matches(entry.text.chars):
            family, ordinal = _member(match, running)
            printed = match.group().rstrip("：是") if match["qi"] else match.group()
            item = _Item(entry, match.start(), match.end(), printed, ordinal)
            if ordinal == 1:
                running[family] = [item]
                kept.append(running[family])
            elif family in running and running[family][-1].ordinal == ordinal - 1:
                running[family].append(item)
    return kept


def _matches(chars: str) -> Iterator[re.Match[str]]:
    """The markers at the start of the paragraph or behind a mark."""
    for maybe in _MAYBE.finditer(chars):
        at = maybe.start()
        match = _POINT.match(chars, at)
        if match is None:
            continue
        # The first member may follow its subject without a mark: 各地一要…，二要…
        opening = match["shi"] == "一" and chars[at - 1] not in _WHOLE
        if at == 0 or chars[at - 1] in _BEFORE or opening:
            yield match


def _member(match: re.Match[str], running: _Running) -> tuple[str, int]:
    """The family of a series and the ordinal in it."""
    if match["shi"]:
        return match["verb"], integer(match["shi"]) or 0
    if match["di"]:
        return "第", integer(match["di"]) or 0
    if match["qi"]:
        return "其", integer(match["qi"]) or 0
    if match["side"]:
        return "方面", _SIDES[match["side"]]
    if match["word"] == "最后":
        so_far = running.get("首先")
        return "首先", so_far[-1].ordinal + 1 if so_far and len(so_far) > 1 else 0
    return "首先", _WORDS[match["word"]]
