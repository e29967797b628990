"""数量: where the quantities of a paragraph stand, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from gongwen.claims.bounds import bound_before, bound_behind
from gongwen.claims.counting import Number
from gongwen.claims.grammar import DASH, DASHES, FIRST, NUMBER
from gongwen.claims.numerals import value
from gongwen.claims.skip import is_label, skip
from gongwen.claims.terms import is_range, spread, term_at
from gongwen.lexicon.units import Units
from gongwen.model.claim import Bound


@lru_cache(maxsize=16)
def _anchor(units: Units) -> re.Pattern[str]:
    """Where a quantity, or what is to be passed over, may begin. 一个 and 三项 are none, so no place to look at."""
    measures = {n[0] for n in units.simple if n and n not in units.words}
    after = "".join(sorted(measures)) + FIRST + "○O点分月年届号半" + DASHES
    ge = "|".join(units.behind_ge)
    sure, small = "0-9十百千万亿廿拾佰仟壹贰叁肆伍陆柒捌玖《〔“第A-Za-z", "零〇一二三四五六七八九两"
    # One set of characters first: the pattern engine skips to the next of them.
    return re.compile(
        rf"[{sure}{small}半](?:(?<![{small}半])|(?<!半)(?:(?=[{re.escape(after)}]|个多?(?:{ge}))|(?<=前[{small}]))"
        r"|(?<=半)(?=[年天个小])(?<![上下两多大过一每]半))"
    )


@dataclass(slots=True)
class Found:
    """A quantity found."""

    start: int
    """Where it begins, bounding words included."""
    number: int
    """Where its numeral begins."""
    core: int
    """Where its unit ends."""
    end: int
    """Where it ends, bounding words included."""
    value: Decimal | Fraction
    high: Decimal | Fraction | None = None
    unit: str = ""
    bound: Bound = "exact"
    rank: bool = False
    technical: bool = False
    """Whether a sign or a word of measurement bounds it: ≥, 大于."""
    within: bool = False
    """Whether it is a deadline: 10日内."""
    recent: bool = False
    """Whether it is 近三年, a stretch of time up to now."""


def quantities(text: str, begin: int = 0, units: Units | None = None) -> Iterator[Found]:
    """Every quantity of a paragraph from this place on, in order."""
    units = units or Units.default()
    at = begin
    previous: Found | None = None
    search = _anchor(units).search
    while anchor := search(text, at):
        at = anchor.start()
        passed = skip(text, at)
        if passed:
            found, end = _passed(text, passed) if text[at] in _TELLING else (None, passed.end())
        else:
            found = _quantity(text, at, previous.end if previous else 0, units)
            end = max(found.end, at + 1) if found else _number_end(text, at)
        at = end
        if found is None:
            continue
        merged = _two_words(text, previous, found)
        if previous and not merged:
            yield previous
        previous = merged or found
    if previous:
        yield previous


def _number_end(text: str, at: int) -> int:
    """Where to go on behind a number that states nothing; a short Chinese one may end in one that does (第一十个)."""
    match = NUMBER.match(text, at)
    return match.end() if match and (text[at].isdigit() or match.end() - at > 8) else at + 1


_TELLING = frozenset("“第T")
"""First characters of what may tell a rank, or be looked into, though it is passed over."""


def _passed(text: str, passed: re.Match[str]) -> tuple[Found | None, int]:
    """A rank where the words passed over say one; where to go on."""
    start, end, said = passed.start(), passed.end(), passed.groupdict()
    if "quote" in said and not is_label(said["quote"]):
        return None, start + 1
    if said.get("top"):
        return Found(start, passed.start("top"), end, end, Decimal(said["top"]), rank=True), end
    if said.get("rank"):
        return _ordinal(text, passed)
    return None, end


_RANKING = re.compile(
    r"(?:居|进入|跻身|(?<![下上所系陈])列|排|名列|位次|升至|升到|跃至|跌至|降至|保持|荣获|获得?)(?:全[国省市区县球]|[^，。；：]{0,12})$|全[国省市区县球]$"
)


def _ordinal(text: str, passed: re.Match[str]) -> tuple[Found | None, int]:
    """第5位, 倒数第2位, 列全省第6."""
    start, place = passed.start(), passed["place"] or ""
    stop = passed.end("place") if place else passed.end("rank")
    number = value(passed["rank"])
    ranked = _RANKING.search(text, max(0, start - 16), start)
    if text.startswith("者", stop):
        return None, passed.end()
    sure = passed["rank"].isdigit() if place else text[stop : stop + 1] in set("，。；、）（") | {""} and bool(ranked)
    if number is None or not (sure or (place and ranked)):
        return None, passed.end()
    start -= 2 if text.startswith("倒数", start - 2) and start >= 2 else 0
    return Found(start, passed.start("rank"), stop, stop, number, unit=place, rank=True), stop


def _quantity(text: str, at: int, floor: int, units: Units) -> Found | None:
    """The quantity whose numeral begins here; its bounding words begin behind the floor."""
    low = last = term_at(text, at, units)
    if low is None or last is None:
        return None
    high = None
    dash = DASH.match(text, low.end)
    other = term_at(text, dash.end(), units) if dash and dash.end() < len(text) else None
    if other and is_range(low, other):
        low, high, last = spread(low, other), other.value, other
        if low.unit == other.unit and low.value > high:
            low, high = replace(low, value=high), low.value  # 百分之九十至百分之六十
    unit = last.unit or low.unit
    if not unit and text[at - 1 : at] in {"￥", "¥"} and at:
        return Found(at - 1, at, last.end, last.end, low.value, high, text[at - 1])
    if at > 1 and text[at - 1] in "-−" and text[at - 2] in "为是达：至":
        return Found(at - 1, at, last.end, last.end, -low.value, high, unit)
    front, behind = bound_before(text, at), bound_behind(text, last.end)
    front = front if front and front[0] >= floor and not _is_made(text, front[0], last.end) else None
    recent = bool(
        front and front[1] == "nearly" and unit in {"年", "月", "天", "日"} and text[front[0] : at].strip() == "近"
    )
    if recent and front and _LASTS.search(text, max(0, front[0] - 6), front[0]):
        recent = False  # 建设周期近17个月
    if recent:
        if _SINCE.match(text, last.end):
            return None
        front = None
    rank = not front and at > 0 and text[at - 1] in "前后" and _is_rank(text, at, last.end, unit)
    if not rank and not Number(text, at, last, unit, front is not None, behind is not None, units).states():
        return None
    start = front[0] if front else at - rank
    end = behind[0] if behind else last.end
    technical = bool(front and _TECHNICAL.match(text, front[0]))
    within = text[end - 1] == "内" and text[end - 2] != "以"
    bound = _bound(front, behind, more=last.more)
    return Found(start, at, last.end, end, low.value, high, unit, bound, rank, technical, within, recent)


def _is_rank(text: str, at: int, end: int, unit: str) -> bool:
    """前10名, 前两位, 居全国前三; 目前3名 is none."""
    if unit in {"位", "名"}:
        return text[at - 2 : at - 1] not in {"目", "日", "年", "以", "之", "提", "会"} or bool(
            _RANKING.search(text, max(0, at - 16), at - 1)
        )
    short = end - at <= 2 and text[end : end + 1] in {"", "，", "。", "；", "、", "）", "的"}
    return not unit and short and bool(_RANKING.search(text, max(0, at - 16), at - 1))


def _is_made(text: str, front: int, end: int) -> bool:
    """突破30项关键技术: a breakthrough made in so many, no bound."""
    return text.startswith("突破", front) and bool(_MADE.match(text, end - 1))


_MADE = re.compile("[项个种][^，。；、]{0,16}(?:技术|难题|瓶颈|工艺|难点)")
_SINCE = re.compile("来|间|的?以来")
_LASTS = re.compile("(?:周期|工期|期限|历时|为期|耗时|用时|时间|时长|时限|长达|达|了|运行|使用)(?:为|约)?$")
_TECHNICAL = re.compile("[≥≤<>＜＞]|大于|小于")


def _bound(front: tuple[int, Bound] | None, behind: tuple[int, Bound] | None, *, more: bool) -> Bound:
    """Which of the words around a number bounds it: of 约20人以上 the second."""
    if front and not (behind and front[1] in {"about", "nearly", "over"}):
        return front[1]
    if behind:
        return behind[1]
    return "over" if more else "exact"


_BETWEEN = re.compile(
    r"（?(?:以上|不?含|以上（不?含）|（不?含）以?上?)?）?(?:，|、|至|到|且|并|但|不足|低于|不满|不超过|小于)*"
)


def _two_words(text: str, first: Found | None, second: Found) -> Found | None:
    """300元以上900元以下: one range, its ends named by two words."""
    if first is None or first.high is not None or second.high is not None:
        return None
    high = second.value * 12 if (first.unit, second.unit) == ("月", "年") else second.value
    if first.unit != second.unit and high is second.value:
        return None
    rising = first.bound in {"over", "at_least"} and second.bound in {"under", "at_most"} and high > first.value
    if rising and _BETWEEN.fullmatch(text, first.core, second.number):
        return replace(
            second, start=first.start, number=first.number, value=first.value, high=high, unit=first.unit, bound="exact"
        )
    return None
