"""Bounds: the words before or behind a number that say about, over, at least."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

_STYLES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    # How a quantity is bounded: what that means, words before, words behind.
    "about": ("about", ("约", "大约"), ("左右",)),
    "over": ("over", ("超过", "超", "逾"), ()),
    "nearly": ("nearly", ("近", "接近"), ()),
    "under": ("under", ("不足", "低于", "不到"), ()),
    "at_least": ("at_least", ("不少于", "不低于", "至少"), ("以上", "以上")),
    "at_most": ("at_most", ("不超过", "最高"), ("以内", "以下")),
    "cap": ("at_most", ("最高", "最高不超过", "最多", "不超过"), ()),
    "longest": ("at_most", ("最长不超过", "不超过", "不得超过", "最长"), ()),
    "wide": ("at_least", ("不得小于", "不小于", "不得低于", "不低于", "≥"), ()),
    "narrow": ("at_most", ("不得大于", "不大于", "不得超过", "不超过", "≤"), ()),
    "below": ("at_most", (), ("以下", "及以下", "以内")),
    "inclusive": ("at_least", (), ("以上", "及以上", "（含）以上", "以上（含）", "及其以上")),
    "greater": ("over", ("超过", "大于", "高于"), ()),
    "less": ("under", ("不足", "低于", "小于", "不满", "未达到"), ()),
    "full": ("at_least", ("满",), ()),
    "least": ("at_least", ("不得少于", "不得低于", "不少于", "不低于"), ()),
    "most": ("at_most", ("不得超过", "不超过", "最高不超过"), ()),
    "more": ("over", ("超过",), ()),
    "beyond": ("over", ("突破", "超过"), ()),
    "around": ("about", (), ("左右",)),
    "up": ("at_least", (), ("以上", "以上", "以上", "及以上")),
    "within": ("at_most", (), ("内", "以内")),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A quantity as printed, and what it means."""

    text: str
    value: Decimal | Fraction
    unit: str
    bound: str = "exact"
    high: Decimal | None = None


def bounded(rng: Random, number: str, unit: str, value: Decimal | Fraction, style: str) -> Printed:
    """The number with the word that bounds it, before or behind."""
    if style == "exact":
        return Printed(number + unit, value, unit)
    bound, before, behind = _style(style)
    if style == "over" and number.isdigit() and number.endswith("0") and rng.random() < 0.4:
        return Printed(f"{number}{rng.choice('余多')}{unit}", value, unit, bound)
    k = rng.randrange(len(before) + len(behind))
    text = before[k] + number + unit if k < len(before) else number + unit + behind[k - len(before)]
    return Printed(text, value, unit, bound)


def _style(style: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A style of the table, or one with its words: ``at_most:最高/不超过``."""
    bound, _, words = style.partition(":")
    return (bound, tuple(words.split("/")), ()) if words else _STYLES[style]
