"""Titles of sections: whether a marked paragraph is a heading, opens with one, or has none."""

from __future__ import annotations

import re
from collections import defaultdict

from gongwen.outline.closing import CLOSING
from gongwen.outline.entries import Entry

_MOST = 2 / 3
"""The share of a series without titles from which its other members have none either."""
_LONGEST = 40
"""Characters that a title followed by text may have."""
_TAKES_EFFECT = re.compile(r"以上|本[^\W\da-zA-Z_]{1,4}自.{0,24}(?:施行|执行|生效)")
# Closing quotes and a bracket behind the last 。 count for nothing: （市教育局负责）, （略）
_TRAILER = re.compile(r"(?:（[^（）]{0,120}）|[”’\"』」“])+$")
_TRAILING = frozenset('）”’"』」“')
_OPENERS, _CLOSERS = "（《〈〔【", "）》〉〕】"


def set_titles(made: list[Entry]) -> None:
    """Set the title's end of every marked paragraph."""
    alone: list[int] = []
    for i, entry in enumerate(made):
        if entry.marker is None:
            continue
        kind = entry.marker.kind
        if kind == "条":
            entry.title_end = _caption(entry)
        elif end := _whole(entry) or _first_sentence(entry):
            entry.title_end = end
        elif (end := _only_sentence(entry)) and i + 1 < len(made) and _below(entry, made[i + 1]):
            entry.title_end = end
            alone.append(i)
    _drop_odd(made, alone)


def _body(chars: str) -> str:
    """The paragraph without a bracket or quotes behind its last stop."""
    if chars[-1] not in _TRAILING:
        return chars
    bare = _TRAILER.sub("", chars)
    return bare if bare[-1:] in "。；！？：，" and bare else chars


def _whole(entry: Entry) -> int:
    """(1) A paragraph that closes with no mark is all heading; of a label with its value, the label."""
    chars = entry.text.chars
    start = entry.marker.end if entry.marker else 0
    if start == len(chars) or _body(chars)[-1] in "。；！？：，" or _stop(chars, start, "。"):
        return 0
    label = _stop(chars, start, "：")
    if label and label - start <= _LONGEST and "。" not in chars[start:]:
        return label
    return len(chars)


def _stop(chars: str, start: int, marks: str = "。：") -> int:
    """Where the first 。 or ： outside brackets stands, 0 where none does; a ： between digits or of a link closes nothing."""
    depth = 0
    for i in range(start, min(len(chars), start + 3 * _LONGEST)):
        c = chars[i]
        if c in _OPENERS:
            depth += 1
        elif c in _CLOSERS:
            depth = max(0, depth - 1)
        elif c in marks and not depth and not (c == "：" and _joins(chars, i)):
            return i
    return 0


def _joins(chars: str, i: int) -> bool:
    """Whether a ： stands between digits (7:00) or in a link (https://)."""
    return (chars[i - 1].isdigit() and chars[i + 1 : i + 2].isdigit()) or chars.startswith("//", i + 1)


def _first_sentence(entry: Entry) -> int:
    """(2) The first sentence, where more follows it and it is short."""
    chars = entry.text.chars
    start = entry.marker.end if entry.marker else 0
    stop = _stop(chars, start)
    if not stop or stop - start > _LONGEST or stop == start:
        return 0
    behind = chars[stop + 1 :]
    more = len(behind) > 3 * _LONGEST or behind == "（略）" or _TRAILER.sub("", behind)
    return stop if more else 0


def _only_sentence(entry: Entry) -> int:
    """(3) The only sentence, where it is short; what follows decides."""
    chars = _body(entry.text.chars)
    start = entry.marker.end if entry.marker else 0
    return len(chars) - 1 if chars[-1] in "。：" and 0 < len(chars) - 1 - start <= _LONGEST else 0


def _below(entry: Entry, after: Entry) -> bool:
    """Whether the next paragraph belongs under this one."""
    if after.marker is None:
        return not (CLOSING.match(after.text.chars) or _TAKES_EFFECT.match(after.text.chars))
    return after.depth > entry.depth


def _caption(entry: Entry) -> int:
    """An article has a title only where a caption is set off by brackets, or by blanks and a line of its own."""
    chars = entry.text.chars
    start = entry.marker.end if entry.marker else 0
    bracket = re.compile(r"(?:【[^】]{1,30}】|〔[^〕]{1,30}〕|（[^）]{1,30}）)").match(chars, start)
    if bracket:
        return bracket.end()
    if start < len(chars) <= start + 24 and chars[-1] not in "。；：，、！？":
        return len(chars)
    return 0


def _drop_odd(made: list[Entry], alone: list[int]) -> None:
    """A sentence alone is no title where most other members of its series have none."""
    if not alone:
        return
    series = _series(made)
    titled = {id(e) for e in made if e.title_end}
    for i in alone:
        entry = made[i]
        others = [e for e in series[id(entry)] if e is not entry]
        without = sum(id(e) not in titled for e in others)
        if others and without > _MOST * len(others):
            entry.title_end = 0


def _series(made: list[Entry]) -> dict[int, list[Entry]]:
    """For each marked paragraph the members of its series: same kind, same parent."""
    open_at: dict[int, list[Entry]] = {}
    series: dict[int, list[Entry]] = defaultdict(list)
    for entry in made:
        if entry.marker is None:
            continue
        for depth in [d for d in open_at if d > entry.depth]:
            del open_at[depth]
        members = open_at.get(entry.depth)
        if members is None or members[0].marker is None or members[0].marker.kind != entry.marker.kind:
            members = open_at[entry.depth] = []
        members.append(entry)
        series[id(entry)] = members
    return series
