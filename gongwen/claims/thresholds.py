"""门槛: what a threshold is set on: the attribute that it bounds, else the thing that it chooses.

Of 年营业收入2000万元以上的企业 the attribute; of 3年以上工作经历 and 60周岁以上的老人 what stands behind;
of 500亩以上的部分 what the threshold before it is set on.
"""

from __future__ import annotations

import re

from gongwen.claims.cases import Case, Metric
from gongwen.claims.conditions import counts
from gongwen.claims.context import Site
from gongwen.claims.kinds import TIMES
from gongwen.claims.sides import right_of, sets_threshold
from gongwen.claims.stretch import Stretch, is_bare, is_bare_noun

# Units of a thing's own scale, which need no attribute beside them: 60周岁以上的老人, 4级以上地震.
_SCALES = frozenset({"岁", "周岁", "级", "层"})
_HEADS = frozenset({"人", "户"})
_GENERAL = frozenset({"部分", "的部分", "的", ""})
_NOUN = re.compile("[^，。；、的]{1,16}?(?=(?<![自理事缘])由|应当|必须|可以|不得|并[具有取且])|[^，。；、的]{1,11}")
# 不足50户且居住分散的自然村
_AND = re.compile("(?:且|并且?|或者?)[^，。；、的]{1,16}的(?=[^，。；、的])")
_PERSON = re.compile("[^。；]{0,40}?的([^，。；、的]{2,8})")
_CLOSED = frozenset("。；）（、")


def threshold_of(text: str, case: Case, left: Stretch, before: list[Case], told: list[Metric]) -> tuple[Stretch, ...]:
    """The metric of a threshold."""
    site, right = case.site, right_of(text, case)
    noun = _chosen(text, right, site) if right and text[right[0] : right[1]] not in _GENERAL else None
    words = text[left[0] : left[1]]
    if site.found.unit in _SCALES:
        noun = noun or _person(text, site, words)
        if noun:
            return (noun,)
    if noun and (is_bare_noun(words) or words == "连续"):
        return (left, noun)
    if len(words) < 2 or is_bare(words):
        same = () if noun and not site.found.unit.endswith("元") else _of_same(text, case, before, told)
        return (*same[:1], noun) if noun else same or ((left,) if words else ())
    if noun is None:
        return (left,)
    direct = text[site.found.end] != "的" and site.found.unit in counts()
    if site.found.unit in _HEADS and text[noun[1] : noun[1] + 1] == "，":
        return (left, noun)  # 学生不足50人的教学点，
    return (left, noun) if direct or text[noun[1] : noun[1] + 1] in _CLOSED else (left,)


def _person(text: str, site: Site, words: str) -> Stretch | None:
    """Who has to be of an age, further on in the sentence: 年满18周岁、有船的公民."""
    match = _PERSON.match(text, site.found.end) if words.endswith("年") else None
    return match.span(1) if match else None


def _chosen(text: str, right: Stretch, site: Site) -> Stretch | None:
    """The noun that a threshold chooses, what is done with it left aside; of a span of time all that happens in it."""
    if site.found.unit in TIMES and (site.found.within or site.found.recent):
        return (right[0], right[1] - (text[right[1] - 1] == "的"))
    more = _AND.match(text, *right)
    match = _NOUN.match(text, more.end() if more else right[0], right[1])
    return match.span() if match else None


def _of_same(text: str, case: Case, before: list[Case], told: list[Metric]) -> tuple[Stretch, ...]:
    """What the last threshold in the same unit is set on, in the same sentence: 100元以下的部分…，100元以上的部分…."""
    site = case.site
    for other in reversed(before):
        if other.site.sentence != site.sentence:
            break
        if sets_threshold(text, other) and other.site.found.unit == site.found.unit:
            return told[other.site.index].parts
    return ()
