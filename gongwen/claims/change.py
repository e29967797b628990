"""升降和比较基准: whether a quantity is a change, which way, and against what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gongwen.claims.words import alternatives, table

Direction = Literal["up", "down"]
# Between the word of change and the number: 增长约, 增幅分别为, 提高了, 减少达.
_FILL = r"(?:了|幅度|幅|速度)?(?:分别|均|各|约|又|再|近|将|保持在?|稳定在|控制在|维持在|达到?|在|仅|只|超过?|高达|平均|逾|至少| )*$"


@dataclass(slots=True)
class Change:
    """A word of change before a number."""

    direction: Direction
    start: int
    """Where the word begins."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    left: re.Pattern[str]
    short: re.Pattern[str]
    right: re.Pattern[str]
    basis: re.Pattern[str]
    direction: dict[str, Direction]


@cache
def _patterns() -> _Patterns:
    rows, basis = table("change")["direction"], table("change")["basis"]
    ways: dict[str, Direction] = {}
    for key, words in rows.items():
        if key != "counterexamples":
            way: Direction = "up" if key.startswith("up") else "down"
            ways |= dict.fromkeys(words.split(), way)
    verbs = alternatives((rows["up"] + rows["down"]).split())
    nouns = alternatives((rows["up_nouns"] + " " + rows["down_nouns"]).split())
    short = alternatives((rows["up_short"] + " " + rows["down_short"]).split())
    times = alternatives(basis["times"].split())
    first = "".join(sorted({w[0] for w in ways}))
    left = re.compile(
        rf"(?=[{first}])(?<!自然)(?:(?P<noun>{nouns})(?:分别)?(?:均|各)?[为是：]?|(?P<verb>{verbs})){_FILL}"
    )
    return _Patterns(
        left,
        re.compile(rf"(?<!新)(?P<word>{short}){_FILL}"),
        re.compile(rf"的?(?:年均)?(?:(?P<word>{nouns})|(?:平均)?速度(?P<verb>增长|递增|下降|递减))"),
        re.compile(
            rf"{alternatives(basis['words'].split())}|(?:与|同)[^，。；]{{1,12}}相比|在[^，。；]{{2,10}}(?:的)?基础上"
            rf"|(?<![占对等百可好评相类性])(?:较|比(?!例|重|率|值|较|如|上市|赛|选|对|照|武|拼))(?P<thing>[^，。；、]{{1,18}}?)"
            rf"(?P<end>(?:{times})(?=“|{verbs}|{short}|{nouns}|分别|均|又|再|净|约|大幅|明显|略|有所|平均|累计|多|[少高低]|仅|只|实际|进一步|小幅|年均|综合|总体|显著|偏|$))"
            rf"|(?<![占对等百可好评相类性])(?:较|比(?!例|重|率|值|较|如|上市|赛|选|对|照|武|拼))[^，。；、\d]{{2,8}}?(?={verbs})"
        ),
        ways,
    )


# 比重高达68%, 比例多为七成 are no comparisons.
_COMPARED = re.compile("同比|环比|年均|净|较|比(?![重例率值])|每年")


def change_before(text: str, left: int, at: int) -> Change | None:
    """The word of change that governs the number at a place: 同比增长 5.3%, 增幅为 41.6%."""
    patterns = _patterns()
    match = patterns.left.search(text, left, at)
    if match:
        word = match["noun"] or match["verb"]
        return Change(patterns.direction[word], match.start())
    match = patterns.short.search(text, left, at)
    if match and _COMPARED.search(text, left, match.start()):
        return Change(patterns.direction[match["word"]], match.start())
    return None


def change_behind(text: str, at: int) -> Direction | None:
    """The word of change behind a number: 8%的增速, 5%的速度增长."""
    match = _patterns().right.match(text, at)
    if match is None:
        return None
    return "down" if match["verb"] in {"下降", "递减"} else _patterns().direction.get(match["word"] or "", "up")


def basis_before(text: str, left: int, at: int) -> tuple[int, int] | None:
    """The last words in a stretch that say what a change is compared with."""
    found = None
    for match in _patterns().basis.finditer(text, left, at):
        found = match.span()
    return found
