"""成文日期 and 印发日期 (GB/T 9704-2012 7.3.5.4; Chinese numerals before 2012)."""

from __future__ import annotations

import re

from gongwen.grammar.numerals import integer

# 〇 is printed as ○, Ｏ, O and 0 in old texts; patterns see folded text, where Ｏ is O.
_ZH = "〇零○O0一二三四五六七八九"
DATE = (
    rf"(?:(?P<year>[12]\d{{3}}|[{_ZH}]{{4}})年"
    rf"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
    rf"(?:(?P<day>3[01]|[12]\d|0?[1-9]|三十一?|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?"
    r"|(?P<year2>(?:19|20)\d{2})(?P<sep>[-./])(?P<month2>1[0-2]|0?[1-9])(?P=sep)(?P<day2>3[01]|[12]\d|0?[1-9]))"
)
"""A date as a document prints it, on text without blanks."""
DATE_ONLY = re.compile(rf"（?{DATE}）?")
BLANK = re.compile(r"(?:(?:19|20)(?:\d{2}|[X×]{2})|[X×]{2,4})年(?:\d{1,2}|[X×]{1,2})?月(?:[X×]{1,2})?日")
"""A date that a draft leaves open: 2023年　月　日."""
_FIND = re.compile(DATE)


def iso(match: re.Match[str]) -> str | None:
    """The date of a DATE match as ISO 8601, without the day where none is given; None if there is no such day."""
    year = integer(match["year"] or match["year2"])
    month = integer(match["month"] or match["month2"])
    day_text = match["day"] or match["day2"]
    if year is None or month is None:
        return None
    if day_text is None:
        return f"{year:04}-{month:02}"
    day = integer(day_text)
    if day is None or day > _days(year, month):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def find_date(chars: str, start: int = 0) -> re.Match[str] | None:
    """The first date at or after a place of a text without blanks."""
    return _FIND.search(chars, start)
