"""Numbers generated over the grammar: every form of numeral times magnitude, bound and unit, with exact values."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from gongwen.claims.numerals import value
from gongwen.claims.scan import quantities

ARABIC = {"7": "7", "36": "36", "2.5": "2.5", "0.32": "0.32", "12,345": "12345", "1,234.56": "1234.56", "6 850": "6850"}
HAN = {"十二": "12", "三十": "30", "一百零五": "105", "两千零二十": "2020", "三点五": "3.5"}
MAGNITUDES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
BEFORE = {
    "": "exact",
    "超": "over",
    "不低于": "at_least",
    "不得超过": "at_most",
    "近": "nearly",
    "约": "about",
    "不足": "under",
}
BEHIND = {"": "exact", "以上": "at_least", "以内": "at_most", "左右": "about"}
UNITS = ("元", "吨", "亩", "户", "人次", "千瓦时", "平方公里", "元/平方米", "标准箱")


@pytest.mark.parametrize("printed", list(ARABIC | HAN))
def test_numerals_times_magnitudes_times_bounds_times_units(printed: str) -> None:
    number = Decimal((ARABIC | HAN)[printed])
    for (word, power), (before, bound), unit in product(MAGNITUDES.items(), BEFORE.items(), UNITS):
        if printed in HAN and ((power > 1 and len(word) > 1) or word in {"百", "千"}):
            continue  # 三十百万 is not Chinese
        text = f"规模{before}{printed}{word}{unit}。"
        found = list(quantities(text))
        assert [(f.value, f.unit, f.bound) for f in found] == [(number * power, unit, bound)], text
        assert text[found[0].start : found[0].end] == text[2:-1]


@pytest.mark.parametrize(("behind", "bound"), BEHIND.items())
def test_bounds_behind(behind: str, bound: str) -> None:
    for unit in UNITS:
        found = list(quantities(f"规模3.6万{unit}{behind}。"))
        assert [(f.value, f.unit, f.bound) for f in found] == [(Decimal(36000), unit, bound)]


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("3—5年", 3, 5, "年"),
        ("30万～40万元", 300000, 400000, "元"),
        ("30～40万元", 300000, 400000, "元"),
        ("三至五亿元", 300000000, 500000000, "元"),
        ("10%-15%", 10, 15, "%"),
        ("10—15%", 10, 15, "%"),
        ("百分之三至百分之五", 3, 5, "%"),
        ("5000-1万元", 5000, 10000, "元"),
        ("0.5亩至3亩", Decimal("0.5"), 3, "亩"),
    ],
)
def test_ranges(printed: str, low: int, high: int, unit: str) -> None:
    (found,) = quantities(f"标准为{printed}。")
    assert (found.value, found.high, found.unit, found.bound) == (low, high, unit, "exact")


# What other libraries made of these is in their trackers: 439,999,999 of the first, 3 角 of 长三角.
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("共2亿3000万元", [(230000000, "元")]),
        ("共1亿2千万元", [(120000000, "元")]),
        ("共一万五千亿元", [(1500000000000, "元")]),
        ("共二十万亿元", [(20000000000000, "元")]),
        ("共1,100万元", [(11000000, "元")]),
        ("共16.4亿元", [(1640000000, "元")]),
        ("共3万4000人", [(34000, "人")]),
        ("下降0.32个百分点", [(Decimal("0.32"), "百分点")]),
        ("长三角地区", []),
        ("统一部署，一是加强领导", []),
        ("拨打051661515", []),
        ("校验码1840-ab12cd34ef56", []),
    ],
)
def test_known_failures_of_others(text: str, values: list[tuple[Decimal, str]]) -> None:
    assert [(f.value, f.unit) for f in quantities(text)] == values


def test_values_are_exact() -> None:
    assert value("4.860") == Decimal("4.860")
    assert str(value("4.860")) == "4.860"


def test_fractions_are_exact() -> None:
    (found,) = quantities("占三分之一。")
    assert found.value == Fraction(1, 3)
