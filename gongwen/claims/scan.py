"""数量: where the quantities of a paragraph stand, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from fractions import Fraction

from gongwen.claims.bounds import bound_before, bound_behind
from gongwen.claims.grammar import DASH, DASHES, FIRST, NUMBER
from gongwen.claims.numerals import MAGNITUDES, magnitude, value
from gongwen.claims.skip import is_label, skip
from gongwen.claims.units import unit_at
from gongwen.lexicon.units import Units
from gongwen.model.claim import Bound



@cache
def _anchor() -> re.Pattern[str]:
    """Where a quantity, or what is to be passed over, may begin. 一个 and 三项 are none, so no place to look at."""
    measures = {n[0] for n in Units.default().simple if n and n not in Units.default().words}
    after = "".join(sorted(measures)) + FIRST + "○O点分月年届号" + "".join(DASHES)
    ge = "|".join(Units.default().behind_ge)
    sure, small = "0-9十百千万亿廿拾佰仟壹贰叁肆伍陆柒捌玖《〔“第A-Za-z", "零〇一二三四五六七八九两"
    # One set of characters first: the pattern engine skips to the next of them.
    return re.compile(rf"[{sure}{small}](?:(?<![{small}])|(?=[{re.escape(after)}]|个多?(?:{ge})))")


@dataclass(frozen=True, slots=True)
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
    han: bool = False
    """Whether its numeral is Chinese."""
    technical: bool = False
    """Whether a sign or a word of measurement bounds it: ≥, 大于."""
    recent: bool = False
    """Whether it is 近三年, a stretch of time up to now."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A number with its unit."""

    value: Decimal | Fraction
    digits: Decimal | Fraction
    """The number without its magnitude."""
    power: int
    unit: str
    end: int
    text: str
    more: bool = False
    fraction: bool = False


def quantities(text: str, begin: int = 0) -> Iterator[Found]:
    """Every quantity of a paragraph from this place on, in order."""
    at = begin
    previous: Found | None = None
    search = _anchor().search
    while anchor := search(text, at):
        at = anchor.start()
        passed = skip(text, at)
        if passed:
            found, end = _skipped(text, passed)
        else:
            found = _quantity(text, at, previous.end if previous else 0)
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
    match = NUMBER.match(text, at)
    return match.end() if match and text[at].isdigit() else at + 1


_RANKING = re.compile(r"(?:居|列|排|名|升至|升到|跃至|跌至|降至|全[国省市区县球]|位|保持|稳居|荣获|获得?)(?:全[国省市区县球]|[^，。；：]{0,12})$")


def _skipped(text: str, passed: re.Match[str]) -> tuple[Found | None, int]:
    """A rank where the passed over words say one; where to go on."""
    start, end, said = passed.start(), passed.end(), passed.groupdict()
    if "quote" in said and not is_label(said["quote"]):
        return None, start + 1
    if said.get("top"):
        return Found(start, passed.start("top"), end, end, Decimal(said["top"]), rank=True), end
    if said.get("rank"):
        return _ordinal(text, passed)
    return None, end


def _ordinal(text: str, passed: re.Match[str]) -> tuple[Found | None, int]:
    """第5位, 倒数第2位, 列全省第6."""
    stop = passed.end("place") if passed["place"] else passed.end("rank")
    rest = text[stop : stop + 1]
    if not passed["place"] and not ((not rest or rest in "，。；、）（") and _RANKING.search(text, max(0, passed.start() - 16), passed.start())):
        return None, passed.end()
    number = value(passed["rank"])
    if number is None or not (passed["rank"].isdigit() or _RANKING.search(text, max(0, passed.start() - 16), passed.start())):
        return None, passed.end()
    start = passed.start() - 2 if text.startswith("倒数", passed.start() - 2) and passed.start() >= 2 else passed.start()
    return Found(start, passed.start("rank"), stop, stop, number, unit=passed["place"] or "", rank=True), stop


def _quantity(text: str, at: int, floor: int) -> Found | None:
    """The quantity whose numeral begins here."""
    term = _term(text, at)
    if term is None:
        return None
    low, last, high = term, term, None
    dash = DASH.match(text, term.end)
    if dash and text[dash.end() : dash.end() + 1] and not (term.fraction and "/" in term.text):
        other = _term(text, dash.end(), low.unit)
        if other and _is_range(low, other):
            low, high, last = _spread(low, other), other, other
    unit = last.unit or low.unit
    front = bound_before(text, at)
    front = front if front and front[0] >= floor else None
    technical = bool(front and text[front[0] : front[0] + 2].startswith(("≥", "≤", "<", ">", "＜", "＞", "大于", "小于")))
    recent = bool(front and front[1] == "nearly" and unit in {"年", "月", "天", "日"} and text[front[0] : at].strip() == "近")
    front = None if recent else front
    if not unit and text[at - 1 : at] in {"￥", "¥"} and at:
        return Found(at - 1, at, last.end, last.end, low.value, high.value if high else None, text[at - 1])
    behind = bound_behind(text, last.end)
    if not _counts(text, at, last, unit, front is not None, behind is not None):
        return None
    if recent and re.match("[来间的]?以?来|间", text[last.end : last.end + 3]):
        return None
    bound: Bound = "exact"
    if last.more:
        bound = "over"
    if behind:
        bound = behind[1]
    if front and not (behind and front[1] in {"about", "nearly"}) and not (front[1] == "over" and behind):
        bound = front[1]
    start = front[0] if front else at
    rank = not front and _is_rank(text, at, unit)
    start -= rank
    end = behind[0] if behind else last.end
    return Found(start, at, last.end, end, low.value, high.value if high else None, unit, bound, rank, not text[at].isdigit(), technical, recent)


def _is_rank(text: str, start: int, unit: str) -> bool:
    """前10名, 后5位."""
    return unit in {"位", "名"} and start > 0 and text[start - 1] in "前后" and not text[start - 2 : start - 1] == "目"


def _term(text: str, at: int, shared: str = "") -> _Term | None:
    match = NUMBER.match(text, at)
    if match is None:
        return None
    if match["number"] is None:
        return _fraction(text, match)
    number, printed = value(match["number"]), match["number"]
    if number is None:
        return None
    bare = printed.rstrip("十百千万亿拾佰仟萬億")
    power = magnitude(printed[len(bare) :]) if bare and bare[-1].isdigit() else 1
    more = match["magnitude"]
    end = match.end()
    if more:
        number, power = number * magnitude(more), magnitude(more)
    unit = unit_at(text, end)
    over = bool(match["more"])
    if unit is None:
        if match["more"] and not more and not _vague_end(text, end):
            end, over = end - 1, False
        return _Term(number, number / power, power, "", end, printed, over)
    end, name = unit.end, unit.name
    incl = _INCLUDED.match(text, end)
    if incl and (incl["quotient"] or DASH.match(text, incl.end())):
        end, name = incl.end(), name + (incl["quotient"] or "")
    if text.startswith("半", end) and name == "成":
        end, number = end + 1, number + Decimal("0.5")
    if text.startswith("钱", end) and name in {"元", "块", "角", "分"}:
        end += 1
    elif text.startswith("整", end) and name == "元":
        end += 1
    elif text[end : end + 1] in {"多", "余"} and not text.startswith("多个", end):
        end, over = end + 1, True
    return _Term(number, number / power, power, name, end, printed, over or unit.more)


# 5000万元（含）至1亿元（不含）/年
_INCLUDED = re.compile("（不?含）(?P<quotient>/[年月日人户亩吨])?")


def _vague_end(text: str, end: int) -> bool:
    """Whether 余 or 多 ends a number that has no unit."""
    return True


def _fraction(text: str, match: re.Match[str]) -> _Term | None:
    if match["den"]:
        below, above = value(match["den"]), value(match["num"])
        sign = {"百": "%", "千": "‰", "万": "‱"}.get(match["den"])
        if below is None or above is None or not below:
            return None
        if sign:
            return _Term(above, above, 1, sign, match.end(), match.group(), fraction=True)
        part = Fraction(above) / Fraction(below)
        return _Term(part, part, 1, "", match.end(), match.group(), fraction=True)
    if match["over"]:
        above, below = Decimal(match["over"]), Decimal(match["below"])
        if not below or above > below:
            return None
        part = Fraction(above) / Fraction(below)
        return _Term(part, part, 1, "", match.end(), match.group(), fraction=True)
    left, right = Decimal(match["left"]), Decimal(match["right"])
    if not right:
        return None
    ratio = Fraction(left) / Fraction(right)
    return _Term(left if right == 1 else ratio, ratio, 1, "", match.end(), match.group(), fraction=True)


def _is_range(low: _Term, high: _Term) -> bool:
    if high.unit and low.unit and high.unit.split("/")[0] != low.unit:
        return False
    return bool(high.unit or low.unit or high.power > 1) and low.digits > 0


def _spread(low: _Term, high: _Term) -> _Term:
    """The low end with the magnitude that it shares with the high end: 三至五亿元, 30—40万元."""
    power = high.power
    if not low.unit and low.power == 1:
        if power == 1 and high.text[-1:] in MAGNITUDES and high.text[-1] in "万亿千百":
            power = magnitude(high.text[-1])
            if low.value * power < high.value:
                return replace(low, value=low.value * power)
        elif power > 1 and low.value < high.digits:
            return replace(low, value=low.value * power)
    return low


_UNITLESS_BEFORE = re.compile(r"(?:为|达到?|至|到|超过|突破|低于|高于|不低于|不高于|不超过|控制在|≥|≤|＞|＜|=)$")
_AMBIGUOUS = set("方角块度分里升丈尺寸点克担焦瓦帕伏顷斤兆B")
_CODES = frozenset(f"0{i}" for i in range(10))
# Of the grades only those that are measured: 7级地震, 8级大风.
_GRADE = re.compile("震|风|烈度")
_DAY_CUE = re.compile(r"(?:每|满|超过|连续|提前|逾期|不少于|不足|前|达|为|计|第|隔离|期限|累计)$")
_FREQUENCY = re.compile(r"[每逐隔当今明前昨次头某几数这那哪同各首]$|未来|今后|过去")


def _counts(text: str, at: int, term: _Term, unit: str, front: bool, behind: bool) -> bool:
    """Whether a number with or without a unit states a quantity."""
    if at and (text[at - 1] in "第×÷*/" or text[at : at + 2] in _CODES):
        return False
    if unit == "年" and term.value >= 1000 or unit == "级" and not _GRADE.search(text, max(0, at - 4), term.end + 6):
        return False
    if text[at - 1 : at] == "第" or (text[at - 1 : at] in {"-", "."} and text[at - 2 : at - 1].isdigit()):
        return False
    if term.fraction:
        return True
    han = not text[at].isdigit()
    if not unit:
        return _counts_bare(text, at, term, front, behind, han)
    if unit == "月" and "个" not in text[at : term.end]:
        return False
    if unit == "日":
        return _counts_day(text, at, term, front, behind)
    if unit == "番":
        return "翻" in text[max(0, at - 4) : at]
    return not han or _counts_han(text, at, term, unit, front)


def _counts_day(text: str, at: int, term: _Term, front: bool, behind: bool) -> bool:
    """15日内 is a span of time, 15日 a date."""
    if text[at - 1 : at] in {"月", "至", "—"} and not text[at].isalpha():
        return False
    return behind or front or bool(_DAY_CUE.search(text, max(0, at - 3), at))


def _counts_han(text: str, at: int, term: _Term, unit: str, front: bool) -> bool:
    """A number below ten in Chinese counts only with money, a measure or a time: 一个, 三项 are none."""
    number = term.text
    if number[0] in "百千万亿佰仟" and not front and not term.more:
        return False
    steps = any(c in MAGNITUDES for c in number)
    if len(number) > 1 and not steps and "点" not in number:
        return False
    units = Units.default()
    if unit in units.words and unit not in units.nouns:
        return (steps or "点" in number) and not (number == "十" and text[at - 1 : at] in set("水国土气新"))
    if unit in {"年", "天", "周", "日", "季度", "月"} and _FREQUENCY.search(text, max(0, at - 1), at):
        return False
    return steps or front or unit not in _AMBIGUOUS


def _counts_bare(text: str, at: int, term: _Term, front: bool, behind: bool, han: bool) -> bool:
    """A number without a unit: 超百亿, 1.64亿缴存人, 不大于0.4."""
    after = text[term.end : term.end + 1]
    big = term.text[-1:] in "万亿" or term.power >= 10**4
    if han:
        return big and (front or len(term.text) > 1) and not after.isalpha()
    if big:
        return True
    if term.more:
        return False
    year = len(term.text) == 4 and 1900 <= term.value < 2100
    if year or after in {"、", "．", ".", ")", "/", "-", "＋", "+", "："}:
        return False
    ends = not after or after in "，。；）" or behind
    return ends and (front or behind or bool(_UNITLESS_BEFORE.search(text, max(0, at - 4), at)))


def _two_words(text: str, first: Found | None, second: Found) -> Found | None:
    """2000元以上5000元以下: one range, its ends named by two words."""
    if first is None or first.high is not None or second.high is not None or first.unit != second.unit:
        return None
    between = text[first.core : second.number]
    if first.bound in {"over", "at_least"} and second.bound in {"under", "at_most"} and second.value > first.value and re.fullmatch(
        r"（?(?:以上|不?含|以上（不?含）|（不?含）以?上?)?）?(?:，|、|至|到|且|并|但|、?不足|低于|不满|不超过|小于)*", between
    ):
        return replace(second, start=first.start, number=first.number, value=first.value, high=second.value, bound="exact")
    return None
