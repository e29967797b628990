"""语气: whether a claim is reported, aimed at, laid down, or a threshold.

A vote: the kind of text, the words that run through it, the headings, the words of sentence and clause,
the quantity itself and the time that it speaks of. Every weight stands in ``claims_modality.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongwen.claims.bounds import bound_apart
from gongwen.claims.conditions import is_condition
from gongwen.claims.context import Site
from gongwen.claims.course import Course
from gongwen.claims.cues import MODALITIES, Ground, Votes, add, scopes
from gongwen.claims.kinds import TIMES, Kind
from gongwen.claims.periods import is_due
from gongwen.claims.times import Moment
from gongwen.claims.words import table
from gongwen.lexicon.units import Units
from gongwen.model.claim import Modality
from gongwen.passage import Passage, Setting

_FROM = re.compile("由[^，。；]{1,12}的$")
# 由25米拓宽至40米: the first is what there was.
_TURNED = re.compile("[^，。；\\d]{0,12}(?:至|到|为)")
_SOURCE = re.compile("(?:由|从)(?:每[^，。；\\d]{1,5})?$")
# 对26个山区县再上浮: what a rule meets is there.
_MEETS = re.compile("(?:对|围绕|聚焦|依托|面向|覆盖)(?:全[省市县区国])?(?:[^，。；]{1,12}的)?$")
_PEOPLE = frozenset({"人", "名", "人次"})
_MEETS_END = frozenset("对的省市县区国绕焦托向盖")
_APPLICANT = re.compile("企业|单位|申请|申报|供应商|信用|财务|投标")
Stretch = tuple[int, int]
When = tuple[Moment | None, str]
"""The time that a quantity speaks of, and the word before it (到, or ``head`` of what opens the paragraph)."""


@cache
def traits() -> dict[str, Votes]:
    """What each trait of a quantity or its place votes for."""
    rows: dict[str, Votes] = table("modality")["trait"]
    return rows


def prior(passage: Passage, setting: Setting, text: str, course: Course, *, listed: bool) -> Ground:
    """What the text and the headings above say before any sentence is read."""
    votes: Votes = dict.fromkeys(MODALITIES, 0.0)
    kind = passage.kind or setting.kind or ""
    for name, weights in table("modality")["kind"].items():
        votes[name] += weights.get(kind, 0.0)
    if not kind:
        add(votes, traits()["no kind"])
    weight = traits()["tenor" if kind else "tenor without kind"]
    for modality, share in course.shares(passage.part).items():
        votes[modality] += weight[modality] * share
    headings, scope = "\n".join(passage.headings), scopes()["heading"]
    for _, cue in scope.hits(headings, 0, len(headings)):
        add(votes, scope.votes[cue])
    return Ground(votes, text, listed)


@dataclass(slots=True)
class Ballot:
    """What speaks for each modality of one quantity."""

    votes: Votes
    alone: bool
    """Whether what it says of itself settles it, whatever the sentence says."""

    @property
    def first(self) -> Modality:
        """The modality with the most votes."""
        return max(MODALITIES, key=self.votes.__getitem__)


def ballot(ground: Ground, site: Site, kind: Kind, setting: Setting, when: When, *, per: Stretch | None) -> Ballot:
    """The votes on one quantity."""
    votes = dict(ground.votes)
    _of_words(votes, ground, site)
    own = {
        *_of_place(votes, ground, site, kind, counted=per is None),
        *_of_plan(ground.text, site, kind),
        *_of_quantity(site, kind, ground.text),
        *(_of_each(site, ground.text, per) if per else ()),
        *_of_time(site, when, setting, ground),
    }
    if "met" in own:
        own.discard("under way")
    known = traits()
    for trait in own:
        add(votes, known[trait])
    return Ballot(votes, not own.isdisjoint(_ALONE))


# 2020年为91.8%, 10日内: what others in the sentence say does not touch these.
_ALONE = frozenset(
    {
        "past year",
        "gone by",
        "since",
        "turned",
        "from",
        "met",
        "deadline",
        "within years",
        "compared with the year before",
        "threshold",
        "frequency",
        "granted",
        "intended",
        "held on",
        "limit for each",
        "built",
        "fare",
        "borne",
        "to be done",
        "assured",
        "begun",
        "limited span",
    }
)


def modalities(sites: list[Site], ballots: list[Ballot]) -> list[Modality]:
    """The modality of each quantity with the most votes, those of the others in its sentence counted in part."""
    if len(sites) == 1:
        return [ballots[0].first]
    sums: dict[int, tuple[Votes, int]] = {}
    for site, each in zip(sites, ballots, strict=True):
        if not each.alone and each.first != "condition":
            votes, count = sums.get(site.sentence) or (dict.fromkeys(MODALITIES, 0.0), 0)
            add(votes, each.votes)
            sums[site.sentence] = votes, count + 1
    out: list[Modality] = []
    for site, each in zip(sites, ballots, strict=True):
        if out and out[-1] == "condition" and sites[site.index - 1].sentence == site.sentence:
            add(each.votes, traits()["behind a threshold"])
        out.append(_with_others(each, sums.get(site.sentence)))
    return out


def _with_others(each: Ballot, others: tuple[Votes, int] | None) -> Modality:
    first = each.first
    if each.alone or first == "condition" or others is None or others[1] == 1:
        return first
    votes, weight = others[0], _NEAR / (others[1] - 1)
    return max(_TOLD, key=lambda m: each.votes[m] + weight * (votes[m] - each.votes[m]))


_NEAR = 1.0
"""How much the others in the sentence count."""
_TOLD: tuple[Modality, ...] = ("actual", "target", "rule")


def _of_words(votes: Votes, ground: Ground, site: Site) -> None:
    """The cues of sentence and clause."""
    found = site.found
    ground.vote(votes, "sentence", site.sentence, found.start, site.sentence_end)
    ground.vote(votes, "before", site.begin, found.number, site.end)
    ground.vote(votes, "paragraph", site.point, found.start, site.point_end)
    ground.vote(votes, "clause", site.begin, site.end, site.end)
    if found.end < site.end:
        stop = min(site.end, found.end + 6)
        ground.vote(votes, "behind", found.end, stop, stop)


def _of_place(votes: Votes, ground: Ground, site: Site, kind: Kind, *, counted: bool) -> list[str]:
    """The construction that the quantity stands in."""
    text, found, out = ground.text, site.found, []
    silent = votes["rule"] <= ground.votes["rule"]
    if is_condition(text, site):
        out.append("threshold")
    elif (
        ground.listed
        and (found.bound != "exact" or found.recent or _bounded_apart(text, site))
        and not _BOUND_TO.search(text, site.begin, found.number)
    ):
        out.append("listed")
    if kind.basis:  # 同比 is told; 比2020年 may be aimed at
        told = text[kind.basis[0]] in "同环" and not _is_forecast(text, site)
        out.append("compared with the year before" if told else "compared")
    if (
        counted
        and silent
        and found.unit in Units.default().words
        and found.bound == "exact"
        and kind.kind != "duration"
    ):
        out.append("plain count")
    if _FROM.search(text, site.left, found.start):
        out.append("from")
    if is_met(text, site):
        out.append("met")
    if _is_turned(text, site.head):
        out.append("turned")
    if found.recent and (
        ground.votes["rule"] > ground.votes["actual"] or _APPLICANT.search(text, site.sentence, site.sentence_end)
    ):
        out.append("recent")
    return out


def _of_plan(text: str, site: Site, kind: Kind) -> list[str]:
    """What is laid down, assured or begun, whatever the sentence says of others."""
    found, out = site.found, []
    if kind.kind == "share" and _BORNE.search(text, site.left, found.start):
        out.append("borne")
    if kind.kind != "duration" and text.startswith(_ASSURES, site.begin) and not text.startswith("不", found.start):
        out.append("assured")
    if _is_begun(text, site):
        out.append("begun")
    if is_due(text, site):
        out.append("to be done")
    return out


# 运营亏损由县财政承担七成, 财政承担总投资的三成
_BORNE = re.compile(
    "(?:承担|负担|分担)(?:[^，。；]{2,8}的)?$|(?:亏损|费用|保费|租金|利息|损失|电费|补偿费?)[^，。；]{0,12}(?:补贴|补助|支付)$"
)


_FAR = 120
"""How far from a number, in its sentence, stands what makes it a forecast or a cost."""
_ASSURES = ("确保", "力争")


def _is_forecast(text: str, site: Site) -> bool:
    """预计新生达到4100人，同比增加6.5%."""
    begin = max(site.sentence, site.found.start - _FAR)
    return max(text.find(w, begin, site.found.start) for w in ("预计", "力争", "预期")) >= 0


def _bounded_apart(text: str, site: Site) -> bool:
    found = site.found
    if found.unit != "%" or text.find("每", site.left, found.start) >= 0:
        return False  # 每家企业不超过总数的30%: what each may have
    return bool(bound_apart(text, site.left, found.number, found.end, found.unit))


# 总投资近8亿元的大桥开工: the cost of what is not yet built.
_COST = re.compile("(?:总投资额?|概算|估算投资|计划投资)(?:为|达|共)?$")
_BEGUN = re.compile("开工|动工|在建|奠基|启动|签约|落地|加快|推进|获批|立项")


# 总投资4.6亿元，已完成投资3.1亿元
_IN_PART = re.compile("(?:已|累计|已累计)完成(?:投资|工程量)")


def _is_begun(text: str, site: Site) -> bool:
    found = site.found
    if found.unit != "元" or not _COST.search(text, max(site.left, found.start - 8), found.start):
        return False
    if text.startswith("的", found.end):
        return bool(_BEGUN.search(text, found.end, site.end))
    return bool(_IN_PART.search(text, site.end, min(site.sentence_end, site.end + _FAR)))


def _is_turned(text: str, head: Site) -> bool:
    """由每吨2.8元、6.2元调整为: what there was before."""
    at = head.found.start
    begin = max(head.left, at - 8)
    if text.find("由", begin, at) < 0 and text.find("从", begin, at) < 0:
        return False
    return bool(_SOURCE.search(text, begin, at) and _TURNED.match(text, head.members[-1].found.end))


# 人员须在30人以上 says what one has to have; 应当在损失的30%以内赔偿 binds.
_BOUND_TO = re.compile("(?:须|应当?)(?!当?(?:在|为|达到?|具[有备]|不[少低小]于)$)|不得|提供|提交")


def is_met(text: str, site: Site) -> bool:
    """Whether a plain count names those with whom something is done."""
    found = site.found
    if not found.start or text[found.start - 1] not in _MEETS_END:
        return False
    if found.unit in _PEOPLE and text.find("面向", max(0, found.start - 8), found.start) >= 0:
        return False  # 面向1万名干部培训: so many are to be met
    plain = found.bound == "exact" and found.unit in Units.default().words and not text.startswith("的", found.end)
    return plain and bool(_MEETS.search(text, max(site.left, found.start - 16), found.start))


_TAKEN = frozenset("用分")


_HELD_ON = re.compile(
    "(?:保持|稳定|维持|[位名]?[居列]|排名|入选|入围|荣?获|蝉联|被评|增长|上升|下降|丰收|超过|实现|盈利)"
)


def _of_duration(site: Site, text: str, *, bounded: bool) -> str:
    """10日内 is a deadline; what is to be done 3年内, 用5年时间 is aimed at; 连续5年保持 is told."""
    f = site.found
    if text.startswith("连续", f.start - 2) and _HELD_ON.match(text, f.end):
        return "held on"
    if f.unit == "年" and (f.within or (f.start and text[f.start - 1] in _TAKEN)):
        return "within years"
    return "deadline" if f.within else "bounded time" if bounded else "span of time"


def _of_quantity(site: Site, kind: Kind, text: str) -> list[str]:
    """What the quantity itself says: a time limit is a rule, an odd figure a fact."""
    f, out = site.found, []
    bounded = f.bound in {"at_least", "at_most"}
    if kind.kind == "duration" and (f.within or bounded or f.bound == "exact"):
        out.append(_of_duration(site, text, bounded=bounded))
    if f.unit in _SHORT_SPANS and text.startswith(("不超过", "不得超过"), f.start):
        out.append("limited span")
    if f.bound not in {"exact", "under"}:
        out.append("limit" if bounded else "vague")
    if len(str(f.value).replace(".", "").rstrip("0")) >= 3:
        out.append("odd figure")
    if f.unit.endswith("/L") or f.technical:
        out.append("technical")
    if kind.kind == "rank":
        out.append("rank")
    if f.unit == "元" and _GIVING.search(text, site.left, f.start) and text.startswith(_GIFTS, f.end):
        out.append("granted")
    if text.startswith(("计划", "拟", "将"), f.end) and _INTENDED.match(text, f.end):
        out.append("intended")
    return out


_SHORT_SPANS = frozenset({"分钟", "小时", "秒"})
# 给予最高18万元资助: laid down, whatever else the sentence says.
_GIVING = re.compile("(?:给予|予以)(?:最高|每[^，。；]{1,4})?$")
_GIFTS = (
    "的奖励",
    "奖励",
    "的补助",
    "补助",
    "的补贴",
    "补贴",
    "资助",
    "的资助",
    "一次性",
    "的一次性",
    "奖补",
    "的奖补",
)
_INTENDED = re.compile("(?:计划|拟|将)(?=[于在到年])")


_MEAN = re.compile("平均$|均$")
# 每千人口, 每百元营业收入: a rate is measured, no standard for each.
_RATE = re.compile("每[百千万](?:人|名|户|元|公里)")
# 票价为每人次2元
_FARE = re.compile("(?:票价|收费标准|[^均]价格|收费|租金标准|费标准)(?:标准)?(?:调整|暂定|定|统一)?[为按]?$")
_TIMELY = re.compile("[年月日天周季次]度?$|均$")


def _of_each(site: Site, text: str, per: Stretch) -> list[str]:
    """What is meant per year or person is seldom a fact: a frequency of duty, a sum granted to each."""
    if (
        _MEAN.search(text, max(0, per[0] - 2), per[0])
        or _MEAN.search(text, per[0], per[1])
        or _RATE.match(text, per[0])
    ):
        return ["mean"]  # 平均每个乡镇9.4名 is reckoned from what there is
    f = site.found
    timely = bool(_TIMELY.search(text, per[0], per[1]))
    if f.unit == "次" or (timely and f.unit in TIMES):
        return ["frequency"]  # 每季度1次, 每年至少5天
    bound = f.bound if f.bound != "exact" else bound_apart(text, site.left, f.number, f.end, f.unit)
    if not timely and bound in {"at_least", "at_most"}:
        return ["limit for each"]
    if f.unit == "元" and _FARE.search(text, site.begin, per[0]):
        return ["for each", "fare"]
    if f.unit == "元" or not timely:
        return ["for each"]  # 每站配备6人: a standard for each
    return ["every year"]


def _is_reached(ground: Ground, site: Site) -> bool:
    """Whether a text that reports says that so much was reached: 达到9亿元以上 is no threshold there."""
    reports = ground.votes["actual"] > ground.votes["rule"]
    return reports and bool(_REACHED.search(ground.text, site.left, site.found.start))


_REACHED = re.compile(
    "(?:达|达到|占|为|是|超过|建成|完成|实现|[新净]增|增[加长产收]|减少|下降|提[高升]|降低|(?:稳定|保持|维持)在)了?$"
)


def _of_time(site: Site, when: When, setting: Setting, ground: Ground) -> list[str]:
    """A year to come is aimed at, one gone by reported; a bound on one gone by is a threshold."""
    moment, prefix = when
    if prefix == "built":
        return ["built"] if moment and setting.year and moment.year < setting.year else []
    if moment is None:
        return []
    if setting.year is None:
        return ["to come"] if prefix in {"到", "至", "head"} and moment.suffix not in {"以来", "来"} else []
    year, day, out = moment.year, setting.date, []
    if day and len(moment.last) > 1 and year == setting.year and prefix != "head":
        out.append("gone by" if moment.last <= (day.year, day.month, day.day) else "to come")
    if moment.suffix in {"以来", "来"} and year <= setting.year:
        out.append("since")
    elif prefix == "head":
        out.append("under a time")
    else:
        out += _of_year(site, moment, prefix, setting, ground)
    return out


def _of_year(site: Site, moment: Moment, prefix: str, setting: Setting, ground: Ground) -> list[str]:
    """What the year that a quantity speaks of says beside the text's own."""
    year, day, own, out = moment.year, setting.date, setting.year or 0, []
    if year > own or (prefix == "到" and year >= own):
        out.append("to come")
    elif year == own and day and day.month <= _EARLY and len(moment.last) == 1:
        out.append("year begun")
    elif (
        year == own
        and len(moment.last) == 1
        and _opens(ground, moment)
        and _plans(ground)
        and not _is_limit(ground, site)
    ):
        out.append("under way")
    elif year < own and site.found.bound in {"at_least", "at_most"} and not _is_reached(ground, site):
        out.append("limit on the past")
    elif year < own and not (_is_relative(ground, moment) and ground.votes["rule"] > ground.votes["actual"]):
        out.append("past year")
    return out


def _opens(ground: Ground, moment: Moment) -> bool:
    """Whether a time opens its clause: 今年，全市…; not 推荐2024年度的…, 企业当年…."""
    at = moment.start
    return not _is_relative(ground, moment) and (at == 0 or ground.text[at - 1] in "，。；：、） ")


def _is_relative(ground: Ground, moment: Moment) -> bool:
    return ground.text[moment.start] in _RELATIVE


def _is_limit(ground: Ground, site: Site) -> bool:
    """今年秋季，小学班额不超过45人: what binds."""
    return ground.text.startswith(("不超", "不得"), site.found.start)


def _plans(ground: Ground) -> bool:
    """Whether a text lays down or plans more than it reports."""
    votes = ground.votes
    return max(votes["rule"], votes["target"]) > votes["actual"]


_RELATIVE = frozenset("上当次同")
"""First characters of times that a rule counts from another: 上年度."""
_EARLY = 2
"""Up to this month the year is still to come."""
