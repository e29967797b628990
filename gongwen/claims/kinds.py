"""种类: level, change, share, rank or duration, with direction and basis of a change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongwen.claims.change import Direction, basis_before, change_before, change_behind
from gongwen.claims.context import Site
from gongwen.model.claim import ClaimKind

RATIOS = frozenset({"%", "‰", "‱", "成", ""})
TIMES = frozenset(
    {
        "年",
        "月",
        "日",
        "天",
        "周",
        "星期",
        "小时",
        "分钟",
        "秒",
        "秒钟",
        "工作日",
        "季度",
        "学期",
        "学年",
        "自然日",
        "日历天",
        "交易日",
        "昼夜",
        "旬",
    }
)
# A difference that stands between two things at one time is a level: 快于全省1.7个百分点.
_BESIDE = re.compile(r"(?:[快高低慢优大小多少]于|领先|[快高低慢][出过]?)[^，。；、]{0,16}$|(?<![增追添缩削])[加减]$")
_SHARE_LEFT = re.compile(
    r"占比|占(?!用|地|领|据|道|有)|比重|[^税]比例|份额|构成比|^比例|的(?:近|约)?$|达标面|覆盖面为?$|完成(?:了)?(?:年度|全年|计划|目标|进度|总量)[^，。]*$|恢复到[^，。]*$|计划的$"
    # 由基金支付80%, 个人负担20%; 达到职工人数25%
    r"|(?:支付|负担|承担|返还|报销|分担|自付|自筹|出资|拨付|兑付|提取|扣除|预留|留存)(?:约|各|其)?$|(?:人数|总[数额量价]|总投[资入]|投入|工资|总产值|(?:投资|购置|合同|交易|销售|骗取|违法|所得)金?额)$"
)
_RATE_LEFT = re.compile(r"(?:率|增幅|利润率|指数|系数|浓度|面|度|利息|税|坡|误差|精度|比|利差)(?:[^，。；的]{0,6})$")
_RIGHT_LEVEL = re.compile(
    r"的?(?:税率|征收率|利率|费率|速度|标准税率|浓度|折扣|年利率|优惠税率|增值税|比例税率|准确率|成功率|[^\W\da-zA-Z_]{0,6}率)"
)
_RIGHT_SHARE = re.compile(r"的(?!$)|(?![并且和及或与后时但而则])[^\W\da-zA-Z_]")


@dataclass(slots=True)
class Kind:
    """What a quantity says."""

    kind: ClaimKind
    direction: Direction | None = None
    basis: tuple[int, int] | None = None
    word: int | None = None
    """Where the word of change begins."""


def kinds(text: str, sites: list[Site]) -> list[Kind]:
    """The kind of every quantity of a paragraph."""
    out: list[Kind] = []
    for site in sites:
        if site.head is not site:
            head = out[site.head.index]
            out.append(_member(text, site, head, sites, out))
        else:
            out.append(_with_basis(text, site, _kind(text, site, sites, out), sites, out))
    return out


def _member(text: str, site: Site, head: Kind, sites: list[Site], before: list[Kind]) -> Kind:
    """A further member of a list goes with the first."""
    if head.kind == "change" or site.found.unit == sited_unit(site.head):
        return head
    return _kind(text, site, sites, before)


def sited_unit(site: Site) -> str:
    """The unit of a quantity in place."""
    return site.found.unit


def _kind(text: str, site: Site, sites: list[Site], before: list[Kind]) -> Kind:
    f = site.found
    if f.rank:
        return Kind("rank")
    change = change_before(text, site.left, f.start)
    if f.unit in {"百分点", "基点", "番"}:
        return _difference(text, site, change.direction if change else None, change.start if change else None)
    if change and _really(text, site, change.start):
        return Kind("change", change.direction, word=change.start)
    if f.unit in TIMES or f.unit.endswith(_SPANS):
        return Kind("duration")
    if f.unit in RATIOS:
        return _ratio(text, site, sites, before)
    return Kind("share" if f.unit == "倍" and _GAINED.search(text, site.left, f.start) else "level")


# 比全省平均低3个百分点: a difference at one time, no change.
_PEERS = re.compile("全[国省市县区]|平均|同类")


def _difference(text: str, site: Site, direction: Direction | None, word: int | None) -> Kind:
    if direction is None and _BESIDE.search(text, site.left, site.found.start):
        return Kind("level")
    if word is not None and text[word] in "高低快慢":
        basis = basis_before(text, site.left, site.found.start)
        if basis is None or _PEERS.search(text, *basis):
            return Kind("level")
    return Kind("change", direction or "up", word=word)


# 处违法所得二倍以上五倍以下的罚款: so many parts of what was gained.
_GAINED = re.compile("(?:所得|货值|损失|价款)(?:金额)?$|(?:按照?|依照|处以?)[^，。；]{2,24}的$")
_SPANS = ("年度", "周期")
_MAY = re.compile("(?:可以?|批准|准予|予以|再|最多|最长|申请)延长")


def _really(text: str, site: Site, word: int) -> bool:
    """Whether a word of change makes the number a change: 可以延长3个月 grants a span of time."""
    return site.found.unit not in TIMES or not _MAY.search(text, max(site.left, word - 2), site.found.start)


_FROM = re.compile(
    r"(?:由|从)[^，。；]{0,12}的(?:近|约)?$|(?:年|目前|当前|末|底|同期|季度)的(?:近|约)?$"
    r"|(?:提高|提升|下降|降低|增加|上升|减少|压减|压缩|回升|稳定|保持|控制|扩大|调整|恢复|[升降增减])(?:到|至|在)$|达到?$|转为$|转$"
)


_BACK = 120
"""How far a ratio looks back for what says that it is a part."""


def _ratio(text: str, site: Site, sites: list[Site], before: list[Kind]) -> Kind:
    """A percentage or fraction: a change, a part of a whole, or a rate that is a level."""
    f = site.found
    direction = change_behind(text, f.end) if f.unit else None
    if direction:
        return Kind("change", direction)
    left = _FROM.sub("", _BRACKET.sub("", text[max(site.left, f.start - _BACK) : f.start]))
    last = sites[site.index - 1] if site.index else None
    if last and _goes_on(site, last, left):
        return Kind("share" if before[-1].kind == "share" else "level")
    return Kind("share" if not _is_rate(text, site) and _is_part(text, site, left) else "level")


def _goes_on(site: Site, last: Site, left: str) -> bool:
    """占比为32%，2025年提高到36%: without a subject of its own."""
    if not left:
        return last.begin == site.begin
    return last.sentence == site.sentence and last.found.unit == site.found.unit and bool(_ONWARD.fullmatch(left))


_ONWARD = re.compile("(?:[\\d年、月到至底，]|分别|其中|再|力争|计划|预计|进一步)+")
_BRACKET = re.compile("（[^（）]*）")


def _is_rate(text: str, site: Site) -> bool:
    """A ratio of two numbers (1：1), or one that the words behind call a rate."""
    f = site.found
    printed = text[f.number : f.core]
    if f.unit == "" and not any(c in printed for c in "分/半"):
        return True
    return bool(_RIGHT_LEVEL.match(text, f.end, site.right)) or text.startswith(_OF_LEVEL, f.end)


_OF_LEVEL = ("的滞纳金", "的目标", "的要求", "的水平")


def _is_part(text: str, site: Site, left: str) -> bool:
    """Whether the words around say that it is a part of a whole: 占…的, 总投入的30%, 90%的企业, 三成."""
    matches = list(_SHARE_LEFT.finditer(left))
    if matches and not _RATE_LEFT.search(left[matches[-1].end() :]):
        return True
    if _RATE_LEFT.search(left):
        return False
    return site.found.unit in {"成", ""} or bool(_RIGHT_SHARE.match(text, site.found.end, site.right))


_NO_SUBJECT = re.compile(
    r"^(?:其中|分别|，)*(?:增幅|降幅|减幅|涨幅|跌幅|增速|同比|环比|、|和|增长|下降|减少|增加|上升|下滑|提高|降低|年均|平均)*(?:为|达)?"
)


def _with_basis(text: str, site: Site, kind: Kind, sites: list[Site], before: list[Kind]) -> Kind:
    """The words that say what a change is compared with, carried to the next predicate of the same subject."""
    if kind.kind != "change":
        return kind
    span = basis_before(text, site.left, site.found.start)
    if span is None and site.index and before[-1].basis and _bare(text, site):
        last = sites[site.index - 1]
        if last.sentence == site.sentence and last.end + 1 >= site.begin:
            span = before[-1].basis
    return Kind("change", kind.direction, span or _led_by(text, site), kind.word)


# 与上年相比，…增加3家，…减少2家: what opens the sentence governs all that it says.
_FAR = 20
_REACH = 300
"""How far back a clause may stand that governs its sentence."""


def _led_by(text: str, site: Site) -> tuple[int, int] | None:
    """The basis that is a clause of its own further left in the sentence."""
    end = text.rfind("相比，", max(site.sentence, site.begin - _REACH), site.begin)
    if end < 0:
        return None
    begin = max(text.rfind(c, max(site.sentence, end - _FAR), end) for c in "与和同")
    clause = max(text.rfind(c, max(site.sentence, end - _FAR), end) for c in "，；：")
    return (begin, end + 2) if begin > clause and end - begin > 1 else None


def _bare(text: str, site: Site) -> bool:
    """Whether a clause has no subject of its own: 增幅41.6%."""
    left = text[site.left : site.found.start]
    match = _NO_SUBJECT.match(left)
    return bool(match) and len(left) - (match.end() if match else 0) <= 1
