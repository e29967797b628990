"""语气: whether a claim is reported, aimed at, laid down, or a threshold.

A vote: the kind of text, the headings, the words of sentence and clause, and the time that it speaks of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from gongwen.claims.context import Site
from gongwen.claims.kinds import TIMES, Kind
from gongwen.claims.metrics import Case
from gongwen.claims.times import Moment
from gongwen.claims.words import alternatives, table
from gongwen.lexicon.units import Units
from gongwen.model.claim import Modality
from gongwen.passage import Passage, Setting

Votes = dict[str, float]


@cache
def _counts() -> frozenset[str]:
    """Units behind which a noun says nothing: 50家以上企业 are counted, not chosen."""
    return Units.default().words | TIMES | {"%"}


MODALITIES: tuple[Modality, ...] = ("actual", "target", "rule", "condition")


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words or patterns that speak for a modality. Those that look back from the number are tried for each."""

    patterns: tuple[re.Pattern[str], ...]
    backward: re.Pattern[str] | None
    votes: Votes


@cache
def _cues() -> dict[str, tuple[_Cue, ...]]:
    out: dict[str, list[_Cue]] = {}
    for row in table("modality")["cue"]:
        votes: Votes = {m: row[m] for m in MODALITIES if m in row}
        # Plain words apart from patterns: the engine skips faster to the first characters of words.
        sources = [alternatives(row["words"].split())] if "words" in row else []
        forward = [p for p in row.get("patterns", ()) if "$" not in p]
        backward = [p for p in row.get("patterns", ()) if "$" in p]
        sources += ["|".join(forward)] if forward else []
        look_back = re.compile("|".join(backward)) if backward else None
        out.setdefault(row["scope"], []).append(_Cue(tuple(map(re.compile, sources)), look_back, votes))
    return {scope: tuple(cues) for scope, cues in out.items()}


@dataclass(slots=True)
class Ground:
    """What is known before a quantity is looked at: the votes of kind and headings, and where in the paragraph each cue stands."""

    votes: Votes
    text: str
    seen: dict[tuple[str, int], list[tuple[int, _Cue]]] = field(default_factory=dict)

    def vote(self, votes: Votes, scope: str, begin: int, end: int, limit: int) -> None:
        """Add the votes of the cues between begin and end; limit is where the sentence or clause ends."""
        for stop, cue in self._ends(scope, begin, limit):
            if stop <= end or (cue.backward and cue.backward.search(self.text, begin, end)):
                _add(votes, cue.votes)

    def _ends(self, scope: str, begin: int, limit: int) -> list[tuple[int, _Cue]]:
        """Where each cue first ends behind begin."""
        key = (scope, begin)
        known = self.seen.get(key)
        if known is None:
            known = self.seen[key] = [(_first_end(cue, self.text, begin, limit), cue) for cue in _cues().get(scope, ())]
        return known


_NEVER = 1 << 60


def _first_end(cue: _Cue, text: str, begin: int, limit: int) -> int:
    ends = [m.end() for p in cue.patterns if (m := p.search(text, begin, limit))]
    return min(ends) if ends else _NEVER


def _add(votes: Votes, more: Votes) -> None:
    for name, weight in more.items():
        votes[name] += weight


def prior(passage: Passage, setting: Setting, text: str) -> Ground:
    """What the kind of text and the headings above say before any sentence is read."""
    votes: Votes = dict.fromkeys(MODALITIES, 0.0)
    kind = passage.kind or setting.kind or ""
    for name, weights in table("modality")["kind"].items():
        votes[name] += weights.get(kind, 0.0)
    headings = "\n".join(passage.headings)
    for cue in _cues()["heading"]:
        if _first_end(cue, headings, 0, len(headings)) < _NEVER:
            _add(votes, cue.votes)
    return Ground(votes, text)


_THRESHOLD = re.compile(
    r"(?:（[^（）]*）)?(?:（含）)?(?:的(?=[，。；：、（）]|$)|的?(?:且|并)|(?:且|并)[^，。；]{0,20}的(?:，|$)|的(?!标准|比例|速度|罚款|奖励|补助|补贴|资助|一次性|支持|额度|期限|幅度|目标|范围|滞纳金|时间|利率|税率|贴息|时限)[\u4e00-\u9fff“])"
)
_FROM = re.compile("由[^，。；]{1,12}的$")
_ENTITLED = re.compile("可申请|可享受|给予|予以|提供|最高|发放|设立|组建|进行|(?<![供响效反适相对])应(?!用|急|对)|须|必须")
_APPLICANT = re.compile("企业|单位|申请|申报|供应商|信用|财务|投标")
_CLASS = re.compile(r"的(?:企业|单位|项目|人员|家庭|个人|机构|职工|农户|学校|工程|园区|平台)(?:[，。；（]|[给按予可])")
_OF_THOSE = re.compile("的[，：；）]")
# 14天内未到过…的人员, 两年内无违法记录
_SO_FAR = re.compile("未|无(?!条件)|没有|曾|到过|有过")
_IS = re.compile("是")
_AGED = re.compile("满$")
_NOUN = re.compile(r"(?!大关|提|报|办|完|内|前|给予|支付|缴|补|奖|罚|拘|向|将|到|由|从|及|或|和|的)[\u4e00-\u9fff]{2}")
# 产值超10亿元企业5家: the quantity says which ones are counted.
_CHOSEN = re.compile(r"(?:、[^，。；]{0,24}的[\u4e00-\u9fff]{0,8})?(?:的?[\u4e00-\u9fff]{0,6})?(?:企业|项目|园区|集群|基地|平台|单位|产业链)\d")
_SATISFIED = re.compile(r"(?:满|达到?|超过|不少于|不低于|不足|未满|具有|具备|近|连续)[^，。；]{0,4}$")


def is_condition(text: str, site: Site) -> bool:
    """A threshold that says which cases another statement is about: 年收入超过1000万元的企业, 满2年的."""
    bound = site.found.bound
    if site.found.unit in TIMES and _SO_FAR.match(text, site.found.end):
        return True
    if site.found.unit in {"周岁", "岁", "年", "月"} and _AGED.search(text, site.left, site.found.number):
        return True
    if _OF_THOSE.match(text, site.found.end) and not _IS.search(text, site.left, site.found.start):
        return True
    if _ENTITLED.search(text, site.left, site.found.number) and not _CLASS.match(text, site.found.end):
        return False
    if bound in {"at_least", "at_most", "over", "under"} and site.found.unit not in _counts() and _NOUN.match(text, site.found.end):
        return True
    if site.found.rank and text.startswith("的", site.found.end) and "对" in text[site.begin : site.found.start]:
        return True
    if bound in {"over", "at_least"} and _CHOSEN.match(text, site.found.end):
        return True
    if (site.found.high is not None or bound != "exact") and _CLASS.match(text, site.found.end):
        return True
    if bound in {"exact", "about", "nearly"} and not _SATISFIED.search(text, site.left, site.found.number):
        return False
    return bool(_THRESHOLD.match(text, site.found.end))


def modality(text: str, site: Site, kind: Kind, ground: Ground, setting: Setting, times: tuple[Moment | None, str], *, per: bool) -> Modality:
    """The modality with the most votes."""
    votes, found = dict(ground.votes), site.found
    ground.vote(votes, "sentence", site.sentence, found.start, site.sentence_end)
    ground.vote(votes, "before", site.begin, found.number, site.end)
    ground.vote(votes, "clause", site.begin, site.end, site.end)
    for cue in _cues()["behind"]:
        if _first_end(cue, text, found.end, min(site.end, found.end + 6)) < _NEVER:
            _add(votes, cue.votes)
    if is_condition(text, site):
        votes["condition"] += 8
    _of_quantity(votes, site, kind, per=per)
    if votes["rule"] <= ground.votes["rule"] and site.found.unit in _counts() and site.found.bound == "exact" and kind.kind != "duration":
        votes["rule"] -= 1.5
    if _FROM.search(text, site.left, site.found.start):
        votes["actual"] += 5
    if site.found.recent and _APPLICANT.search(text, site.sentence, site.sentence_end):
        votes["condition"] += 8
    _of_time(votes, site, times, setting)
    return max(MODALITIES, key=votes.__getitem__)


def _of_quantity(votes: Votes, site: Site, kind: Kind, *, per: bool) -> None:
    """What the quantity itself says: a bounded time limit is a rule, an odd figure a fact."""
    f = site.found
    if kind.kind == "duration" and f.bound in {"at_most", "at_least"}:
        votes["rule"] += 1.5
    if kind.kind == "duration" and f.bound == "exact":
        votes["rule"] += 0.8
    if f.bound in {"at_least", "at_most"}:
        votes["actual"] -= 1.5
    if f.bound in {"over", "nearly", "about"}:
        votes["actual"] += 0.5
    digits = str(f.value).replace(".", "").rstrip("0")
    if len(digits) >= 3:
        votes["actual"] += 0.7
    if per and f.bound == "at_least" and f.unit == "次":
        votes["rule"] += 2.5
    if f.unit.endswith("/L") or f.technical:
        votes["rule"] += 2.5
    if per:
        votes["actual"] -= 0.5
        votes["target"] += 0.5
    if per and f.unit == "元":
        votes["rule"] += 1.5
    if kind.basis or kind.kind == "rank":
        votes["actual"] += 2


def with_lists(text: str, cases: list[Case]) -> list[Case]:
    """A threshold joined to the next one by 、 or 或 is one too: 10000平方米以上、10层以上的工程."""
    out = list(cases)
    for i in range(len(out) - 2, -1, -1):
        here, there = out[i], out[i + 1]
        between = text[here.site.found.end : there.site.left]
        joined = text[here.site.found.end : here.site.found.end + 1] in {"、", "或", "且", "和"}
        if there.modality == "condition" and joined and here.site.found.bound == there.site.found.bound != "exact" and len(between) <= 1:
            out[i] = replace(here, modality="condition")
    return out


def _of_time(votes: Votes, site: Site, times: tuple[Moment | None, str], setting: Setting) -> None:
    """A year to come is aimed at, one gone by reported; a bound on one gone by is a threshold."""
    moment, prefix = times
    if moment is None or setting.year is None:
        return
    year, day = moment.year, setting.date
    if day and len(moment.last) > 1 and year == setting.year and prefix != "head":
        votes["actual" if moment.last <= (day.year, day.month, day.day) else "target"] += 3
    if prefix == "head":
        votes["target"] += 1.5
    elif year > setting.year or (prefix == "到" and year >= setting.year):
        votes["target"] += 3
    elif year < setting.year and site.found.bound in {"at_least", "at_most"}:
        votes["condition"] += 4
    elif year < setting.year:
        votes["actual"] += 4
