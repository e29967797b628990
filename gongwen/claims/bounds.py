"""界限: the words before and behind a number that bound it."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from gongwen.claims.words import alternatives, table
from gongwen.model.claim import Bound

_LONGEST = 16
# What may stand between a bounding word and its number: 超过了, 约为, 最高可达, 近（含）.
_BETWEEN = "(?:过了|了|为|达到|达|到|可达|至|在|：)?"


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Bound]]:
    rows = table("bounds")["before"]
    bounds = {word: cast("Bound", bound) for bound, words in rows.items() for word in words.split()}
    words = alternatives(bounds)
    return re.compile(rf"(?:{words})(?:{_BETWEEN}(?P<last>{words}))?{_BETWEEN} ?$"), bounds


@cache
def _behind() -> tuple[re.Pattern[str], dict[str, Bound]]:
    rows = table("bounds")["behind"]
    bounds = {word: cast("Bound", bound) for bound, words in rows.items() for word in words.split()}
    # 3年内 but not 3个省内, 5家内资企业
    inside = r"内(?![部外容地需设置在有服蒙资科陆环河部海])"
    return re.compile(rf" ?(?P<word>{alternatives(bounds)}|{inside})(?P<incl>（[^（）]{{0,4}}含[^（）]{{0,8}}）)?"), bounds


_FIRST_WORD = re.compile("")


def bound_before(text: str, at: int) -> tuple[int, Bound] | None:
    """The bounding words that end where a number begins: where they begin, what they say."""
    pattern, bounds = _before()
    begin = max(0, at - _LONGEST)
    match = pattern.search(text, begin, at) if at > begin and text[at - 1] not in "，。；、" else None
    if match is None:
        return None
    word = match["last"] or next(w for w in sorted(bounds, key=len, reverse=True) if match.group().startswith(w))
    return match.start(), bounds[word]


def bound_behind(text: str, at: int) -> tuple[int, Bound] | None:
    """The bounding words that begin where a quantity ends: where they end, what they say."""
    pattern, bounds = _behind()
    match = pattern.match(text, at)
    if match is None:
        return None
    return match.end(), bounds.get(match["word"], "at_most")
