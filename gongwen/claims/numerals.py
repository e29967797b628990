"""数词: the exact value of a numeral, Arabic, Chinese or mixed (GB/T 15835-2011)."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"廿": 20, "卅": 30}
_STEPS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
MAGNITUDES = {**_STEPS, **_MYRIADS}
_LONGEST = 40
"""How many characters a numeral with magnitudes may have that says anything."""
_ARABIC = re.compile(r"[\d,. ]+")


def magnitude(text: str) -> int:
    """What the magnitudes behind a number multiply to: 千万 is ten million."""
    out = 1
    for c in text:
        out *= MAGNITUDES[c]
    return out


def value(text: str) -> Decimal | None:
    """The value of a numeral in any form: 1,234.56 / 二十三 / 3亿5千万 / 三点五; None if it is none."""
    if text.isascii() and text.isdigit():
        return Decimal(text)
    if text[0].isdigit() and text[-1].isdigit():
        match = _ARABIC.fullmatch(text)
        if match:
            return Decimal(text.replace(",", "").replace(" ", ""))
    if len(text) > _LONGEST:
        return None
    if text[0].isdigit():
        return _mixed(text)
    return _chinese(text)


def _mixed(text: str) -> Decimal | None:
    """3亿5千万, 1亿2千万, 5万3千, 3万4000, 1.2万亿: numbers each with their magnitude, falling."""
    total, last, at = Decimal(0), None, 0
    while at < len(text):
        match = _ARABIC.match(text, at)
        if match is None:
            return None
        at = match.end()
        power = 1
        while at < len(text) and text[at] in MAGNITUDES:
            power *= MAGNITUDES[text[at]]
            at += 1
        number = Decimal(match.group().replace(",", "").replace(" ", ""))
        if last is not None and number * power >= last:
            return None
        total += _times(number, power)
        last = power
    return total


def _times(number: Decimal, power: int) -> Decimal:
    """Multiplied exactly, digits kept where nothing is to be multiplied."""
    if power == 1:
        return number
    out = number * power
    return out.quantize(Decimal(1)) if out == out.to_integral_value() else out.normalize()


def _chinese(text: str) -> Decimal | None:
    if "点" in text:
        return _with_point(text)
    if not any(c in MAGNITUDES for c in text):
        digits = [_DIGITS.get(c) for c in text]
        return None if None in digits else Decimal("".join(map(str, digits)))
    return _counted(text)


def _with_point(text: str) -> Decimal | None:
    """三点五, 一点二亿."""
    bare = text.rstrip("十百千万亿拾佰仟萬億")
    whole, _, rest = bare.partition("点")
    number = _chinese(whole) if whole else None
    digits = [_DIGITS.get(c) for c in rest]
    if number is None or None in digits or not digits:
        return None
    return _times(Decimal(f"{number}.{''.join(map(str, digits))}"), magnitude(text[len(bare) :]))


def _counted(text: str) -> Decimal | None:
    """二十三, 一百零五, 三万五, 一万五千亿: steps within a myriad, myriads within the whole."""
    total = section = 0
    digit: int | None = None
    step = 1
    for c in text:
        if c in _STEPS:
            section += (1 if digit is None else digit) * _STEPS[c]
            digit, step = None, _STEPS[c]
        elif c in _MYRIADS:
            section += digit or 0
            if c in "亿億":
                total, section = (total + (section or (0 if total else 1))) * _MYRIADS[c], 0
            else:
                total, section = total + (section or 1) * _MYRIADS[c], 0
            digit, step = None, _MYRIADS[c]
        elif digit is None or digit == 0:
            digit = _DIGITS[c]
            step = 1 if digit == 0 else step
        else:
            return None
    if digit is not None:
        # 三万五 is 35,000, 一百二 is 120; 一百零五 is 105.
        section += digit * (step // 10 if step > 10 else 1)
    return Decimal(total + section)
