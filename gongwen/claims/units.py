"""单位: the longest unit that stands at a place: 元, 台（套）, 元/平方米, 吨标准煤/万元, 个百分点, mg/L."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gongwen.claims.numerals import MAGNITUDES
from gongwen.lexicon.units import Units

# 3个会计年度, 2个评估周期
_SPAN = re.compile(r"个[^\W\da-zA-Z_]{0,4}?(?:年度|周期)(?![内]?[项计方考])")
_TIMES = re.compile("次(?![数序品会])")


@dataclass(slots=True)
class UnitMatch:
    """A unit in place."""

    name: str
    end: int
    more: bool = False
    """Whether 多 or 余 stands between 个 and it: 3个多月."""


@lru_cache(maxsize=16)
def _words(units: Units) -> dict[str, tuple[tuple[str, str], ...]]:
    """First character of a unit -> the units that begin with it, longest first, each with its guard."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(units.simple, key=len, reverse=True):
        if name:
            table.setdefault(name[0], []).append((name, units.guards.get(name, "")))
    return {c: tuple(rows) for c, rows in table.items()}


@lru_cache(maxsize=16)
def _extras(units: Units) -> tuple[re.Pattern[str], re.Pattern[str]]:
    inner = "|".join(units.bracketed)
    bracket = re.compile(rf"（(?:{inner})）|/(?:套|次)(?![^\W\da-zA-Z_])")
    behind = re.compile(rf"个(?P<more>[多余]?)(?=(?:{'|'.join(units.behind_ge)})(?!型))")
    return bracket, behind


def unit_at(text: str, at: int, units: Units) -> UnitMatch | None:
    """The unit that begins at this place."""
    if text.startswith(" ", at):
        at += 1
    bracket, behind = _extras(units)
    ge = behind.match(text, at) if text.startswith("个", at) else None
    begin = ge.end() if ge else at
    end = _simple(text, begin, units)
    span = _SPAN.match(text, begin) if ge is None and text.startswith("个", at) else None
    if span:
        begin, end = at + 1, span.end()
    if end == begin:
        return None
    if text[end - 1] in "人户家件" and _TIMES.match(text, end):
        end += 1
    extra = bracket.match(text, end)
    end = _quotient(text, extra.end() if extra else end, units)
    return UnitMatch(text[begin:end], end, bool(ge and ge["more"]))


_BOUNDED = ("以上", "以下", "以内", "以外")


def _simple(text: str, at: int, units: Units) -> int:
    """The end of the longest unit of the tables that begins here; ``at`` where there is none."""
    for name, guard in _words(units).get(text[at : at + 1], ()):
        if text.startswith(name, at):
            end = at + len(name)
            after = text[end : end + 1]
            latin = name[-1].isascii() and name[-1].isalnum() and after.isascii() and after.isalnum()
            if not latin and not (after and after in guard and not text.startswith(_BOUNDED, end)):
                return end
    return at


def _quotient(text: str, end: int, units: Units) -> int:
    """The end of a quotient: /平方米, /万元, /（万人·年）."""
    while text.startswith("/", end):
        at = end + 1
        if text.startswith("（", at):
            close = text.find("）", at, at + 14)
            if close < 0:
                return end
            end = close + 1
            continue
        while text[at : at + 1] in MAGNITUDES and _simple(text, at, units) == at:
            at += 1
        stop = _simple(text, at, units)
        if stop == at:
            return end
        end = stop
        if text.startswith("·", end) and (stop := _simple(text, end + 1, units)) > end + 1:
            end = stop
    return end
