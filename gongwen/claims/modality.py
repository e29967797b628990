"""语气: whether a claim is reported, aimed at, laid down, or a threshold.

A vote: the kind of text, the headings, the words of sentence and clause, the quantity itself and the
time that it speaks of.
"""

from __future__ import annotations

import re

from gongwen.claims.conditions import is_condition
from gongwen.claims.context import Site
from gongwen.claims.cues import MODALITIES, Ground, Votes, add, scopes
from gongwen.claims.kinds import Kind
from gongwen.claims.times import Moment
from gongwen.claims.words import table
from gongwen.lexicon.units import Units
from gongwen.model.claim import Modality
from gongwen.passage import Passage, Setting

_FROM = re.compile("由[^，。；]{1,12}的$")
# 由25米拓宽至40米: the first is what there was.
_TURNED = re.compile("[^，。；\\d]{0,12}(?:至|到|为)")
# 对26个山区县再上浮: what a rule meets is there.
_MEETS = re.compile("对(?:全[省市县区国])?(?:[^，。；]{1,12}的)?$")
_MEETS_END = frozenset("对的省市县区国")
_APPLICANT = re.compile("企业|单位|申请|申报|供应商|信用|财务|投标")
Stretch = tuple[int, int]
When = tuple[Moment | None, str]
"""The time that a quantity speaks of, and the word before it (到, or ``head`` of what opens the paragraph)."""


def prior(passage: Passage, setting: Setting, text: str) -> Ground:
    """What the kind of text and the headings above say before any sentence is read."""
    votes: Votes = dict.fromkeys(MODALITIES, 0.0)
    kind = passage.kind or setting.kind or ""
    for name, weights in table("modality")["kind"].items():
        votes[name] += weights.get(kind, 0.0)
    headings, scope = "\n".join(passage.headings), scopes()["heading"]
    for _, cue in scope.hits(headings, 0, len(headings)):
        add(votes, scope.votes[cue])
    return Ground(votes, text)


def modality(ground: Ground, site: Site, kind: Kind, setting: Setting, when: When, *, per: Stretch | None) -> Modality:
    """The modality with the most votes."""
    votes = dict(ground.votes)
    _of_words(votes, ground, site)
    _of_place(votes, ground, site, kind)
    _of_quantity(votes, site, kind)
    if per:
        _of_each(votes, site, ground.text, per)
    _of_time(votes, site, when, setting, ground)
    return max(MODALITIES, key=votes.__getitem__)


def _of_words(votes: Votes, ground: Ground, site: Site) -> None:
    """The cues of sentence and clause."""
    found = site.found
    ground.vote(votes, "sentence", site.sentence, found.start, site.sentence_end)
    ground.vote(votes, "before", site.begin, found.number, site.end)
    ground.vote(votes, "paragraph", site.point, found.start, len(ground.text))
    ground.vote(votes, "clause", site.begin, site.end, site.end)
    if found.end < site.end:
        stop = min(site.end, found.end + 6)
        ground.vote(votes, "behind", found.end, stop, stop)


def _of_place(votes: Votes, ground: Ground, site: Site, kind: Kind) -> None:
    """The construction that the quantity stands in."""
    text, found = ground.text, site.found
    silent = votes["rule"] <= ground.votes["rule"]
    if is_condition(text, site):
        votes["condition"] += 12
    if kind.basis:  # 同比 is told; 比2020年 may be aimed at
        votes["actual"] += 2 if text[kind.basis[0]] in "同环" else 0.5
    if silent and found.unit in Units.default().words and found.bound == "exact" and kind.kind != "duration":
        votes["rule"] -= 1.5  # a plain count in a text of rules tells what there is
    if _FROM.search(text, site.left, found.start):
        votes["actual"] += 5
    if is_met(text, site):
        votes["actual"] += 4
    if text[found.start - 1 : found.start] in {"由", "从"} and _TURNED.match(text, found.end):
        votes["actual"] += 6
    if found.recent and _APPLICANT.search(text, site.sentence, site.sentence_end):
        votes["condition"] += 8


def is_met(text: str, site: Site) -> bool:
    """Whether a plain count names those with whom something is done."""
    found = site.found
    if not found.start or text[found.start - 1] not in _MEETS_END:
        return False
    plain = found.bound == "exact" and found.unit in Units.default().words and not text.startswith("的", found.end)
    return plain and bool(_MEETS.search(text, max(site.left, found.start - 16), found.start))


def _of_quantity(votes: Votes, site: Site, kind: Kind) -> None:
    """What the quantity itself says: a time limit is a rule, an odd figure a fact."""
    f = site.found
    bounded = f.bound in {"at_least", "at_most"}
    if kind.kind == "duration":
        votes["rule"] += 2.5 if f.within else 1.5 if bounded else 0.8 if f.bound == "exact" else 0
    if f.bound != "exact":
        votes["actual"] += -1.5 if bounded else 0.5 if f.bound != "under" else 0
    if len(str(f.value).replace(".", "").rstrip("0")) >= 3:
        votes["actual"] += 0.7
    if f.unit.endswith("/L") or f.technical:
        votes["rule"] += 2.5
    if kind.kind == "rank":
        votes["actual"] += 2


_MEAN = re.compile("平均$|均$")
_TIMELY = re.compile("[年月日天周季次]度?$|均$")


def _of_each(votes: Votes, site: Site, text: str, per: Stretch) -> None:
    """What is meant per year or person is seldom a fact: a frequency of duty, a sum granted to each."""
    votes["actual"] -= 0.5
    votes["target"] += 0.5
    if _MEAN.search(text, max(0, per[0] - 2), per[0]) or _MEAN.search(text, per[0], per[1]):
        votes["actual"] += 1.5  # 平均每个乡镇9.4名 is reckoned from what there is
        return
    if site.found.unit == "次":
        votes["rule"] += 4
    elif site.found.unit == "元" or not _TIMELY.search(text, per[0], per[1]):
        votes["rule"] += 1.5  # 每站配备6人: a standard for each


def _is_reached(ground: Ground, site: Site) -> bool:
    """Whether a text that reports says that so much was reached: 达到9亿元以上 is no threshold there."""
    reports = ground.votes["actual"] > ground.votes["rule"]
    return reports and bool(_REACHED.search(ground.text, site.left, site.found.start))


_REACHED = re.compile("(?:达|达到|为|是|超过|建成|完成|实现)$")


def _of_time(votes: Votes, site: Site, when: When, setting: Setting, ground: Ground) -> None:
    """A year to come is aimed at, one gone by reported; a bound on one gone by is a threshold."""
    moment, prefix = when
    if moment is None or setting.year is None:
        return
    year, day = moment.year, setting.date
    if day and len(moment.last) > 1 and year == setting.year and prefix != "head":
        votes["actual" if moment.last <= (day.year, day.month, day.day) else "target"] += 3
    if moment.suffix in {"以来", "来"} and year <= setting.year:
        votes["actual"] += 4
    elif prefix == "head":
        votes["target"] += 1.5
    elif year > setting.year or (prefix == "到" and year >= setting.year):
        votes["target"] += 3
    elif year == setting.year and day and day.month <= 2 and len(moment.last) == 1:
        votes["target"] += 2
    elif year < setting.year and site.found.bound in {"at_least", "at_most"} and not _is_reached(ground, site):
        votes["condition"] += 4
    elif year < setting.year:
        votes["actual"] += 4
