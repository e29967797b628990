"""主体: what stands in an earlier clause where the words beside a number name nothing alone."""

from __future__ import annotations

import re

from gongwen.claims.cases import Case, Metric
from gongwen.claims.context import Site
from gongwen.claims.modality import is_met
from gongwen.claims.stretch import (
    LIMIT,
    Stretch,
    clause_before,
    cut,
    cut_front,
    is_bare,
    is_bare_noun,
    is_measure,
    opening,
    trim,
)


def maybe(stretch: Stretch | None) -> tuple[Stretch, ...]:
    """A stretch as parts; none where there is none."""
    return (stretch,) if stretch else ()


def earlier_of(text: str, site: Site, cases: list[Case], before: list[Metric]) -> tuple[Stretch, ...]:
    """What the quantity before speaks of, where it stands in the same sentence."""
    if not site.index:
        return ()
    at = site.index - 1
    if at and is_met(text, cases[at].site) and cases[at - 1].site.sentence == site.sentence:
        return before[at - 1].parts  # 对26个山区县再上浮: of what the quantity before it speaks
    last = cases[at].site
    if last.sentence != site.sentence:
        return ()
    if cases[site.index - 1].modality == "condition":
        return maybe(clause_before(text, site))
    return _before_run(text, cases[at], before[at].parts) or before[at].parts


def _before_run(text: str, last: Case, parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """保有量连续六年稳定在90万辆: of the number what was said before the run of years."""
    site = last.site
    if last.kind.kind != "duration" or not parts or not text.endswith("连续", site.left, site.found.start):
        return ()
    begin, end = parts[0]
    if end == site.found.start:
        end -= 2
    return ((begin, end),) if end > begin + 1 and begin < site.found.start else ()


def subject_of(
    text: str, left: Stretch, earlier: tuple[Stretch, ...], site: Site, *, rate: bool = False
) -> tuple[Stretch, ...]:
    """The words in front, and what an earlier clause adds where they name nothing alone."""
    words = text[left[0] : left[1]]
    if is_empty(words) and _in_bracket(text, site):
        return maybe(_before_bracket(text, site))
    own = (left,) if words else ()
    if words and not is_bare(words) and words not in _REPEATED:
        if len(words) < 8 and _RULED.search(words) and site.begin == site.left:
            return (*_ruled(text, words, earlier, site), left)
        if len(words) < _MEMBER and earlier and not is_measure(words) and _is_part(text, site, earlier):
            return (earlier[0], *own)
        return (*_owner(text, words, earlier, site, rate=rate), *own)
    if words and len(earlier) == 1 and is_measure(text[earlier[0][0] : earlier[0][1]]):
        return own  # 总建筑面积…，总投资…: one measure is not of another
    return (*_whose(text, words, earlier, site), *own)


# 水厂一期于2016年建成，设计供水能力…: whose it is opens the sentence.
_BUILT = re.compile(r"([^，。；\d]{2,24}?)(?:始建)?于\d{4}年[^，。；]{0,8}(?:建成|竣工|投用|投产|通车|建)")
_PROPERTY = 9
# 租金原则上每2年调整1次: of what the clause before speaks.
_REPEATED = frozenset({"调整", "修订", "更新"})


def _whose(text: str, words: str, earlier: tuple[Stretch, ...], site: Site) -> tuple[Stretch, ...]:
    """What stands in an earlier clause, or with the number before: 由4%降为2%."""
    if not words and earlier and site.left > site.begin:
        return earlier
    given = given_before(text, site) if not is_bare_noun(words) and site.found.unit in _GIVEN else None
    return maybe(given) or carried(text, words, earlier) or _from_before(text, words, site)


_RULED = re.compile("(?:标准|比例|限额|限价|税率|费率|征收率|额度|价格|金额)$")


def _ruled(text: str, words: str, earlier: tuple[Stretch, ...], site: Site) -> tuple[Stretch, ...]:
    """Whose 支付标准 it is: of the case that the clause before names, or of the one that the measure before is of."""
    end = site.begin - 1
    if end > site.sentence and text[end] == "，" and text[end - 1] == "的":
        return maybe(given_before(text, site))
    begin = max(site.sentence, max(text.rfind(c, site.sentence, max(end, 0)) for c in _COMMAS) + 1)
    if begin < end and text[end] == "，" and (begin == site.sentence or text[begin - 1] in "；：）"):
        named = _whole_clause(text, begin, end)
        if named:
            return (named,)
    if len(earlier) == 1 and len(words) < 5:
        ruled = _RULED.search(text, *earlier[0])
        other = _KIND.search(text, earlier[0][0], ruled.start()) if ruled else None
        return ((earlier[0][0], other.start()),) if other and other.start() > earlier[0][0] + 1 else ()
    return ()


def _whole_clause(text: str, begin: int, end: int) -> Stretch | None:
    """A clause that is all name of a case: 除前项所列以外的城市，."""
    named = trim(text, begin, end)
    return named if 2 <= named[1] - named[0] <= LIMIT and not _CLAUSE.search(text, *named) else None


_CLAUSE = re.compile(r"[\d应须要为是]|按照|实行|完成|实施|加强|推动")
# 二级医院起付标准: 起付 says which of its standards, 二级医院 whose.
_KIND = re.compile("[^，。；]{2}$")


def carried(text: str, words: str, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """What an earlier quantity speaks of, without its own act where words of one's own follow: 项目占地…，总投资…."""
    kept = earlier
    while words and len(kept) > 1 and is_bare(text[kept[-1][0] : kept[-1][1]]):
        kept = kept[:-1]
    return kept if len(kept) < 3 else (kept[0], kept[-1])


_GIVEN = frozenset({"元", "%", "日", "分", "年", "月"})


def _owner(text: str, words: str, earlier: tuple[Stretch, ...], site: Site, *, rate: bool) -> tuple[Stretch, ...]:
    """Whose the words in front are, where they say it no more than by their verb or as a member."""
    if len(words) < _PROPERTY and site.begin == site.left > site.sentence:
        built = _BUILT.match(text, site.sentence, site.begin)
        if built:
            return (trim(text, *built.span(1)),)
    if earlier and _LED.match(text, site.left, site.found.start):
        return _who(text, site, earlier)
    head = _head_of(text, words, site) if site.begin > site.sentence and text[site.begin - 1] in "：；" else None
    if head:
        return (head,)
    return earlier[:2] if rate and earlier and _is_member(text, words, earlier) else ()


# 补助标准为：渔船9万元；码头6万元: what the numbers of the list behind the colon are.
_HEAD = re.compile("(?P<head>[^，。；：]{0,40}?(?:标准|限额|额度|限价|价格|比例|金额|期限){1,2})[^，。；：]{0,6}：")


def _head_of(text: str, words: str, site: Site) -> Stretch | None:
    """The measure that stands before a colon, of a member of the list behind it."""
    match = None if is_measure(words) or _RULED.search(words) else _HEAD.match(text, site.sentence, site.begin)
    return trim(text, *match.span("head")) if match else None


def _from_before(text: str, words: str, site: Site) -> tuple[Stretch, ...]:
    """The subject that the sentence opens with, or the clause before."""
    return maybe((opening(text, site) if words else None) or clause_before(text, site))


_SEPARATORS = "，。；：、）和及"


def _in_bracket(text: str, site: Site) -> bool:
    """Whether a bracket opens before it in its sentence and does not close."""
    opened = text.rfind("（", site.sentence, site.found.start)
    return opened >= 0 and text.find("）", opened, site.found.start) < 0


def _before_bracket(text: str, site: Site) -> Stretch | None:
    """微生物污染（3批次）, 推荐函（纸质，一式2份）: the words that a bracket follows."""
    end = text.rfind("（", site.sentence, site.found.start)
    if (end and text[end - 1] in "。；") or end == site.sentence:
        return _item_before(text, site, end)
    stretch = trim(text, max(text.rfind(c, site.sentence, end) + 1 for c in _SEPARATORS), end)
    begin = max(stretch[0], site.sentence)
    return (cut_front(text, begin, stretch[1]), stretch[1]) if stretch[1] > begin else None


def _item_before(text: str, site: Site, end: int) -> Stretch | None:
    """推进灯塔改造。…。（2分）: the first clause of the item that the bracket closes."""
    begin = max(site.point, text.rfind("）", 0, end) + 1)
    for clause in _CLAUSES.finditer(text, begin, end):
        named = trim(text, *clause.span())
        if named[1] - named[0] > 1 and not _ADVERBIAL.match(text, *clause.span("said")):
            return named[0], cut(text, *named)
    return None


_CLAUSES = re.compile(r"[\d．.、（） ]*(?P<said>[^，。；]+)")


def is_empty(words: str) -> bool:
    """Whether words beside a number say nothing of what it is: 一式2份, 最迟4小时."""
    return not words or words in {"一式", "最迟", "最长"}


_LED = re.compile("(?:并|共)?(?:实现|完成|快于|高于|低于|领先|慢于|超(?=[警保汛历]))")
_COMPARED = re.compile("[快慢高低]于|领先|超[警保汛历]")
_DOES = re.compile("实现|完成|达到?|同比|占|累计|共有|发放")


def _who(text: str, site: Site, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The subject of an earlier metric, without its verb: 全市企业 of 全市企业实现营业收入."""
    begin, end = earlier[0]
    verb = _DOES.search(text, begin + 2, end)
    if verb:
        return ((begin, verb.start()),)
    return (earlier[0],) if _COMPARED.search(text, site.left, site.found.start) else ()


_MEMBER = 4
"""How long the name of a part may be that says nothing of what it is a part of: 其中夏粮6万吨."""
_OF_WHICH = re.compile("其中[：，]?")


def _is_part(text: str, site: Site, earlier: tuple[Stretch, ...]) -> bool:
    """Whether 其中 opens its clause, and the part before it, if there is one, is of the same whole."""
    return bool(_OF_WHICH.match(text, site.begin)) and (site.left == site.begin or len(earlier) > 1)


_RATE_END = re.compile(r"[率面度比值]$|水平$|比重$|比例$|指数$")


def _is_member(text: str, words: str, earlier: tuple[Stretch, ...]) -> bool:
    """中心镇达到63.5% behind 自来水普及率: a member of what the rate before speaks of."""
    return not _RATE_END.search(words) and bool(_RATE_END.search(text[earlier[0][0] : earlier[0][1]]))


def rate_of(text: str, member: tuple[Stretch, ...], earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """A member that 分别 names, with the rate that the number before it speaks of: 覆盖率…，甲乡和乙乡分别达到."""
    words = text[member[0][0] : member[0][1]]
    return (earlier[0], *member) if earlier and _is_member(text, words, earlier) else member


_TO = re.compile(
    r"(?:^|(?<=[，。；：]))(?:(?:对|凡|符合|获得?|被|支持|鼓励|授予)[^，。；：]{2,60}|经[^，。；：]{0,20}(?:批准|认定|评定|审核|评估|验收|确认|考核|备案|评审|鉴定)[^，。；：]{0,24}|[^，。；：]{2,60}的(?=，)|[^，。；：]{2,40}企业(?=，)|[^，。；：]{0,16}违反[^，。；：]{2,30}规定(?=，))"
)


_ADVERBIAL = re.compile("[在经按从自由依以并且可应须]|根据|为了|通过|同时|一次性")
_FIGURE = re.compile(r"\d")
_COMMAS = "，；："


def topic_before(text: str, site: Site) -> Stretch | None:
    """What the sentence speaks of: the last clause before that is no circumstance and holds no figure."""
    end = site.begin - 1
    while end > site.sentence and text[end] != "；":
        begin = max(site.sentence, max(text.rfind(c, site.sentence, end) for c in _COMMAS) + 1)
        if not _ADVERBIAL.match(text, begin, end) and not _FIGURE.search(text, begin, end):
            topic = trim(text, begin, end)
            return (cut_front(text, *topic), topic[1]) if topic[1] - topic[0] > 1 else None
        end = begin - 1
    return None


# 逾期不改正的, 情节严重的: how grave it is, not who pays.
_GRAVE = re.compile(
    "逾期|拒不|情[节形况]|[没无]?有?违法所得|造成[^，]{0,4}后果|(?:其他)?(?:法律|法规|规章|行政法规)[^，]*规定的?$|经[^，]*(?:负责人|机关|部门)[^，]*批准$"
)


def given_before(text: str, site: Site) -> Stretch | None:
    """Who gets or pays: the clause with 对… or …的 before an act of money."""
    start = max(site.sentence, site.begin - 300)
    clauses = [m for m in _TO.finditer(text[start : site.begin]) if not _GRAVE.match(m.group())]
    if not clauses:
        return _persisting(text, site)
    begin, end = clauses[-1].span()
    return trim(text, _whole_case(text, max(start, site.sentence), start + begin, start + end), start + end)


_PUNISHED = 120
"""How far behind a case what it is punished with may stand."""
_PERSISTS = re.compile("[^。；]{2,90}，(?:拒不|逾期[不未仍])[^，。；\\d]{2,16}的(?=，)")


def _persisting(text: str, site: Site) -> Stretch | None:
    """经营者违反…，拒不改正的，处…罚款: who does what, and goes on with it."""
    begin = max(site.sentence, text.rfind("；", site.sentence, site.begin) + 1)
    if site.begin - begin > _CASE + _PUNISHED:
        return None
    match = _PERSISTS.match(text, begin, site.begin)
    return trim(text, *match.span()) if match else None


# 擅自采集、不报告: a case of several clauses goes on with them.
_GOES_ON = re.compile("或者?|[不未仍拒]|并(?!处)|且|(?:危害|扰乱|损害|隐瞒|妨碍|阻碍|致使|造成|情节)")
_NO_CASE = re.compile(r"[^，]*(?:的$|应当|可以?|给予|[\d；。：]|由|规定$)")
_CASE = 90
"""How long a case of several clauses may be."""


def _whole_case(text: str, first: int, begin: int, end: int) -> int:
    """Where a case begins of which the last clause is given: 拒绝监测，或者发现疫情，不报告的."""
    if text[end - 1] != "的":
        return begin
    while begin > first and text[begin - 1] == "，" and _GOES_ON.match(text, begin, end):
        earlier = max(first, max(text.rfind(c, first, begin - 1) for c in "，；。：") + 1)
        if end - earlier > _CASE or _NO_CASE.match(text, earlier, begin - 1):
            break
        begin = earlier
    return begin
