"""指标: what is counted or measured, and where it stands.

Left of the number (全市用电量168亿千瓦时), right of the unit (18个通办地区), around both
(为71家企业出具证明), or in an earlier clause (同比下降0.3个百分点 speaks of the rate before it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongwen.claims.context import Site
from gongwen.claims.deal import dealt
from gongwen.claims.kinds import Kind
from gongwen.claims.stretch import LIMIT, Stretch, clause_before, is_bare, opening, trim
from gongwen.model.claim import Modality


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured: stretches of the text; of a share also what it is part of."""

    parts: tuple[Stretch, ...] = ()
    whole: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A quantity with what is known of it before its metric."""

    site: Site
    kind: Kind
    per: Stretch | None
    modality: Modality


def metrics(text: str, cases: list[Case]) -> list[Metric]:
    """The metric of every quantity of a paragraph."""
    out: list[Metric] = []
    for case in cases:
        out.append(_metric(text, case, cases, out))
    return out


def _metric(text: str, case: Case, cases: list[Case], before: list[Metric]) -> Metric:
    site = case.site
    members = dealt(text, site.head, [m.parts for m in before[: site.head.index]])
    if members:
        return Metric(members[site.index - site.head.index])
    if site.head is not site:
        return before[site.head.index]
    left = _left(text, case, cases)
    earlier = _earlier(text, site, cases, before)
    if case.kind.kind in {"change", "rank"}:
        return Metric(_subject(text, left, earlier, site))
    if case.kind.kind == "share":
        return _share(text, case, left, earlier)
    right = _right(text, case)
    if case.modality == "condition" and right and left[1] - left[0] > 1:
        right = (right[0], _short(text, *right))
    if text[site.found.start - 1 : site.found.start] in _TOWARDS and right and site.found.start - 1 >= site.left:
        return Metric(((site.found.start - 1, site.found.start), (right[0], site.end)))
    if case.kind.kind == "duration":
        later = _act(text, case, left, right)
        if later:
            return Metric((later,))
    if right is None:
        return Metric(_subject(text, left, earlier, site, rate=_is_rate(case)))
    if left[1] == left[0]:
        given = _given(text, site) if is_bare(text[right[0] : right[1]]) else None
        return Metric((*_maybe(given), right))
    if text[left[0] : left[1]].endswith("等") and right[1] - right[0] > 1:
        return Metric((right,))
    if is_bare(text[left[0] : left[1]]):
        return Metric((*_subject(text, left, earlier if case.site.found.unit == "元" else (), site), right))
    return Metric((left, right))


def _is_rate(case: Case) -> bool:
    return case.site.found.unit == "%"


_OF_TIME = re.compile(r"(?:由|从)[^，。；]{0,10}的$")
_CHOOSING = ("重点支持", "支持", "对", "培育", "以外的", "禁止", "除", "、")


def _begin(text: str, site: Site, cases: list[Case]) -> int:
    """产值超10亿元企业5家: a threshold before belongs to what is counted."""
    if site.index and site.left > site.begin and cases[site.index - 1].modality == "condition":
        return site.begin
    if site.left > site.begin and text[site.left : site.left + 1] not in {"、", "和", "及"}:
        stops = list(_NEXT.finditer(text, site.left, site.found.start))
        if stops:
            return stops[-1].end()
    times = list(_AT.finditer(text, site.left, site.found.start))
    return times[-1].end() if times else site.left


# 50个创新实验室、300个创新中心: the noun behind the quantity before is its own.
_NEXT = re.compile("、|以?及|(?<![共调总缓])和(?![解平谐])")
# 我厅拟于2023年在… : who acts and when stand before what is measured.
_AT = re.compile(r"(?:拟|计划|将)?(?:于|在) ?\d{4} ?(?:—\d{4} ?)?年(?:\d{1,2}月)?")


def _left(text: str, case: Case, cases: list[Case]) -> Stretch:
    """The words in front of a number that name what is measured."""
    site, kind, per = case.site, case.kind, case.per
    begin, end = _begin(text, site, cases), site.found.start
    if kind.word is not None and begin <= kind.word <= end:
        end = kind.word
    if kind.basis and begin <= kind.basis[0] < end:
        end = kind.basis[0]
    turn = _OF_TIME.search(text, begin, end)
    if turn:
        end = turn.start()
    if per and begin <= per[0] and per[1] <= end:
        begin, end = _without_per(text, begin, end, per)
    begin, end = trim(text, begin, end, keep_of=kind.kind == "share")
    if case.modality == "condition":
        begin = max([begin, *(at + len(w) for w in _CHOOSING if begin <= (at := text.rfind(w, begin, end)) < end - len(w))])
    return max(begin, end - LIMIT), end


def _without_per(text: str, begin: int, end: int, per: Stretch) -> Stretch:
    """What is left of 处理成本为每立方米, 每年轮训工人, 日均客流 without the words that say per what."""
    after = trim(text, per[1], end)
    if after[1] - after[0] < 2 or is_bare(text[after[0] : after[1]]):
        front = trim(text, begin, per[0])
        return (begin, per[0]) if front[1] - front[0] >= 2 else (per[1], end)
    return (per[0], end) if text[per[1] - 1] == "均" or text[per[0]] == "单" else (per[1], end)


_TOWARDS = frozenset("为对向给")
_TERM = re.compile("的?(?:时间|期限内|时限内|内)?$")
_WAIT = re.compile("(?:后|起|之日|利用|在|用|之内)的?$")


def _short(text: str, begin: int, end: int) -> int:
    """The noun that a threshold selects, not what is done with it."""
    match = _SELECTED.match(text, begin, end)
    return match.end() if match else end


_SELECTED = re.compile("[^，。；、的]{1,11}")


def _act(text: str, case: Case, left: Stretch, right: Stretch | None) -> Stretch | None:
    """What is done within a time: 利用3年时间，建立…制度; 期满后3个月内，提出…申请."""
    site = case.site
    rest = text[right[0] : right[1]] if right else ""
    waits = _WAIT.search(text, site.left, site.found.start) or (left[1] == left[0] and not rest)
    if not _TERM.fullmatch(rest) or not waits or text[site.end : site.end + 1] != "，":
        return None
    stop = _STOP.search(text, site.end + 1)
    end = min(stop.start() if stop else len(text), site.end + 1 + LIMIT)
    return trim(text, site.end + 1, end)


_STOP = re.compile("[，。；：]")
_NO_RIGHT = re.compile(r"大关|之间|不等|的?标准|的?比例|的?幅度|的?速度|的?目标|的?水平|处分|的期限|的(?=，)")


def _right(text: str, case: Case) -> Stretch | None:
    """The words behind a unit that name what is counted."""
    site = case.site
    begin, end = site.found.end, site.right
    if begin >= end or text[begin] in "，。；：、）（和及与至或为" or _NO_RIGHT.match(text, begin, end):
        return None
    if text[begin] == "的":
        begin += 1
    if end == site.end and text[end : end + 1] == "（":
        end = _over_bracket(text, end)
    if text.startswith("的", begin + 2) and case.kind.kind == "level" and site.found.unit not in {"元", "%"} and text[begin - 1] != "的":
        end = begin + 2  # 4起事故的直接责任人
    end = min(end, begin + LIMIT)
    if end < site.end:  # another quantity follows: what belongs to it begins at the last 、
        stop = text.rfind("、", begin, end)
        end = stop if stop > 0 else end
        while end > begin and text[end - 1] in "和及与或、以":
            end -= 1
    return (begin, end) if end > begin else None


def _over_bracket(text: str, at: int) -> int:
    """镇（街道、园区）服务窗口: the end of a name that goes on behind a bracket."""
    close = text.find("）", at, at + 16)
    if close < 0 or text[close + 1 : close + 2] in {"", "，", "。", "；", "、"} or any(c.isdigit() for c in text[at:close]):
        return at
    stop = _STOP.search(text, close)
    return stop.start() if stop else len(text)


def _earlier(text: str, site: Site, cases: list[Case], before: list[Metric]) -> tuple[Stretch, ...]:
    """What the quantity before speaks of, where it stands in the same sentence."""
    if not site.index:
        return ()
    last = cases[site.index - 1].site
    if last.sentence != site.sentence:
        return ()
    if cases[site.index - 1].modality == "condition":
        return _maybe(clause_before(text, site))
    return before[-1].parts


def _subject(text: str, left: Stretch, earlier: tuple[Stretch, ...], site: Site, *, rate: bool = False) -> tuple[Stretch, ...]:
    """The words in front, and what an earlier clause adds where they name nothing alone."""
    words = text[left[0] : left[1]]
    if words and not is_bare(words):
        if earlier and _LED.match(text, site.left, site.found.start):
            return (*_who(text, earlier), left)
        if rate and earlier and _is_member(text, words, earlier):
            return (*earlier[:2], left)
        return (left,)
    own = (left,) if words else ()
    given = _given(text, site) if site.found.unit in {"元", "%", "日", "分", "年"} else None
    if given:
        return (given, *own)
    if earlier:
        return (*earlier[:2], *own)
    before = opening(text, site) if words else clause_before(text, site)
    before = before or clause_before(text, site)
    return (before, *own) if before else own


_LED = re.compile("(?:并|共)?(?:实现|完成|快于|高于|低于|领先|慢于)")
_DOES = re.compile("实现|完成|达到?|同比|占|累计|共有|发放")


def _who(text: str, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The subject of an earlier metric, without its verb: 全市企业 of 全市企业实现营业收入."""
    begin, end = earlier[0]
    verb = _DOES.search(text, begin + 2, end)
    return ((begin, verb.start() if verb else end),)


_RATE_END = re.compile(r"[率面度比值]$|水平$|比重$|比例$|指数$")


def _is_member(text: str, words: str, earlier: tuple[Stretch, ...]) -> bool:
    """城区主干道达到72.5% behind 电子站牌覆盖率: a member of what the rate before speaks of."""
    return not _RATE_END.search(words) and bool(_RATE_END.search(text[earlier[0][0] : earlier[0][1]]))


_TO = re.compile(r"(?:^|(?<=[，。；：]))(?:(?:对|凡|经|符合|获得?|被)[^，。；：]{2,60}|[^，。；：]{2,60}的(?=，)|[^，。；：]{2,40}企业(?=，))")


def _given(text: str, site: Site) -> Stretch | None:
    """Who gets or pays: the clause with 对… or …的 before an act of money."""
    last = None
    for match in _TO.finditer(text, site.sentence, site.begin):
        last = match
    return trim(text, *last.span()) if last else None


_BY = re.compile("可?按照?")
_OF = re.compile(r"占(?!比)|为(?=[^，]*的$)|恢复到")
_BOUND = re.compile(r"(?:原则上)?(?:不[得应]?[低高]于|不[得应]?[超少]过?于?|约占|至少|约$)")


def _share(text: str, case: Case, left: Stretch, earlier: tuple[Stretch, ...]) -> Metric:
    """占…的: the part is what came before, the whole what stands between."""
    site = case.site
    words = text[left[0] : left[1]]
    bound = _BOUND.search(words)
    if bound and words.endswith("的"):
        front, whole = (left[0], left[0] + bound.start()), (left[0] + bound.end(), left[1] - 1)
        subject = (front,) if bound.start() else earlier or _maybe(clause_before(text, site))
        return Metric((*subject[:2], (whole[0], whole[1])) if bound.start() == 0 and not subject else subject[:2], whole)
    match = _OF.search(words)
    if match:
        whole = trim(text, left[0] + match.end(), left[1])
        subject = () if match.start() else earlier or _maybe(clause_before(text, site))
        return Metric((*subject[:2], left), whole)
    right = _right(text, case)
    if words.endswith("的"):
        whole = (left[0], left[1] - 1)
        return Metric((left, right) if right else (*earlier[:2], left), whole)
    if right and site.found.unit != "":
        given = _given(text, site) or (clause_before(text, site) if _BY.match(text, site.left) else None)
        return Metric((*_maybe(given), left, right) if words else (right,))
    return Metric(_subject(text, left, earlier, site))


def _maybe(stretch: Stretch | None) -> tuple[Stretch, ...]:
    return (stretch,) if stretch else ()
