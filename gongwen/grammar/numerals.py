"""Chinese numerals."""

from __future__ import annotations

DIGITS = dict(zip("〇零○ＯO0一二三四五六七八九两", (0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
_STEPS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
NUMERAL = "〇零一二三四五六七八九十百千两"


def integer(numeral: str) -> int | None:
    """The value of Arabic digits or of a Chinese numeral (二十三, 二〇二二), None if it is neither."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    if not any(c in _STEPS for c in numeral):
        digits = [DIGITS.get(c) for c in numeral]
        return None if None in digits or not digits else int("".join(map(str, digits)))
    total = digit = 0
    for c in numeral:
        if c in _STEPS:
            total += max(digit, 1) * _STEPS[c]
            digit = 0
        elif c in DIGITS:
            digit = DIGITS[c]
        else:
            return None
    return total + digit
