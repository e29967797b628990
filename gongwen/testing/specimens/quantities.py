"""Quantities: numbers as they are printed, with the value that they mean."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from random import Random

from gongwen.testing.specimens.bounds import Printed, bounded

_HAN = "零一二三四五六七八九"
_DIGITS = "0123456789."
_COMPOUND = re.compile(r"亿\d")
_SLACK = ("exact",) * 12 + ("about", "over", "over", "nearly", "under")

_SOFT = ("exact",) * 7 + ("around", "up")
"""Bounds that stand behind a verb: 达到5%左右."""


def quantity(rng: Random, what: str, bound: str = "any") -> Printed:
    """A quantity of a kind: ``money``, ``percent``, ``points``, ``rank``, ``term``, or a unit with a range ``座:3-80``."""
    bound = rng.choice(_SLACK if bound == "any" else _SOFT) if bound in {"any", "soft"} else bound
    if bound in {"range", "both"}:
        return _between(rng, what, bound)
    name, _, extent = what.partition(":")
    maker = _MAKERS.get(name)
    if maker:
        return maker(rng, bound, extent)
    return _counted(rng, bound, name, extent or "2-900")


def _between(rng: Random, what: str, form: str) -> Printed:
    """A range: 20个至30个, 3—5年, 5%～8%; with ``both`` ends bounded 2000元以上5000元以下."""
    one, other = _in_digits(rng, what), _in_digits(rng, what)
    while one.value == other.value:
        other = _in_digits(rng, what)
    low, high = sorted((one, other), key=lambda printed: printed.value)
    text = f"{low.text}以上{high.text}以下" if form == "both" else _joined(rng, low.text, high.text)
    return Printed(text, low.value, low.unit, "exact", Decimal(str(high.value)))


def _joined(rng: Random, low: str, high: str) -> str:
    """Two numbers with a dash between; the first may do without its unit where the second has the same."""
    unit = low.lstrip(_DIGITS)
    if unit == high.lstrip(_DIGITS) and unit[0] not in "%‰" and rng.random() < 0.5:
        return f"{low.removesuffix(unit)}{rng.choice('至—～-')}{high}"
    return f"{low}{rng.choice('至至—～')}{high}"


def _in_digits(rng: Random, what: str) -> Printed:
    """An exact quantity that is printed in digits, with one unit."""
    while True:
        made = quantity(rng, what, "exact")
        if made.text.lstrip(_DIGITS)[-1:] and made.text[0] in _DIGITS and not _COMPOUND.search(made.text):
            return made


def _number(rng: Random, low: float, high: float, places: int) -> Decimal:
    """A number in a range, the small ones more likely, with so many decimal places."""
    span = rng.random() ** 2
    if not places:
        return Decimal(round(low + (high - low) * span))
    value = Decimal(str(round(low + (high - low) * span, places)))
    # 3.50 is printed where two places are usual, 3.5 elsewhere.
    return value if rng.random() < 0.15 else _short(value)


def _round(number: Decimal) -> Decimal:
    """To its first digit, or that and a half: 400, 1500."""
    half = Decimal(10 ** (len(str(int(number))) - 1)) / 2
    return Decimal(max(1, round(number / half) * int(half or 1) if half >= 1 else int(number)))


def _multiplied(number: Decimal, factor: int) -> Decimal:
    """With 万 and 亿 multiplied out; without a factor the digits stay as printed."""
    return number if factor == 1 else _short(number * factor)


def _short(value: Decimal) -> Decimal:
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral() else value


_MONEY = {
    # The word and factor of the unit, from, to, decimal places.
    "": (("万", 10**4), 3, 9000, 0),
    "large": (("亿", 10**8), 1, 600, 2),
    "small": (("", 1), 100, 9000, 0),
    "fine": (("", 1), 500, 50000, 0),
}


def _money(rng: Random, bound: str, extent: str) -> Printed:
    if extent == "big":  # what a building costs
        scale, low, high, places = rng.choice(((("万", 10**4), 500, 9800, 0), (("亿", 10**8), 1, 40, 2)))
    else:
        scale, low, high, places = _MONEY[extent]
    number = _number(rng, low, high, places)
    if extent in {"small", "fine"}:
        number = Decimal(int(number) // 100 * 100)
    elif not extent and rng.random() < 0.3:
        number = _short(_number(rng, 1, 90, 1))
    if extent == "large" and bound == "exact" and rng.random() < 0.06:
        return _compound(rng, int(number))
    word, factor = scale
    return bounded(rng, f"{number}{word}", "元", _multiplied(number, factor), bound)


def _compound(rng: Random, hundreds_of_millions: int) -> Printed:
    """3亿2000万元."""
    tens_of_thousands = rng.randint(10, 99) * 100
    value = Decimal(hundreds_of_millions * 10**8 + tens_of_thousands * 10**4)
    return Printed(f"{hundreds_of_millions}亿{tens_of_thousands}万元", value, "元")


def _percent(rng: Random, bound: str, extent: str) -> Printed:
    low, high = map(float, extent.split("-")) if extent else (1.0, 99.0)
    number = _number(rng, low, high, rng.choice((0, 1, 1, 2)))
    if bound == "exact" and number == number.to_integral() and number < 100 and rng.random() < 0.3:
        return Printed(f"百分之{han(int(number))}", Decimal(int(number)), "%")
    return bounded(rng, str(number), "%", number, bound)


def _points(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    number = _number(rng, 0.1, 9, rng.choice((1, 1, 2)))
    return Printed(f"{number}个百分点", number, "百分点")


def _rank(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    """第3位, 第3名, 第3; with ``first`` and ``last`` several: 前10名, 后5位."""
    number = rng.randint(1, 28)
    unit = rng.choice(("位", "位", "位", "名", ""))
    if not extent and rng.random() < 0.15:
        return Printed(f"第{han(number % 3 + 1)}", Decimal(number % 3 + 1), "")
    if extent:
        number, unit = rng.choice((3, 5, 10, 20)), rng.choice("位名")
        return Printed(f"{'前' if extent == 'first' else '后'}{number}{unit}", Decimal(number), unit)
    return Printed(f"第{number}{unit}", Decimal(number), unit)


def _fraction(rng: Random, bound: str, extent: str) -> Printed:
    """三分之一; with ``most`` more than a half."""
    choices = [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (2, 5), (3, 5), (4, 5)]
    above, below = rng.choice([c for c in choices if not extent or 2 * c[0] > c[1]])
    printed = f"{han(below)}分之{han(above)}"
    return bounded(rng, printed, "", Fraction(above, below), bound if bound in {"up", "about"} else "exact")


def _income(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    """What a person or a household has in a year."""
    number = Decimal(rng.randint(60, 680) * 100 + rng.choice((0, 0, rng.randint(1, 99))))
    return bounded(rng, str(number), "元", number, bound)


def _double(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    times = rng.choice((1, 1, 1, 2))
    return Printed("两番" if times == 2 else "一番", Decimal(times), "番")


def _ratio(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    return Printed(f"1{rng.choice(':：∶')}1", Fraction(1, 1), "")


def _tenths(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    number = rng.randint(3, 9)
    return bounded(rng, han(number), "成", Decimal(number), rng.choice(("exact", "nearly", "over", "under")))


def _times(rng: Random, bound: str, extent: str) -> Printed:  # noqa: ARG001
    number = _number(rng, 1.2, 6, 1)
    return Printed(f"{number}倍", number, "倍")


def _term(rng: Random, bound: str, extent: str) -> Printed:
    unit, low, high = rng.choice((("个工作日", 2, 30), ("日", 3, 90), ("年", 2, 10), ("个月", 2, 24), ("小时", 2, 72)))
    if extent:
        unit, low, high = {
            "days": ("个工作日", 2, 30),
            "years": ("年", 2, 8),
            "months": ("个月", 2, 24),
            "hours": ("小时", 1, 48),
        }[extent]
    number = rng.randint(low, high)
    printed = han(number) if unit in {"日", "年"} and number <= 10 and rng.random() < 0.25 else str(number)
    base = unit.removeprefix("个")
    made = bounded(rng, printed, unit, Decimal(number), bound)
    return Printed(made.text, made.value, base, made.bound)


def _counted(rng: Random, bound: str, unit: str, extent: str) -> Printed:
    """A count or measure; ``万亩:2-80.5`` has decimals, ``≈`` before the range asks for a round number."""
    factor = {"万": 10**4, "亿": 10**8}.get(unit[0], 1)
    base = unit[1:] if factor > 1 else unit
    low, high = extent.lstrip("≈").split("-")
    places = max(len(part.partition(".")[2]) for part in (low, high))
    number = _number(rng, float(low), float(high), places)
    if extent.startswith("≈"):
        number = _round(number)
    printed = str(number)
    if factor == 1 and not places and number <= 99 and number >= 10 and rng.random() < 0.05:
        printed = han(int(number))
    made = bounded(rng, printed + (unit[0] if factor > 1 else ""), base, _multiplied(number, factor), bound)
    return Printed(made.text, made.value, _name(base), made.bound)


def _name(unit: str) -> str:
    """The unit's name: 个工作日 is 工作日."""
    return unit.removeprefix("个") or unit


def han(number: int) -> str:
    """The number in Chinese numerals, below one hundred."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")


_MAKERS = {
    "money": _money,
    "percent": _percent,
    "points": _points,
    "rank": _rank,
    "fraction": _fraction,
    "income": _income,
    "double": _double,
    "ratio": _ratio,
    "tenths": _tenths,
    "times": _times,
    "term": _term,
}
