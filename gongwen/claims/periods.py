"""时期: the time that a claim speaks of: how far an expression of time carries, and where it ends.

A fact takes the last time named before it in its sentence, and that of the sentence before
where its own begins with 其中. A target also takes a head such as 到2025年 that opens the
paragraph, point or item, to its end and in its sub-items.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gongwen.claims.context import Site
from gongwen.claims.numerals import value
from gongwen.claims.times import Calendar, Moment
from gongwen.lexicon.units import Units
from gongwen.model.claim import Modality
from gongwen.passage import Passage, Setting
from gongwen.text import Text

_LOCAL = frozenset({"由", "从", "比", "较"})
_REPORTS = frozenset({"公报", "报告", "通报", "总结", "答复", "情况"})
_BEFORE = frozenset({"前", "之前", "以前"})
_SHORT = 3
_NEAR_END = 20
"""So near the bracket that holds a quantity closes; farther off it is one that was left open."""
_MOST = 40
"""How many times a quantity looks back over, so that a text of nothing but times costs no more."""
_CLAUSE = re.compile("[，。；：！？]")
_LONGEST = 400
"""Characters of a clause that are looked through."""
_ASIDE = re.compile("（[^（）]{1,20}）")
_HOUR = re.compile("\\d{1,2}(?:时|点)(?:\\d{1,2}分)?许?(?=，)")
_TURN = re.compile("到|至|转为|转变为|跃|变为")
_AHEAD = re.compile("(?:[^，。；]{0,6}(?:于|在|将))?$")
_ONWARD = frozenset({"起", "开始"})
_WHOLE = frozenset({"全年", "年度"})
_OF_A_PLAN = ("计划", "任务", "目标", "预算", "指标")
_ACTS = "建成|竣工|成立|设立|改建|扩建|投产|投用|通车|改制|组建|创办|修建|兴建"
_DONE = re.compile(f"(?:正式)?(?:{_ACTS})[^，。；]{{0,4}}$")
_WHICH = re.compile(f"(?:{_ACTS})[^，。；]{{0,4}}?的")
_DONE_IN = re.compile(f"(?:{_ACTS}|建)于$")
_LASTS = re.compile("(?:工期|周期|期限|有效期|任期|学制)(?:[^，。；]{0,3})$")
_LIKE = ("一致", "相比", "持平", "相当", "相同")
_SUM = re.compile("(?P<years>[两三四五])年(?:来|间)?(?:累计|合计|总计|共)")
_WITHIN = re.compile(" *其中")
# 剩余8座改造，确保9月底前完成
_TO_DO = re.compile(
    "，(?:确保|力争|计划|预计|争取|拟|须|要求?)(?:[于在])?[^，。；]{1,12}之?前(?:全部|全面|基本)?(?:完成|完工|建成|竣工|投用|交付|投入|销号|到位|开工|通车)"
)


def is_due(text: str, site: Site) -> int:
    """Where the words end that say behind a comma by when so many are to be done; 0 where none do."""
    if not text.startswith("，", site.end) or site.found.unit not in Units.default().words:
        return 0
    due = _TO_DO.match(text, site.end)
    return due.end() if due else 0


@dataclass(frozen=True, slots=True)
class Head:
    """A time that opens a paragraph or item."""

    text: Text
    moment: Moment
    path: tuple[str, ...] = ()
    part: int = 0

    def covers(self, passage: Passage) -> bool:
        """Whether a later paragraph is a sub-item of the one that it opens."""
        depth = len(self.path)
        if passage.path == self.path and passage.part == self.part and passage.text.chars.startswith("—"):
            return True
        below = len(passage.path) > depth and passage.path[:depth] == self.path
        return below and self.part == passage.part and (depth > 0 or self.text.chars.endswith("："))


@dataclass(slots=True)
class Times:
    """The times of a document, read along with its paragraphs."""

    calendar: Calendar
    head: Head | None = None

    @classmethod
    def of(cls, setting: Setting) -> Times:
        """At the beginning of a document."""
        return cls(Calendar(setting.year, setting.date.month if setting.date else None))

    def read(self, passage: Passage, numbers: list[int]) -> Scope:
        """The times of a paragraph."""
        text = passage.text.chars
        self.calendar.said, self.calendar.yearly = None, False
        self.calendar.looks_back = (self.calendar.month or 12) <= 4 and passage.kind in _REPORTS
        self.calendar.heading = _heading_year(passage)
        # Of a paragraph without figures only what opens it counts.
        said = text if numbers else text[: passage.body + 60]
        moments = list(self.calendar.moments(said))
        if self.head and not self.head.covers(passage):
            self.head = None
        inherited = self.head
        own = _opening(passage, moments, self.calendar.year)
        if own:
            self.head = own
        return Scope(passage.text, moments, inherited, own, passage.points, numbers)


_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")


def _heading_year(passage: Passage) -> int | None:
    """The one year that the headings name."""
    years = {m.group() for h in passage.headings for m in _YEAR.finditer(h)}
    return int(years.pop()) if len(years) == 1 else None


_OPEN = re.compile(r"(?:[^。；，]{0,6}(?:目标|任务)?[是为]?[：，。])?(?:总体上，|力争|计划|预计|确保)?$")


def _opening(passage: Passage, moments: list[Moment], year: int | None) -> Head | None:
    """到2025年 where it opens the paragraph."""
    text = passage.text.chars
    for moment in moments:
        if moment.prefix in _LOCAL or not moment.first or len(moment.last) > 2 or not _is_ahead(moment, year):
            continue
        if moment.prefix not in {"到", "至"} and text[moment.end : moment.end + 1] != "，":
            return None
        before = text[: moment.start]
        starts = {0, passage.body}
        begin = max((s for s in starts if s <= moment.start), default=0)
        lead = before[begin:]
        if len(lead) <= 12 and _OPEN.fullmatch(_unmarked(lead)):
            return Head(passage.text, moment, passage.path, passage.part)
        return None
    return None


_MARK = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、．.]|[①-⑳]|[一二三四五六七八九十][是要])+ ?")


def _is_ahead(moment: Moment, year: int | None) -> bool:
    """Whether a time is one to come: only such a one is a head of aims."""
    if moment.suffix and moment.suffix not in _BEFORE:
        return False
    if year is None or moment.year > year:
        return True
    whole = moment.first == moment.last and len(moment.last) == 1
    return moment.year == year and (whole or bool(moment.suffix) or moment.prefix in {"到", "至"})


def _unmarked(lead: str) -> str:
    return _MARK.sub("", lead)


@dataclass(slots=True)
class Scope:
    """The times of one paragraph, and what carries into it."""

    text: Text
    moments: list[Moment]
    inherited: Head | None
    own: Head | None
    points: tuple[tuple[int, str], ...]
    numbers: list[int]
    """Where the numerals of the quantities begin."""
    taken: list[tuple[int, int]] = field(default_factory=list)
    """Where the words stand that say what a change is compared with: their times are none of the claims'."""
    nearest: dict[tuple[int, int], Moment | None] = field(default_factory=dict)
    """The time nearest to each quantity from a place on; modality and period both ask for it."""

    def period(self, site: Site, modality: Modality) -> dict[str, object] | None:
        """The period of a quantity."""
        begin = (
            site.sentence
            if modality != "rule"
            else max(site.sentence, self.text.chars.rfind("；", 0, site.found.start))
        )
        if site.found.recent:
            return None  # 近三年 says its own time
        own = self._dealt(site) or self._summed(site) or self._near(site, begin) or self._opens(site, begin)
        if own and own.relative and modality in {"rule", "condition"} and own.suffix not in _ONWARD:
            own = None  # 不低于上年度工资的60%: no time of its own
        if own and modality == "rule" and self._is_aside(own, site):
            own = None  # 于6月5日前将申报书（一式3份）报送
        if own and own.start < site.begin and _LASTS.search(self.text.chars, site.left, site.found.number):
            own = None  # 10月开工，工期18个月
        if own:
            return _period(self.text, own, inherited=False) if own.first else None
        if site.sentence and _WITHIN.match(self.text.chars, site.sentence):
            last = self._moment(site, _sentence_before(self.text.chars, site.sentence), site.sentence)
            if last and last.first:
                return _period(self.text, last, inherited=True)
        head = self._head(site) if modality in {"target", "condition"} else None
        return _period(head.text, head.moment, inherited=True) if head else None

    def _near(self, site: Site, begin: int) -> Moment | None:
        """The last time before a quantity; one behind it where none stands before it in its clause."""
        if not self.moments:
            return None
        key = site.index, begin
        if key not in self.nearest:
            before = self._moment(site, begin, site.found.start)
            self.nearest[key] = before if before and before.start >= site.begin else self._behind(site) or before
        return self.nearest[key]

    def _is_aside(self, moment: Moment, site: Site) -> bool:
        """Whether a quantity stands in brackets that begin behind the time."""
        text = self.text.chars
        opened = text.rfind("（", moment.end, site.found.start)
        if opened < 0 or text.find("）", opened, site.found.start) >= 0:
            return False
        return text.find("）", site.found.end, site.found.end + _NEAR_END) >= 0

    def _opens(self, site: Site, begin: int) -> Moment | None:
        """从2019年1月1日起，…；将…: the time that opens a sentence goes on behind ；."""
        if begin == site.sentence:
            return None
        at = bisect_left(self.moments, site.sentence, key=lambda m: m.start)
        moment = self.moments[at] if at < len(self.moments) else None
        opens = moment and moment.start <= site.sentence + 1 and self.text.chars.startswith("，", moment.end)
        return moment if moment and opens and moment.suffix in {"起", "开始"} and moment.start < begin else None

    def _dealt(self, site: Site) -> Moment | None:
        """2024年、2026年分别达到55%和70%: each number its own time."""
        head, count = site.head, len(site.head.members)
        if not 1 < count <= _MOST or self.text.chars.find("分别", head.left, head.found.start) < 0:
            return None
        times = self._listed(head.left, head.found.start) or self._listed(head.sentence, head.found.start)
        return times[site.index - head.index] if len(times) == count else None

    def _listed(self, begin: int, end: int) -> list[Moment]:
        """The times between two places, if they are one list."""
        first, last = (bisect_left(self.moments, at, key=lambda m: m.start) for at in (begin, end))
        times = [m for m in self.moments[first:last] if m.first] if last - first <= _MOST else []
        joined = all(self.text.chars[a.end : b.start] in {"、", "和", "及", "与"} for a, b in pairwise(times))
        return times if joined else []

    def _summed(self, site: Site) -> Moment | None:
        """2021年、2022年、2023年分别…，三年累计…: the years listed before, as one stretch."""
        said = _SUM.search(self.text.chars, site.begin, site.found.start) if len(self.moments) > 1 else None
        times = self._listed(site.sentence, said.start()) if said else []
        if not said or len(times) != value(said["years"]):
            return None
        return replace(times[0], end=times[-1].end, last=times[-1].last, part=None)

    def _head(self, site: Site) -> Head | None:
        return self._point_head(site) or self.own or self.inherited

    def when(self, site: Site) -> tuple[Moment | None, str]:
        """The time that a quantity speaks of as far as its sentence says it, and the word before it."""
        moment = self._near(site, site.sentence)
        if moment:
            return (moment if moment.first else None), moment.prefix
        head = self._head(site)
        return (head.moment, "head") if head else self._built(site)

    def _built(self, site: Site) -> tuple[Moment | None, str]:
        """于2016年建成，处理能力5万吨: the time at which what is spoken of was built."""
        first = bisect_left(self.moments, site.sentence, key=lambda m: m.start)
        for moment in self.moments[first : first + _MOST]:
            if moment.start >= site.begin:
                break
            if moment.first and self._is_done(moment, self._clause_end(moment)):
                return moment, "built"
        return None, ""

    def _moment(self, site: Site, begin: int, end: int) -> Moment | None:
        """The last time between two places that reaches a quantity."""
        last = bisect_right(self.moments, end, key=lambda m: m.end)
        for moment in reversed(self.moments[max(0, last - _MOST) : last]):
            if moment.start < begin:
                return None
            if self._is_taken(moment):
                continue
            if self._carries(moment, site):
                return moment
            if moment.suffix in _ONWARD and moment.prefix and moment.start >= begin:
                return None  # 从2023年起逐年扩大，…: an earlier time is past
        return None

    def _is_taken(self, moment: Moment) -> bool:
        at = bisect_right(self.taken, (moment.start, len(self.text.chars))) - 1
        return at >= 0 and moment.start < self.taken[at][1]

    def _has_number(self, begin: int, end: int) -> bool:
        at = bisect_left(self.numbers, begin)
        return at < len(self.numbers) and self.numbers[at] < end

    def _clause_end(self, moment: Moment) -> int:
        aside = _ASIDE.match(self.text.chars, moment.end) or _HOUR.match(self.text.chars, moment.end)
        begin = aside.end() if aside else moment.end
        end = min(begin + _LONGEST, len(self.text.chars))
        stop = _CLAUSE.search(self.text.chars, begin, end)
        return stop.start() if stop else end

    def _behind(self, site: Site) -> Moment | None:
        """其余13处计划于9月底前建成: the time behind a quantity, in its clause."""
        for moment in self.moments[bisect_left(self.moments, site.found.end, key=lambda m: m.start) :][:1]:
            if moment.start < site.right:
                return moment if _AHEAD.match(self.text.chars, site.found.end, moment.start) and moment.first else None
            due = is_due(self.text.chars, site)
            return moment if due and moment.start < due and moment.first else None
        return None

    def _carries(self, moment: Moment, site: Site) -> bool:
        """Whether a time reaches a quantity behind it.

        由一季度的下降1.4%转为增长0.9%: the time goes with the first number only. 始建于1998年，坝高12米:
        what happened then says nothing of what follows, unless the time stands alone in its clause or
        the clause has a quantity of its own.
        """
        if not self._names(moment):
            return False
        text, end = self.text.chars, self._clause_end(moment)
        started = moment.prefix in {"由", "从"} and _TURN.search(text, moment.end, end)
        if started and not site.left <= moment.start:
            return False
        if text.find("）", moment.end, site.found.start) >= 0 and text.find("（", moment.end, site.found.start) < 0:
            return False
        return end >= site.found.start or self._goes_on(moment, end)

    def _names(self, moment: Moment) -> bool:
        """Whether a time is one that something is said of: not 比上年, 占全年计划的62%, 2000年以前建成的小区, 2023年度“优秀县”."""
        text = self.text.chars
        if moment.prefix in {"比", "较"} or _WHICH.match(text, moment.end) or text.startswith("度“", moment.end - 1):
            return False
        if text.startswith(_LIKE, moment.end):
            return False  # 与2017年一致
        if text[moment.end - 2 : moment.end] in _WHOLE and text.startswith(_OF_A_PLAN, moment.end):
            return False
        same = text.startswith("的", moment.end) and text[: moment.start].endswith(("是", "为", "相当于", "达到", "达"))
        return not same

    def _goes_on(self, moment: Moment, end: int) -> bool:
        """Whether a time reaches beyond its own clause."""
        text = self.text.chars
        alone = end == moment.end or text[end - 1] == "）" or bool(_HOUR.match(text, moment.end))
        counted = self._has_number(moment.end, end)
        if text[end : end + 1] == "：" and not moment.suffix:
            return True  # 2024年度收费标准为：
        if not counted and self._is_done(moment, end):
            return False
        if moment.suffix not in {"", "以来", "来"} and not alone and not (moment.suffix in _BEFORE and counted):
            return False
        if alone or counted or moment.prefix.startswith("截") or moment.suffix == "以来":
            return True
        return text[end - 1] in "看来止间中" or end - moment.end <= _SHORT

    def _is_done(self, moment: Moment, end: int) -> bool:
        """1976年建成，库容3120万立方米; 建成于1976年，: what was done then says nothing of what there is."""
        text = self.text.chars
        done = _DONE.match(text, moment.end, end) or _DONE_IN.search(text, max(0, moment.start - 4), moment.start)
        return bool(done)

    def _point_head(self, site: Site) -> Head | None:
        """The time that opens the point that a quantity stands in."""
        starts = [p[0] for p in self.points]
        at = bisect_right(starts, site.found.start) - 1
        if at < 0:
            return None
        begin = starts[at] + len(self.points[at][1])
        for moment in self.moments:
            if moment.first and begin <= moment.start <= begin + 4:
                return Head(self.text, moment)
        return None


def _period(text: Text, moment: Moment, *, inherited: bool) -> dict[str, object]:
    if moment.part is None:  # many claims speak of one time
        moment.part = {**text.place(moment.start, moment.end), "value": moment.iso()}
    return {**moment.part, "inherited": inherited}


def _sentence_before(text: str, sentence: int) -> int:
    return text.rfind("。", 0, max(0, sentence - 1)) + 1
