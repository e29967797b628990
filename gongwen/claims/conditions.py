"""条件: a threshold that says which cases another statement is about.

Each test looks at one construction and says yes, no, or nothing; the first that speaks decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache

from gongwen.claims.cases import Case
from gongwen.claims.context import Site
from gongwen.claims.grammar import DEALING
from gongwen.claims.kinds import TIMES
from gongwen.lexicon.units import Units

Test = Callable[[str, Site], bool | None]


@cache
def counts() -> frozenset[str]:
    """Units behind which a noun says nothing: 50家以上企业 are counted, not chosen."""
    return Units.default().words | TIMES | {"%"}


def is_counted(unit: str) -> bool:
    """Whether a unit counts, or measures time or a part."""
    return unit in counts() or unit.endswith(("年度", "周期"))


_THRESHOLD = re.compile(
    r"(?:（[^（）]*）)?(?:（含）)?(?:的(?=[，。；：、（）]|$)|的?(?:且|并)|(?:且|并)[^，。；]{0,20}的(?:，|$)|或者?[^，。；\d]{2,20}的[^\W\da-zA-Z_]{1,8}，|的(?!标准|比例|速度|罚款|奖励|补助|补贴|资助|一次性|支持|额度|期限|幅度|目标|范围|滞纳金|基础|前提|时间|利率|税率|贴息|时限|规定|要求|水平|能力|[^，。；的]{0,4}规模)(?:[^\W\da-zA-Z_]|“))"
)
_ENTITLED = re.compile(
    "可申请|可享受|给予|予以|提供|办理|允许[^，。；]{0,12}不超过|最高|发放|设立|组建|进行|(?<![供响效反适相对])应(?!用|急|对)|须|必须"
)
_CLASS = re.compile(
    r"的(?:法人|小微|中小|工业|服务业|规上|规模以上)?(?:企业|单位|项目|人员|家庭|个人|机构|职工|农户|学校|工程|园区|平台)(?:[，。；（]|[给按予可])"
)
_OF_THOSE = re.compile("的[，：；）]")
# 14天内未到过…的人员, 两年内无违法记录
_SO_FAR = re.compile("未|无(?!条件)|没有|曾|到过|有过")
_IS = re.compile("是")
_AGED = re.compile("(?<![届期])满$")
_NOUN = re.compile(
    r"(?!大关|人民币|距离|间[距隔]|返还|返[给补]|核[拨定]|计[提算]|计入|扣除|发放|收取|安排|减免|但|提|报|办|完|内|前|给予|支付|缴|补|奖|罚|拘|向|将|到|由|从|及|或|和|的)[^\W\da-zA-Z_]{2}"
)
# 营收超2亿元园区3个: the quantity says which ones are counted.
_CHOSEN = re.compile(
    r"(?:、[^，。；]{0,24}的[^\W\da-zA-Z_]{0,8})?(?:的?[^\W\da-zA-Z_]{0,6})?(?:企业|项目|园区|集群|基地|平台|单位|产业链) ?\d"
)
_SATISFIED = re.compile(r"(?:满|达到?|超过|不少于|不低于|不足|未满|具有|具备|近|连续)[^，。；]{0,4}$")


def _lived_through(text: str, site: Site) -> bool | None:
    """两年内无违法记录, 14天内未到过…的人员."""
    lived = site.found.unit in TIMES and _SO_FAR.match(text, site.found.end)
    chosen = site.found.bound != "over" or text.find("的", site.found.end, site.end) > 0  # 超过40天未维护 is told
    return True if lived and chosen else None


def _aged(text: str, site: Site) -> bool | None:
    """年满60周岁, 连续缴费满2年."""
    grown = site.found.unit in {"周岁", "岁", "年", "月"} and _AGED.search(text, site.left, site.found.number)
    return True if grown else None


_DEALT = re.compile(f"每(?:{DEALING})?$")


def _dealt(text: str, site: Site) -> bool | None:
    """每增加1人; 每5年 is a frequency."""
    at = site.found.start
    dealt = (
        text.find("每", max(0, at - 5), at) >= 0
        and site.found.unit not in TIMES
        and _DEALT.search(text, max(0, at - 5), at)
    )
    return True if dealt else None


def _of_list(text: str, site: Site) -> bool | None:
    """产值首次突破50亿元、10亿元的企业: each member of the list is a threshold."""
    members = site.head.members
    if len(members) == 1 or site.head.found.bound not in {"over", "at_least"}:
        return None
    return True if _CLASS.match(text, members[-1].found.end) else None


_TAKES = re.compile("(?:参加|开展|接受|进行|组织|完成|预留|保有|提供|安排|参与)$")


def _taken(text: str, site: Site) -> bool | None:
    """参加不少于3日的培训 lays down how long, it chooses nothing."""
    taken = site.found.unit in TIMES and _TAKES.search(text, site.left, site.found.start)
    return False if taken else None


_RUNNING = re.compile("[^，。；]{2,20}的(?=[，\\w])")


def _running(text: str, site: Site) -> bool | None:
    """对连续两年排名后3位的."""
    runs = (
        site.found.unit in TIMES
        and text.startswith("连续", site.found.start - 2)
        and _RUNNING.match(text, site.found.end)
    )
    return True if runs else None


def _of_those(text: str, site: Site) -> bool | None:
    """接触时间为1小时的，; 签订1年以上合同并参加保险的，."""
    closed = _OF_THOSE.match(text, site.found.end) or (
        site.found.bound != "exact" and _OF_THOSE.match(text, site.end - 1)
    )
    return True if closed and not _IS.search(text, site.left, site.found.start) else None


def _entitled(text: str, site: Site) -> bool | None:
    """可申请最高15万元的贷款 grants, it does not choose."""
    granted = _ENTITLED.search(text, site.left, site.found.number) and not _CLASS.match(text, site.found.end)
    return False if granted else None


def _partitive(text: str, site: Site) -> bool | None:
    """95%以上的企业 is a part of them, not a threshold."""
    ratio = site.found.unit in {"%", "成"} or isinstance(site.found.value, Fraction)
    part = ratio and not site.found.technical and text.startswith("的", site.found.end)
    return False if part and not _RATE.search(text, site.left, site.found.number) else None


_RATE = re.compile("率|占|比|达到|(?<!不)超过|度|份额|股")


def _measured(text: str, site: Site) -> bool | None:
    """建筑面积1万平方米以上单体工程: a bounded measure straight before a noun."""
    bounded = site.found.bound in {"at_least", "at_most", "over", "under"} and not is_counted(site.found.unit)
    return True if bounded and _NOUN.match(text, site.found.end) else None


def _ranked(text: str, site: Site) -> bool | None:
    """对得分末3位的乡镇."""
    chosen = site.found.rank and text.startswith("的", site.found.end) and "对" in text[site.begin : site.found.start]
    return True if chosen else None


def _selected(text: str, site: Site) -> bool | None:
    """新增营收超2亿元园区3个; 投入800万元至3000万元的企业."""
    found = site.found
    if found.bound in {"over", "at_least"} and _CHOSEN.match(text, found.end):
        return True
    ranged = found.high is not None or found.bound != "exact"
    return True if ranged and _CLASS.match(text, found.end) else None


def _threshold(text: str, site: Site) -> bool | None:
    """年营业收入超过2000万元的…; an exact number only where it is to be met (达到3个月的船员)."""
    if site.found.bound in {"about", "nearly"} and site.found.unit == "元" and not site.found.recent:
        return False  # 总投资近8亿元的大桥: which one it is is known
    plain = site.found.bound in {"exact", "about", "nearly"}
    if plain and not _SATISFIED.search(text, site.left, site.found.number):
        return False
    return bool(_THRESHOLD.match(text, site.found.end))


_EXPERIENCE = re.compile("(?:以上)?的?[^，。；、\\d]{0,16}(?:经历|经验|业绩|工龄|教龄|资历|从业年限)")


def _experienced(text: str, site: Site) -> bool | None:
    """具有3年以上潜水经历; 视同为1年工作经历 grants it."""
    if site.found.unit not in TIMES or not _EXPERIENCE.match(text, site.found.end):
        return None
    return not text.startswith(_COUNTS_AS, site.found.start - 2)


_COUNTS_AS = ("同为", "视为", "算为", "计为", "视同", "折算", "相当")
# 不足6个月，需要换证的，可以: the clause behind goes on with the case.
_CASE_GOES_ON = re.compile("，[^，。；\\d]{2,20}(?<!目)的，(?:可|应|须|由|给予|予以|按|不予|不得)")


def _goes_on(text: str, site: Site) -> bool | None:
    """有效期不足6个月，需要换证的，可以申请延期."""
    bounded = site.found.bound != "exact" and site.end == site.found.end
    return True if bounded and _CASE_GOES_ON.match(text, site.end) else None


_AGES = frozenset({"岁", "周岁"})
_AGE_BOUND = re.compile("(?:一般|原则上)不超过$")
_AVERAGE = re.compile("平均|人均|预期|寿命")


def _of_age(text: str, site: Site) -> bool | None:
    """16—24岁失业青年, 45周岁以下人员; 平均年龄38岁 is told."""
    if site.found.unit not in _AGES or _AVERAGE.search(text, site.left, site.found.start):
        return None
    if _AGE_BOUND.search(text, site.left, site.found.number):
        return None  # 年龄一般不超过65周岁 binds those already chosen
    chosen = site.found.bound != "exact" or site.found.high is not None
    return True if chosen else None


_SUPPOSED = re.compile("(?:如|若|如果|倘|凡)(?![下何期实此上前意约东皋])")
_WHEN = re.compile("[^，。；、的]{0,4}[的]?时，")


def _supposed(text: str, site: Site) -> bool | None:
    """如前两名成绩相近; 余额超过5万元时."""
    if text[site.begin] in "如若倘凡" and _SUPPOSED.match(text, site.begin) and text.startswith("，", site.end):
        return True
    ahead = site.found.bound != "exact" and site.found.unit not in TIMES and _WHEN.match(text, site.found.end)
    return True if ahead else None


_ABOUT = re.compile("(?:对于|针对|凡|对)")
_CHOSEN_OF = re.compile(
    "[^，。；、]{0,10}的(?!(?:罚款|奖励|补助|补贴|资助|一次性|支持|额度|比例|标准|贴息|目标|经费|资金))[^\\W_“]"
)
_GIVEN = re.compile("给予|予以|处|按|奖|补|提高|下降|增长|实施|开展|进行|是|已|将")


def _about(text: str, site: Site) -> bool | None:
    """对于支持1~2项的方向, 针对5年内降税较大的商品."""
    spoken = _ABOUT.match(text, site.begin) if text[site.begin] in "对针凡" else None
    if spoken is None or _GIVEN.search(text, spoken.end(), site.found.start):
        return None
    plain = (
        site.found.bound == "exact" and site.found.high is None and text[site.found.end : site.found.end + 1] != "的"
    )
    return True if not plain and _CHOSEN_OF.match(text, site.found.end, site.end + 1) else None


_WITH_SO_MANY = re.compile("(?:参加|报考|只有|仅有|符合[^，。；]{0,6}参加)[^，。；\\d]{0,6}$")
_OF_PEOPLE = re.compile("[^，。；、\\d]{0,12}的(?:[，。；]|[^，。；、\\d]{0,6}(?:人员|考生|企业|单位|项目|学生|职工))")


def _with_so_many(text: str, site: Site) -> bool | None:
    """参加2个科目考试的人员, 只有1家申报的."""
    counted = (
        site.found.bound == "exact"
        and text.find("的", site.found.end, site.end + 1) >= 0
        and _OF_PEOPLE.match(text, site.found.end, site.end + 1)
    )
    return True if counted and _WITH_SO_MANY.search(text, site.left, site.found.start) else None


_TIER = re.compile(
    "(?:（[^（）]*）)?(?:的?部分)?(?:每|[，：](?:每|加收|加价|减按|给予|奖励|补助|一次性))|的?部分(?:[，：。；]|$)"
)
_REACHES = frozenset("至到达为")


def _tiered(text: str, site: Site) -> bool | None:
    """300立方米以下，每立方米2.5元; 100元以上300元以下的部分."""
    f = site.found
    behind = f.end > f.core or f.bound == "over" or f.high is not None
    reached = text[f.start - 1 : f.start] in _REACHES
    return True if behind and not reached and f.unit not in counts() and _TIER.match(text, f.end) else None


_HOLDING = re.compile("[^，。；、的]{0,10}的(?:[^，。；、\\d]{0,4})(?:企业|公司|单位|机构|股东|个人|人员)")
_HELD = re.compile("(?:持有|拥有|占有|控股|取得|签订)[^，。；、]{0,8}$")


def _held(text: str, site: Site) -> bool | None:
    """持有50%以上股权的公司."""
    held = site.found.bound != "exact" and _HELD.search(text, site.left, site.found.start)
    return True if held and _HOLDING.match(text, site.found.end, site.end + 1) else None


# 毕业3年内的退役军人, 离校2年内未就业毕业生
_SINCE_THEN = re.compile("(?:毕业|离校|退役|退伍|退休|释放|成立|注册)$")
_WHO = re.compile("的|未|[^，。；、\\d]{0,8}(?:毕业生|企业|人员|军人|士兵|团队|项目|学生|青年)")


def _since_then(text: str, site: Site) -> bool | None:
    """毕业3年内的退役军人."""
    since = site.found.within and _SINCE_THEN.search(text, max(site.left, site.found.start - 4), site.found.start)
    return True if since and _WHO.match(text, site.found.end) else None


# 签订3年以上劳动合同、缴纳社保6个月以上的企业，: the clause ends in those who are chosen.
_THOSE = re.compile(
    "的[^，。；、的\\d]{0,6}(?:企业|单位|人员|机构|家庭|个人|职工|农户|毕业生|租户|住户|项目|学生|团队|合作社|用人主体)(?=，(?:每|按|可|由|给予|予以|优先|一次性|补|奖|享|将|在|对其)|给予|予以|可|按)"
)


_FAR = 80
"""How far behind a threshold in its clause those stand whom it chooses."""


def _of_clause(text: str, site: Site) -> bool | None:
    """签订3年以上劳动合同、缴纳社保6个月以上的企业，按…给予补助."""
    if site.found.bound not in {"at_least", "over"}:
        return None
    chosen = _THOSE.search(text, site.found.end, min(len(text), site.end + 5, site.found.end + _FAR))
    return True if chosen and not _GIVEN.search(text, site.begin, site.found.start) else None


# 千人以上集中供水工程, 消除55人以上大班额: so many people say how big a thing is.
_SIZED = re.compile(
    "的?[^，。；、的\\d参到在进入住搬为给向从由]{0,8}(?:工程|(?<!农)村|屯|寨|乡镇|企业|机构|学校|班额|班级|项目|单位|小区|社区|宿舍|会议|活动|教学点|场所|岛|聚居[区点]|集聚区|安置[区点]|水厂)"
)


def _sized(text: str, site: Site) -> bool | None:
    """千人以上集中供水工程; 培训500人以上农村劳动力 counts them."""
    f = site.found
    behind = f.unit in {"人", "户"} and f.bound in {"at_least", "at_most", "under", "over"} and f.end > f.core
    return True if behind and _SIZED.match(text, f.end) else None


_REFUSED = re.compile("(?:的?[，：])?(?:将|一律|均|概)?不予")


def _refused(text: str, site: Site) -> bool | None:
    """直接费用大于200万元将不予受理."""
    return True if site.found.bound != "exact" and _REFUSED.match(text, site.found.end) else None


OPEN: tuple[Test, ...] = (
    _lived_through,
    _dealt,
    _of_list,
    _taken,
    _running,
    _aged,
    _of_age,
    _experienced,
    _supposed,
    _about,
    _with_so_many,
    _of_those,
    _since_then,
)
"""What makes any quantity a threshold, or none."""
BOUNDED: tuple[Test, ...] = (
    _refused,
    _of_clause,
    _sized,
    _goes_on,
    _tiered,
    _held,
    _entitled,
    _partitive,
    _measured,
    _ranked,
    _selected,
    _threshold,
)
"""What makes one that is bounded, a range, a rank or to be met a threshold."""


_SUPPOSING = frozenset("如若倘凡对针")


def _is_plain(text: str, site: Site) -> bool:
    """Whether a quantity has nothing at all that a threshold has: most have not."""
    f = site.found
    return (
        f.bound == "exact"
        and f.high is None
        and not f.rank
        and site.head.found.bound == "exact"
        and f.unit not in TIMES
        and f.unit not in _AGES
        and text[site.begin] not in _SUPPOSING
        and text.find("的", f.end, site.end + 1) < 0
        and text.find("每", max(0, f.start - 5), f.start) < 0
        and not _SATISFIED.search(text, site.left, f.number)
    )


def is_condition(text: str, site: Site) -> bool:
    """Whether a quantity is a threshold."""
    if _is_plain(text, site):
        return False
    for test in OPEN:
        said = test(text, site)
        if said is not None:
            return said
    f = site.found
    if f.bound == "exact" and f.high is None and not f.rank and not _SATISFIED.search(text, site.left, f.number):
        return False
    return next((said for test in BOUNDED if (said := test(text, site)) is not None), False)


def with_lists(text: str, cases: list[Case]) -> list[Case]:
    """A threshold joined to the next one by 、 or 或 is one too: 6000平方米以上、8层以上的建筑."""
    out = list(cases)
    for i in range(len(out) - 2, -1, -1):
        here, there = out[i], out[i + 1]
        between = text[here.site.found.end : there.site.left]
        joined = text[here.site.found.end : here.site.found.end + 1] in {"、", "或", "且", "和"}
        if (
            there.modality == "condition"
            and joined
            and "exact" not in {here.site.found.bound, there.site.found.bound}
            and len(between) <= 1
        ):
            out[i] = replace(here, modality="condition")
    return out
