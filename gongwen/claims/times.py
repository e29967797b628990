"""时间: expressions of time, and the stretch of time that each names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongwen.claims.numerals import value

_TO = "(?:—+|-|～|至|到)"
_HAN_YEAR = "[一二][〇○零O0一二三四五六七八九]{3}"
_YEAR = rf"(?:(?P<year>(?:19|20)\d{{2}}|{_HAN_YEAR}|[今去上前本明当次同])年度?|(?P<bare>(?:19|20)\d{{2}})(?=年?[第前]?[一二三1-4]季度))"
_SUB = rf"""(?:
    (?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[日号]?(?:{_TO}|、)(?:(?P<month2>\d{{1,2}})月)?(?P<day2>\d{{1,2}}))?[日号]
  | (?P<from>\d{{1,2}})月?份?{_TO}(?P<to>\d{{1,2}})月份?(?!\d)
  | (?P<only>\d{{1,2}}|(?<![〇一二三四五六七八九十个])[一二三四五六七八九十]{{1,2}})月(?:份|当月)?
  | (?P<half>[上下]半年)
  | 第?(?P<q1>[一二三四1-4])(?:{_TO}|、|和)第?(?P<q2>[一二三四2-4])季度
  | 第?(?P<quarter>[一二三四1-4])季度
  | 前(?P<quarters>[二两三])个?季度
  | 前(?P<months>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})个?月
  | (?P<whole>全年|年内)
  | (?P<last>上季度|上个?月|本季度|本月|上期)
)"""
TIME = re.compile(
    rf"""
    (?:
        “?(?P<plan>十[一二三四五六]|[六七八九十])五”?(?:规划)?(?P<planend>期间|时期|末|期末|以来)
      | (?P<y1>(?:19|20)\d{{2}})年?{_TO}(?P<y2>(?:19|20)\d{{2}}|\d{{2}}(?=年))(?:年度?|(?=学年))
      | (?:(?P<named>{_YEAR})\ ?)?(?:{_SUB}|(?(named)|(?!)))
      | (?P<now>目前|当前|现阶段)
      | (?P<yearend>年底|年末|年初)
      | (?P<iso>(?:19|20)\d{{2}}[-./]\d{{1,2}}[-./]\d{{1,2}})
    )
    (?P<season>(?<=年)[春夏秋冬]{{1,2}}(?:季学期|季开学|学期|季|(?=[，。、]))|(?<=年)汛期|度?学年(?:第[一二12]学期|[上下]学期)?)?
    (?P<edge>年?(?:[底末]|初(?![步级中期次始]))|[上中下]旬)?
    (?P<suffix>之?前|以前|之?后|以后|起|以来|开始|来|(?=[^，。；：、]{{1,12}}以来))?
    """,
    re.VERBOSE,
)
# Where an expression of time may begin, its first word (截至, 到) left aside: one set of characters,
# so that the engine skips to the next of them, then what must follow each.
_START = re.compile(
    r"[0-9今去上前本明当次同下全年第一二三四五六七八九十“目现](?:"
    r"(?<=[0-9])(?=\d{0,3} ?(?:[年月—～./-]|至|到))|(?<![0-9])(?:(?<=[今去上前本明当次同])(?=年|半年|季|个?月)|(?<=下)(?=半年)|(?<=全)(?=年)|(?<=年)(?=[底末初内])"
    r"|(?<=第)(?=[一二三四1-4])|(?<=前)(?=[\d一二两三四五六七八九十]{1,2}个?[季月])|(?<=[一二三四])(?=季度|至|、|—|和)|(?<=[一二])(?=[〇○零O0一二三四五六七八九]{3}年)"
    r"|(?<=[一二三四五六七八九十])(?=[一二]?月)|(?<=“)(?=[十六七八九][一二三四五六]?五)|(?<=[十六七八九])(?=[一二三四五六]?五[”期时末规])|(?<=[目当])(?=前)|(?<=现)(?=阶段)|(?<=上)(?=期)))"
)
_PREFIX = ("截至", "截止到", "截止", "到", "至", "自", "从", "由", "比", "较")
_PREFIX_ENDS = frozenset(p[-1] for p in _PREFIX)
_CHARS = re.compile(r"[年月季五前./-]")
_QUARTERS = {c: i % 4 + 1 for i, c in enumerate("一二三四1234")} | {"两": 2}


@dataclass(slots=True)
class Moment:
    """A stretch of time in the text: from and to as years, months or days."""

    start: int
    end: int
    prefix: str
    suffix: str
    first: tuple[int, ...]
    last: tuple[int, ...]
    relative: bool = False
    """Whether it counts from another time: 上年度, 当年."""
    part: dict[str, object] | None = None
    """The part of the model that it makes, once a claim has asked for it."""

    @property
    def year(self) -> int:
        """The year that it ends in."""
        return self.last[0] if self.last else 0

    def iso(self) -> str:
        """The period as the contract prints it: 2021, 2021-01/2021-06, ../2022-03-31, 2021-07/.."""
        begin, end = _iso(self.first), _iso(self.last)
        if self.prefix.startswith("截"):
            return f"../{end}"
        if self.suffix in {"前", "之前", "以前"}:
            return f"../{end}"
        if self.suffix in {"起", "以来", "开始", "后", "之后", "以后", "来"} or (
            self.prefix in {"自", "从"} and self.suffix == "" and self.first == self.last
        ):
            return f"{begin}/.."
        return begin if begin == end else f"{begin}/{end}"


_DASHES = frozenset({"—", "-", "～", "——"})


def _spans(text: str, first: Moment, last: Moment) -> bool:
    """2019年1月1日至2020年12月31日: two times that are the ends of one."""
    if first.suffix not in {"", "起"} or not first.first or not last.first or first.prefix in {"比", "较"}:
        return False
    joined = (first.end == last.start and last.prefix in {"至", "到"}) or text[first.end : last.start] in _DASHES
    return joined and len(first.first) == len(last.last) and first.first < last.last and first.first == first.last


_OUT_OF = re.compile(r"[^，。；、\d]{1,16}中(?![心小学央国期])")
_LEAD = re.compile("(?:截至|截止到?|到|至|自|从|由)? ?")


def time_at(text: str, begin: int, end: int) -> int:
    """The end of the expression of time that begins here, its first word included; ``begin`` where there is none."""
    lead = _LEAD.match(text, begin, end)
    at = lead.end() if lead else begin
    match = TIME.match(text, at, end) if _START.match(text, at) else None
    return match.end() if match else begin


def _prefix(text: str, at: int) -> str:
    """The word in front of a time: 截至, 到, 自."""
    before = text[max(0, at - 3) : at].rstrip()
    return next((p for p in _PREFIX if before.endswith(p)), "") if before[-1:] in _PREFIX_ENDS else ""


def _iso(parts: tuple[int, ...]) -> str:
    return "-".join([f"{parts[0]:04}", *(f"{p:02}" for p in parts[1:])])


# 确保9月底前完成: still to come, however far the text looks back.
_TO_COME = re.compile("(?:确保|力争|争取|计划|预计|拟|将)(?:[于在])?$")


_QUOTES = (("《", "》"), ("“", "”"), ("（", "）"))
_ASIDE = re.compile("通过|公布|发布|施行|号")
_LONGEST = 300
"""How far the mark that opens or closes a quote may stand from a time in it."""


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place is in 《》, in “”, or in brackets that say of a text when it was made."""
    for left, right in _QUOTES:
        begin = text.rfind(left, max(0, at - _LONGEST), at)
        if begin < 0 or text.find(right, begin, at) >= 0:
            continue
        end = text.find(right, at, at + _LONGEST)
        if end >= 0 and (left != "（" or _ASIDE.search(text, begin, end)):
            return True
    return False


@dataclass(slots=True)
class Calendar:
    """What relative times count from; moves on with the text."""

    year: int | None
    month: int | None = None
    said: int | None = None
    """The year last named where the text is."""
    yearly: bool = False
    """Whether the paragraph speaks of what happens every year: 每年10月底前."""
    quarter: int | None = None
    heading: int | None = None
    """The year that the heading names."""
    looks_back: bool = False
    """Whether the text reports early in a year on the one before: its 全年 is that one."""

    def moments(self, text: str) -> Iterator[Moment]:
        """Every expression of time in a text, in order; those in titles and names say nothing of it."""
        if not _CHARS.search(text):
            return
        at = 0
        last: Moment | None = None
        while start := _START.search(text, at):
            at = start.end()
            match = TIME.match(text, start.start())
            if match is None:
                continue
            at = match.end()
            moment = None if _is_quoted(text, match.start()) else self._moment(text, match)
            if moment is None:
                continue
            if last and _spans(text, last, moment):
                last = replace(moment, start=last.start, prefix=last.prefix, first=last.first)
                continue
            if last:
                yield last
            last = moment
        if last:
            yield last

    def _moment(self, text: str, match: re.Match[str]) -> Moment | None:
        prefix = _prefix(text, match.start())
        if prefix == "从" and (text.startswith("的", match.end()) or _OUT_OF.match(text, match.end())):
            prefix = "由"  # 从2020年的35%, 从2021年预备费中: where it came from, not since
        start = match.start() - len(prefix)
        if match["now"]:
            return Moment(start, match.end(), prefix, "", (), ())
        if (
            self._is_yearly(text, match)
            or text[match.end() : match.end() + 1] == "》"
            or text.startswith("同期", match.end())
            or (match["only"] and match.start() and text[match.start() - 1] in "个第每")
        ):
            return None
        said = self.said
        stretch = self._stretch(match)
        if prefix in {"由", "从", "比", "较"} or (prefix == "自" and said):
            self.said = said
        if stretch is None:
            return None
        suffix = match["suffix"]
        if suffix == "" and match["planend"] != "以来":
            suffix = "以来" if prefix in {"自", "从"} else None
        if match["planend"] == "以来":
            suffix = "以来"
        if match["edge"] and match["edge"].endswith("初") and not prefix:
            return Moment(start, match.end(), "", suffix or "", *stretch)
        relative = bool(match["last"]) or (bool(match["year"]) and len(match["year"]) == 1)
        return Moment(start, match.end(), prefix, suffix or "", *stretch, relative)

    def _is_yearly(self, text: str, match: re.Match[str]) -> bool:
        """每年10月底前, and what else the paragraph says without a year: it is of no year."""
        self.yearly = self.yearly or text.endswith("每年", 0, match.start())
        return self.yearly and not (match["named"] or match["plan"] or match["y1"] or match["iso"])

    def _stretch(self, match: re.Match[str]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        if match["plan"]:
            return self._plan(match)
        if match["y1"]:
            first, last = int(match["y1"]), int(match["y2"])
            last += first // 100 * 100 if last < 100 else 0
            self.said = last
            return ((first,), (last,)) if first <= last else None
        if match["iso"]:
            parts = tuple(int(p) for p in re.split(r"[-./]", match["iso"]))
            return parts, parts
        year = self._year(match)
        return None if year is None else self._within(match, year)

    @staticmethod
    def _plan(match: re.Match[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        number = int(value(match["plan"]) or 0)
        first = 1981 + 5 * (number - 6)
        return ((first + 4,), (first + 4,)) if match["planend"].endswith("末") else ((first,), (first + 4,))

    def _year(self, match: re.Match[str]) -> int | None:
        word = match["year"] or match["bare"]
        if word is None:
            return self.said or self.heading or self.year
        if len(word) == 4:
            number = value(word.replace("O", "零").replace("0", "零") if not word.isdigit() else word)
            self.said = None if number is None else int(number)
            return self.said
        if word in "当次同":
            base = self.said or self.year
            return None if base is None else base + (word == "次")
        if self.year is None:
            return None
        if word == "上" and (self.said or self.heading or self.looks_back):
            # The year before the one that is spoken of; a report on a year gone by may not say which.
            base = self.said or self.heading
            return None if base is None else base - 1
        self.said = self.year + {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1}[word]
        return self.said

    def _within(self, match: re.Match[str], year: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        if match["month"]:
            return self._days(match, year)
        months = self._months(match)
        if months is None:
            year -= bool(match["whole"] or match["yearend"]) and self._is_past(match, year, 12)
            return (year,), (year,)
        first, last = months
        if not 1 <= first <= last <= 12:
            return None
        year -= self._is_past(match, year, last)
        return (year, first), (year, last)

    def _is_past(self, match: re.Match[str], year: int, last: int) -> bool:
        """Whether months without a year that are still to come are those of the year before."""
        unsaid = match["named"] is None and not self.said and not self.heading and year == self.year
        past = self.looks_back and unsaid and self.month is not None and last > self.month
        return past and not _TO_COME.search(match.string, max(0, match.start() - 4), match.start())

    def _days(self, match: re.Match[str], year: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        month, day = int(value(match["month"]) or 0), int(value(match["day"]) or 0)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        first = (year, month, day)
        if match["day2"]:
            return first, (year, int(match["month2"] or month), int(match["day2"]))
        return first, first

    def _months(self, match: re.Match[str]) -> tuple[int, int] | None:
        if match["from"]:
            return int(match["from"]), int(match["to"])
        if match["only"] or match["months"]:
            month = int(value(match["only"] or match["months"]) or 0)
            return (month if match["only"] else 1), month
        if match["half"]:
            return (1, 6) if match["half"] == "上半年" else (7, 12)
        return self._quarters(match) or self._last(match["last"])

    def _quarters(self, match: re.Match[str]) -> tuple[int, int] | None:
        if match["quarter"]:
            self.quarter = _QUARTERS[match["quarter"]]
            return self.quarter * 3 - 2, self.quarter * 3
        if match["quarters"]:
            return 1, _QUARTERS[match["quarters"]] * 3
        return (_QUARTERS[match["q1"]] * 3 - 2, _QUARTERS[match["q2"]] * 3) if match["q1"] else None

    def _last(self, word: str | None) -> tuple[int, int] | None:
        """上季度 and 上月, from the quarter or month last named."""
        if word is None or self.month is None:
            return None
        if word.endswith("月"):
            month = self.month - (word[0] == "上")
            return (month, month) if month else None
        quarter = (self.quarter or (self.month + 2) // 3) - (word[0] == "上")
        return (quarter * 3 - 2, quarter * 3) if quarter else None
