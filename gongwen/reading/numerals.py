"""编号格式: a number written in the format of an automatic list (ISO/IEC 29500, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _digitwise(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _counting(number: int) -> str:
    """一, 十, 十一, 二十, 九十九; from 100 on digit by digit."""
    return _grouped(number) if number < 100 else _digitwise(number, "○" + _DIGITS[1:])


def _grouped(number: int, digits: str = "零" + _DIGITS[1:], units: str = "十百千", *, bare_ten: bool = True) -> str:
    """一百零一, 三千零五十; digit by digit from 10,000 on, which no list reaches."""
    if not 0 < number < 10_000:
        return _digitwise(number, digits)
    out, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            out += (digits[0] if gap and out else "") + digits[digit] + (units[power - 1] if power else "")
        gap = digit == 0
    return out[1:] if bare_ten and 10 <= number < 20 else out


def _formal(number: int) -> str:
    return _grouped(number, _FORMAL, "拾佰仟", bare_ten=False)


def _formal_traditional(number: int) -> str:
    return _grouped(number, _FORMAL_TRADITIONAL, "拾佰仟", bare_ten=False)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN + _ROMAN_SMALL:
        out += letters * (number // value)
        number %= value
    return out


def _letter(number: int) -> str:
    """A … z, aa, bb …: the letter is repeated."""
    repeat, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeat + 1) if 0 < number <= 26 * 100 else str(number)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Characters that follow each other in Unicode, as many as there are; decimal behind them."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else str(number)


def _of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else str(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else str(number)


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + i: chr(0xFF10 + i) for i in range(10)})


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _counting,
    "chineseCountingThousand": _grouped,
    "chineseLegalSimplified": _formal,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _grouped,
    "taiwaneseDigital": lambda number: _digitwise(number, "○" + _DIGITS[1:]),
    "japaneseCounting": _grouped,
    "japaneseDigitalTenThousand": _digitwise,
    "ideographDigital": _digitwise,
    "ideographLegalTraditional": _formal_traditional,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "hex": lambda number: f"{number:X}",
    "none": lambda _: "",
}
"""How each format writes a number; a format that is not here is written in decimal."""


def write_number(number: int, number_format: str) -> str:
    """The number in the format."""
    return FORMATS.get(number_format, str)(number)
