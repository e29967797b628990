"""数量的一端: a number with its magnitude and unit, read where a numeral begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from gongwen.claims.grammar import DASH, NUMBER
from gongwen.claims.numerals import MAGNITUDES, magnitude, value
from gongwen.claims.units import unit_at
from gongwen.lexicon.units import Units

_SIGNS = {"百": "%", "千": "‰", "万": "‱"}
# 800万元（含）至2亿元（不含）/年
_INCLUDED = re.compile("（不?含）(?P<quotient>/[年月日人户亩吨])?")


_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_PLAIN = frozenset("一二三四五六七八九十百千两0123456789")


@dataclass(slots=True)
class Term:
    """A number with its unit."""

    value: Decimal | Fraction
    digits: Decimal | Fraction
    """The number without its magnitude."""
    power: int
    unit: str
    end: int
    text: str
    """The numeral as printed."""
    more: bool = False
    """Whether 多 or 余 stands behind the number or the unit."""
    fraction: bool = False


def term_at(text: str, at: int, units: Units) -> Term | None:
    """The number, with its unit, that begins at a place."""
    if text[at] in "一半":
        half = _half(text, at, units)
        if half:
            return half
    match = NUMBER.match(text, at)
    if match is None or (text[at] in _FORMAL and text[at + 1 : at + 2] in _PLAIN):
        return None  # 队伍十一支: 伍 is no five
    if match["number"] is None:
        return _fraction(match)
    number = value(match["number"])
    return None if number is None else _measured(text, match, number, units)


_HALVED = frozenset({"成", "年", "天", "倍", "小时"})
_HALF_OF = frozenset("径导数自决程路成岛")
_GREAT = 10**8


def _half(text: str, at: int, units: Units) -> Term | None:
    """一半, 半年, 半个月."""
    if text.startswith("一半", at):
        part = Fraction(1, 2)
        return Term(part, part, 1, "", at + 2, "一半", fraction=True)
    unit = unit_at(text, at + 1, units) if text[at] == "半" else None
    if unit is None:
        return None
    length, vague = _tail(text, unit.end, unit.name)
    return Term(Decimal("0.5"), Decimal("0.5"), 1, unit.name, unit.end + length, "半", more=vague)


def _measured(text: str, match: re.Match[str], number: Decimal, units: Units) -> Term:
    printed, more = match["number"], match["magnitude"]
    bare = printed.rstrip("十百千万亿拾佰仟萬億")
    power = magnitude(printed[len(bare) :]) if bare and bare[-1].isdigit() else 1
    if more:
        power = magnitude(more)
        number *= power
    unit = unit_at(text, match.end(), units)
    over = bool(match["more"])
    if unit is None:
        dangling = over and not more
        return Term(number, number / power, power, "", match.end() - dangling, printed, over and not dangling)
    name, end = unit.name, unit.end
    incl = _INCLUDED.match(text, end)
    if incl and (incl["quotient"] or DASH.match(text, incl.end())):
        name, end = name + (incl["quotient"] or ""), incl.end()
    if name in _HALVED and text.startswith("半", end) and text[end + 1 : end + 2] not in _HALF_OF:
        number, end = number + Decimal("0.5"), end + 1
    if name == "级" and number >= _GREAT:
        name, unit.more = "", False  # 产业规模达到千亿级
    length, vague = _tail(text, end, name)
    return Term(number, number / power, power, name, end + length, printed, over or unit.more or vague)


def _tail(text: str, end: int, unit: str) -> tuple[int, bool]:
    """What may follow a unit as part of the quantity: 2分钱, 85万元整, 3年多; how long, and whether it says more."""
    after = text[end : end + 1]
    if (after == "钱" and unit in {"元", "块", "角", "分"}) or (after == "整" and unit == "元"):
        return 1, False
    vague = after in {"多", "余"} and not text.startswith("多个", end)
    return int(vague), vague


def _fraction(match: re.Match[str]) -> Term | None:
    """百分之三点五, 三分之一, 2/3, 18：1."""
    if match["left"]:
        left, right = Decimal(match["left"]), Decimal(match["right"])
        ratio = left if right == 1 else Fraction(left) / Fraction(right) if right else None
        return None if ratio is None else Term(ratio, ratio, 1, "", match.end(), match.group(), fraction=True)
    above, below = value(match["num"] or match["over"]), value(match["den"] or match["below"])
    if above is None or not below or (match["over"] and above > below):
        return None
    sign = _SIGNS.get(match["den"] or "")
    part = above if sign else Fraction(above) / Fraction(below)
    return Term(part, part, 1, sign or "", match.end(), match.group(), fraction=True)


def is_range(low: Term, high: Term) -> bool:
    """Whether two terms with a dash between are the ends of one range."""
    if high.unit and low.unit and high.unit.split("/")[0] != low.unit:
        return False
    return bool(high.unit or low.unit or high.power > 1) and low.digits > 0


def spread(low: Term, high: Term) -> Term:
    """The low end with the magnitude that it shares with the high end: 三至五亿元, 30—40万元."""
    if low.unit or low.power > 1:
        return low
    if high.power > 1:
        return replace(low, value=low.value * high.power) if low.value < high.digits else low
    if high.text[-1:] in MAGNITUDES and high.text[-1] in "万亿千百":
        shared = low.value * magnitude(high.text[-1])
        return replace(low, value=shared) if shared < high.value else low
    return low
