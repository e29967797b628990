"""Periods: expressions of time as a document of a certain day uses them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from random import Random


def period(rng: Random, what: str, day: date, *, dated: bool = True) -> tuple[str, str]:
    """An expression of time and what it means: ``past``, ``until`` (截至), ``since`` (…以来), ``target``, ``year``.

    A text without a date of its own settles no 今年, 去年 or 截至9月底.
    """
    choices = _KINDS[what](day)
    return rng.choice([choice for choice in choices if dated or _SETTLED.search(choice[0])])


_SETTLED = re.compile("[0-9]{4}年|五”")


def _past(day: date) -> list[tuple[str, str]]:
    last, month = day.year - 1, day.day % 12 + 1
    out = [
        *[(f"{last}年", f"{last}")] * 4,
        ("去年", f"{last}"),
        (f"{last}年度", f"{last}"),
        (f"{last - 1}年", f"{last - 1}"),
        (f"{last - 2}—{last}年", f"{last - 2}/{last}"),
        (f"{last - 3}年至{last}年", f"{last - 3}/{last}"),
        (f"{last}年{month}月", f"{last}-{month:02}"),
        (f"{last}年1—9月", f"{last}-01/{last}-09"),
        *((f"{last}年{name}", f"{last}-{first}/{last}-{end}") for name, first, end in _PARTS),
        *_plans(day, "期间", past=True),
    ]
    if day.month > 2:
        before = f"{day.year}-{day.month - 1:02}"
        out += [(f"今年{day.month - 1}月", before), (f"今年1至{day.month - 1}月", f"{day.year}-01/{before}")]
    over = [part for part in _PARTS if int(part[2]) < day.month]
    return out + [(f"今年{name}", f"{day.year}-{first}/{day.year}-{end}") for name, first, end in over]


_PARTS = (
    ("上半年", "01", "06"),
    ("下半年", "07", "12"),
    ("一季度", "01", "03"),
    ("三季度", "07", "09"),
    ("四季度", "10", "12"),
    ("前三季度", "01", "09"),
)
_PLANS = (("十一五", 2006), ("十二五", 2011), ("十三五", 2016), ("十四五", 2021))


def _plans(day: date, word: str, *, past: bool) -> list[tuple[str, str]]:
    """The five-year plan that is over, or the one that runs for a year or more: 期间 all of it, 末 its end."""
    found = [
        (name, first)
        for name, first in _PLANS
        if (first + 5 <= day.year < first + 10 if past else first <= day.year < first + 4)
    ]
    return [(f"“{name}”{word}", f"{first + 4}" if word == "末" else f"{first}/{first + 4}") for name, first in found]


def _until(day: date) -> list[tuple[str, str]]:
    last = day.year - 1
    out = [
        (f"截至{last}年底", f"../{last}"),
        (f"截至{last}年末", f"../{last}"),
        (f"截至{last}年9月底", f"../{last}-09"),
        (f"截至{last}年12月31日", f"../{last}-12-31"),
        ("截至去年底", f"../{last}"),
    ]
    if day.month > 2:
        before = f"../{day.year}-{day.month - 1:02}"
        out += [(f"截至今年{day.month - 1}月底", before), (f"截至{day.month - 1}月底", before)]
    return out


def _since(day: date) -> list[tuple[str, str]]:
    year = day.year
    out = [
        (f"{year - 2}年以来", f"{year - 2}/.."),
        (f"自{year - 3}年以来", f"{year - 3}/.."),
        (f"{year - 1}年{day.day % 12 + 1}月以来", f"{year - 1}-{day.day % 12 + 1:02}/.."),
        ("今年以来", f"{year}/.."),
    ]
    return out + [(f"“{name}”以来", f"{first}/..") for name, first in _PLANS if first < year < first + 5]


def _target(day: date) -> list[tuple[str, str]]:
    year = day.year
    out = [
        *[(f"到{year + 2}年", f"{year + 2}"), (f"到{year + 1}年底", f"{year + 1}")] * 2,
        (f"到{year + 3}年", f"{year + 3}"),
        (f"到{year + 1}年末", f"{year + 1}"),
        (f"{year + 1}年", f"{year + 1}"),
        (f"{year + 2}年底前", f"../{year + 2}"),
        (f"{year + 1}年6月底前", f"../{year + 1}-06"),
        (f"{year + 1}年上半年", f"{year + 1}-01/{year + 1}-06"),
        (f"{year + 1}—{year + 3}年", f"{year + 1}/{year + 3}"),
        *((f"到{text}", value) for text, value in _plans(day, "末", past=False)),
        *_plans(day, "期间", past=False),
    ]
    return out if day.month == 12 else [*out, ("今年底前", f"../{year}")]


def _years(*distances: int) -> Callable[[date], list[tuple[str, str]]]:
    return lambda day: [(f"{day.year + k}年", f"{day.year + k}") for k in distances]


_KINDS: dict[str, Callable[[date], list[tuple[str, str]]]] = {
    "past": _past,
    "until": _until,
    "since": _since,
    "target": _target,
    "year": _years(-1, -1, -2, -3),
    "early": _years(-4, -5, -6),
    "next": _years(1),
    "later": _years(2, 3),
}
