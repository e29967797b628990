"""Periods: expressions of time as a document of a certain day uses them."""

from __future__ import annotations

from datetime import date
from random import Random


def period(rng: Random, what: str, day: date, *, dated: bool = True) -> tuple[str, str]:
    """An expression of time and what it means: ``past``, ``until`` (截至), ``since`` (…以来), ``target``, ``year``.

    A text without a date of its own settles no 今年 and 去年.
    """
    choices = _KINDS[what](day)
    return rng.choice([c for c in choices if dated or not _RELATIVE & set(c[0])])


_RELATIVE = frozenset("今去")


def _past(day: date) -> list[tuple[str, str]]:
    last = day.year - 1
    out = [
        (f"{last}年", f"{last}"),
        (f"{last}年", f"{last}"),
        ("去年", f"{last}"),
        (f"{last}年上半年", f"{last}-01/{last}-06"),
        (f"{last}年度", f"{last}"),
        (f"{last - 1}年", f"{last - 1}"),
        (f"{last - 2}—{last}年", f"{last - 2}/{last}"),
        (f"{last}年四季度", f"{last}-10/{last}-12"),
    ]
    if day.month > 3:
        out += [
            (f"今年1至{day.month - 1}月", f"{day.year}-01/{day.year}-{day.month - 1:02}"),
            ("今年一季度", f"{day.year}-01/{day.year}-03"),
        ]
    if day.month > 6:
        out.append(("今年上半年", f"{day.year}-01/{day.year}-06"))
    return out


def _until(day: date) -> list[tuple[str, str]]:
    last = day.year - 1
    out = [(f"截至{last}年底", f"../{last}"), (f"截至{last}年9月底", f"../{last}-09"), ("截至去年底", f"../{last}")]
    if day.month > 2:
        out.append((f"截至今年{day.month - 1}月底", f"../{day.year}-{day.month - 1:02}"))
    return out


def _since(day: date) -> list[tuple[str, str]]:
    year = day.year
    return [
        (f"{year - 2}年以来", f"{year - 2}/.."),
        (f"自{year - 3}年以来", f"{year - 3}/.."),
        ("今年以来", f"{year}/.."),
    ]


def _target(day: date) -> list[tuple[str, str]]:
    year = day.year
    return [
        (f"到{year + 2}年", f"{year + 2}"),
        (f"到{year + 1}年底", f"{year + 1}"),
        (f"到{year + 3}年", f"{year + 3}"),
        (f"{year + 1}年", f"{year + 1}"),
        (f"{year + 2}年底前", f"../{year + 2}"),
    ]


def _year(day: date) -> list[tuple[str, str]]:
    return [(f"{day.year - k}年", f"{day.year - k}") for k in (1, 1, 2, 3)]


def _early(day: date) -> list[tuple[str, str]]:
    return [(f"{day.year - k}年", f"{day.year - k}") for k in (4, 5, 6)]


_KINDS = {"past": _past, "until": _until, "since": _since, "target": _target, "year": _year, "early": _early}
