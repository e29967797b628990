import tomllib
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import pytest

from gongwen.claims.scan import quantities
from gongwen.lexicon.units import Units
from gongwen.model.claim import Quantity

TABLE = tomllib.loads(files("gongwen.lexicon").joinpath("data/units.toml").read_text(encoding="utf-8"))
GROUPS = [*TABLE["dimension"], TABLE["count"]]


def quantity(value: str, unit: str) -> Quantity:
    return Quantity(spans=((0, 1),), text="1", clean="1", value=Decimal(value), unit=unit)


@pytest.mark.parametrize("example", [e for g in GROUPS for e in g.get("examples", ())])
def test_examples_of_the_table(example: str) -> None:
    printed, _, expected = example.partition(" = ")
    (found,) = quantities(f"共{printed}。")
    assert f"{found.value} {found.unit}" == expected


@pytest.mark.parametrize("word", [w for g in GROUPS for w in g.get("counterexamples", ())])
def test_counterexamples_of_the_table(word: str) -> None:
    assert list(quantities(f"加强{word}工作")) == []


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        ("35000000", "元", "亿元", "0.35"),
        ("3", "公里", "米", "3000"),
        ("15", "亩", "公顷", "1"),
        ("1", "平方公里", "亩", "1500"),
        ("2", "吨", "公斤", "2000"),
        ("36", "分钟", "小时", "0.6"),
        ("300", "元/亩", "元/公顷", "4500"),
        ("0.5", "百分点", "基点", "50"),
        ("12", "户", "户", "12"),
    ],
)
def test_conversion(value: str, unit: str, target: str, expected: str) -> None:
    assert quantity(value, unit).to(target) == Decimal(expected)


def test_conversion_is_exact_where_no_decimal_is() -> None:
    assert quantity("1", "亩").to("平方米") == Fraction(2000, 3)


@pytest.mark.parametrize(
    ("unit", "target"),
    [("亩", "元"), ("%", "百分点"), ("户", "家"), ("人次", "人"), ("日", "天"), ("千瓦", "千瓦时"), ("元", "美元")],
)
def test_units_of_different_things_do_not_convert(unit: str, target: str) -> None:
    with pytest.raises(ValueError, match="换算"):
        quantity("1", unit).to(target)


def test_a_guard_names_a_unit() -> None:
    assert set(TABLE["guard"]) <= set(Units.default().simple)
