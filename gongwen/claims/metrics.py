"""指标: what is counted or measured, and where it stands.

Left of the number (全市用电量168亿千瓦时), right of the unit (18个通办地区), around both
(为26户农家办理登记), or in an earlier clause (同比下降0.6个百分点 speaks of the rate before it).
"""

from __future__ import annotations

import re

from gongwen.claims.acts import within
from gongwen.claims.cases import Beside, Case, Metric
from gongwen.claims.context import Site, is_converted
from gongwen.claims.deal import MOST_DEALT, dealt, paid
from gongwen.claims.grants import given_behind, grant_of, is_money, shared
from gongwen.claims.shares import share_of
from gongwen.claims.sides import left_of, right_of, sets_threshold
from gongwen.claims.stretch import Stretch, is_bare, trim
from gongwen.claims.subjects import carried, earlier_of, given_before, maybe, rate_of, subject_of, topic_before
from gongwen.claims.thresholds import threshold_of

_TOWARDS = frozenset("为对向给")
_MANY = 4
"""How many 、 a list of examples may have to stand in a metric: 护理、药学等5个专业."""


def metrics(text: str, cases: list[Case]) -> list[Metric]:
    """The metric of every quantity of a paragraph."""
    out: list[Metric] = []
    for case in cases:
        out.append(_metric(text, case, cases, out))
    return out


def _metric(text: str, case: Case, cases: list[Case], before: list[Metric]) -> Metric:
    """A member of a list has its own metric where 分别 deals them out, else that of the first."""
    site = case.site
    members = _dealt_out(text, case, cases, before)
    if members:
        return Metric(members)
    same = _same_as(text, site, cases)
    if same is not None:
        return before[same]
    left, earlier = left_of(text, case, cases), earlier_of(text, site, cases, before)
    if case.kind.kind == "share":
        right = right_of(text, case) or shared(text, case, cases) or given_behind(text, case)
        return share_of(text, case, Beside(left, right, earlier))
    if case.kind.kind in {"change", "rank"}:
        ranked = left[0] == left[1] and case.kind.kind == "rank" and text.startswith("的", site.found.end)
        chosen = right_of(text, case) if ranked else None  # 连续两年排名后3位的企业
        return Metric((chosen,) if chosen else subject_of(text, left, earlier, site))
    if sets_threshold(text, case):
        return Metric(threshold_of(text, case, left, cases[max(0, site.index - 8) : site.index], before))
    return Metric(_around(text, case, left, earlier, cases))


def _same_as(text: str, site: Site, cases: list[Case]) -> int | None:
    """The quantity before that this one goes on with: the first of its list, or the same in another unit."""
    if site.head is not site:
        return site.head.index
    return site.index - 1 if site.index and is_converted(text, cases[site.index - 1].site, site) else None


def _dealt_out(text: str, case: Case, cases: list[Case], before: list[Metric]) -> tuple[Stretch, ...] | None:
    """The member that 分别 deals a quantity of a list out to; None where it deals nothing out."""
    head, at = case.site.head, case.site.index - case.site.head.index
    count = len(head.members)
    if not 1 < count <= MOST_DEALT:
        return None
    sums = paid(text, head, count) if is_money(case) else None
    if sums:
        return (*sums[at], *maybe(right_of(text, cases[head.members[-1].index])))
    members = dealt(text, head, [m.parts for m in before[max(0, head.index - count) : head.index]])
    if members and case.kind.kind == "level" and head.found.unit == "%" and len(members[at]) == 1:
        return rate_of(text, members[at], earlier_of(text, head, cases, before))
    return members[at] if members else None


def _around(
    text: str, case: Case, left: Stretch, earlier: tuple[Stretch, ...], cases: list[Case]
) -> tuple[Stretch, ...]:
    """What a level or a span of time speaks of."""
    site, right = case.site, right_of(text, case)
    due = within(text, case, left, cases) if case.kind.kind == "duration" else None
    if due:
        return due
    granted = grant_of(text, case, Beside(left, right, earlier), cases) if is_money(case) else None
    if granted:
        return granted
    right = right or _of_age(case, cases)
    if right is None:
        return subject_of(text, left, earlier, site, rate=site.found.unit == "%")
    front = site.found.start - 1
    if front >= site.left and text[front] in _TOWARDS:
        begin = front - (text[front - 1 : front] == "面")
        return ((begin, front + 1), (right[0], site.end))
    return _both(text, case, left, right, earlier)


def _of_age(case: Case, cases: list[Case]) -> Stretch | None:
    """12万名60岁以上老年人: what is counted begins with a threshold."""
    site = case.site
    following = cases[site.index + 1] if site.index + 1 < len(cases) else None
    if following is None or following.modality != "condition" or following.site.found.start != site.found.end:
        return None
    return site.found.end, following.site.right


def _both(text: str, case: Case, left: Stretch, right: Stretch, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Words on either side; those in front only where they name something."""
    words = text[left[0] : left[1]]
    front = _further_left(text, case.site, words, earlier)
    if front is not None:
        return (*front, right)
    if not words:
        bare = is_bare(text[right[0] : right[1]])
        given = given_before(text, case.site) if bare else None
        return (*(maybe(given) or (carried(text, "重伤", earlier) if bare else ())), right)
    if words.endswith("等") and text.count("、", case.site.left, left[1]) > _MANY and right[1] - right[0] > 1:
        return (right,)
    if is_bare(words) and not (case.per and words in _SETS):
        known = earlier if case.site.found.unit == "元" or words == "连续" else ()
        return (*subject_of(text, left, known, case.site), right)
    given = (
        given_before(text, case.site) if case.site.found.unit == "元" and is_bare(text[right[0] : right[1]]) else None
    )
    return (*maybe(given), left, right)


def _further_left(text: str, site: Site, words: str, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...] | None:
    """What stands in for the words in front where they are a list, a measure or the noun of the number before."""
    begin, end = site.left, site.found.start
    listed = _LISTED.match(text, begin, end) if "、" in words else None
    if listed:
        return (trim(text, begin, listed.end()),)
    if _BY.match(text, begin, end) and (not words or words[0] == "每"):
        return maybe(given_before(text, site) or topic_before(text, site))
    nested = begin > site.begin and _NESTED.fullmatch(text, begin, end)
    return earlier[:1] if nested and earlier and earlier[0][1] <= begin else None


# 梳理出8个环节的30个场景: the noun behind the quantity before is its own.
_NESTED = re.compile(r"[^，。；、\d]{1,4}的")
# 每个班组设1名安全员: an act of one character, whose subject is per what.
_SETS = frozenset("设建配派选招聘购修种植育评保")
# 按每人5000元给予补助, 在8万元限额内扣除: by what measure, not what.
_BY = re.compile("(?:统一|可|应当?|均|也|，|在[^，。；]{1,14}期间)*(?:按照?|以)|在(?=每|$)")
# 内设综合办公室、经济发展局3个机构: the members named are what is counted.
_LISTED = re.compile("[^，。；、]{0,20}?(?:内设|下设|设立|设有|包括|由)(?=[^，。；]*、[^，。；]*$)")
