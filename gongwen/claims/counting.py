"""Whether a number states a quantity: 十个 does, 三项 does not; 15日内 does, 15日 does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongwen.claims.grammar import EACH_ONE
from gongwen.claims.numerals import MAGNITUDES
from gongwen.claims.terms import Term
from gongwen.lexicon.units import Units

_HAN_DIGITS = "〇○一二三四五六七八九"
_CODES = frozenset(f"0{i}" for i in range(10))
_NAMED = re.compile("(?:附件|附录|附表|附图|案例|[图表]) ?$")
# 专栏1 船舶制造, 代码2根据: a number of its own whatever stands behind it.
_NUMBERED = re.compile("(?:专栏|代码|编号|序号) ?$")
_NAME_ENDS = frozenset("栏码号件录表图例 ")
# Of the grades only those that are measured: 7级地震, 8级大风.
# 每15日维护1次, 每增加10公里配备1名: what deals out is counted itself by nothing.
_DEALT = re.compile("每(?:满|超过?|增加|新增|间?隔)?$")
_DEALT_END = frozenset("每满超过加增隔")
_GRADE = re.compile("震|风|烈度|—\\d级")
_DAY_CUE = re.compile(r"(?:每|满|超过|连续|提前|逾期|不少于|不足|前|达|为|计|第|隔离|[期限]|累计)$")
_SUM = re.compile(r"[^，。；：、\d]{0,14}\d")
# 住院日由9.2日降至8.6日, 用时压减到1.5日; 截至4.30日 is a date.
_DAYS_OF = re.compile("平均|住院日|[用耗]时|时间|时长|时限|期限|周期|天数|日数|[缩延]短?长?|压[减缩]|加快|提前")
_DAYS_NEAR = 24
"""How far back stands what says that a decimal with 日 counts days."""
_FREQUENCY = re.compile(
    r"[每逐隔当今明前昨次头某几数这那哪同各首头]$|(?<![以之])[上下]$|第[一二三四五六七八九十]个$|[”五期][前后]$|未来|今后|过去"
)
# 上一个月, 下一个月: which month, not how many.
_LAST_ONE = re.compile("(?<![以之])[上下]$")
_ASSIGNED = re.compile(r"(?:为|达到?|至|到|超过|突破|低于|高于|不低于|不高于|不超过|控制在|≥|≤|＞|＜|=)$")
_PART = re.compile("(?:[占达到过了的降减缩]|减少|降低|下降|压缩|缩短|不足)$")
# 系数0.48, 低于平均水平0.07; 表2.1, 版本1.0 are none
_NAMES = frozenset("第表图件版本节条款项见号")
# 几十家, 数百头: as vague as they are.
_SOME = frozenset("几数")
# 60万吨乙烯项目: what a project is called after.
_CALLED = re.compile(r"[^\W\d]{1,6}项目")
# Units that in Chinese numerals are mostly something else: 一方面, 三角, 一度, 两点.
_AMBIGUOUS = frozenset("方角块度分里升丈尺寸点克担焦瓦帕伏顷斤兆")
_RULED = frozenset("月日番级年吨")
_TIMES = frozenset({"年", "天", "周", "日", "季度", "月"})


@dataclass(slots=True)
class Number:
    """A number in place, with what stands around it."""

    text: str
    at: int
    """Where its numeral begins."""
    term: Term
    unit: str
    front: bool
    """Whether a bounding word stands before it."""
    behind: bool
    units: Units

    @property
    def before(self) -> str:
        """The character before it."""
        return self.text[self.at - 1 : self.at]

    def states(self) -> bool:
        """Whether it states a quantity."""
        if self._is_code():
            return False
        if self.term.text in {"半", "一半"}:
            return self._half()
        if self.term.fraction:
            return True
        if not self.unit:
            return self._bare()
        if self.unit in _RULED and not self._rule():
            return False
        return self.unit in {"月", "日"} or self.text[self.at].isdigit() or self._han()

    def _rule(self) -> bool:
        """What a unit that is often no unit asks for."""
        rules = {"月": self._month, "日": self._day, "番": self._doubling, "级": self._grade, "年": self._year,
                 "吨": self._output}  # fmt: skip
        return rules[self.unit]()

    def _half(self) -> bool:
        """半年 counts where it is bounded, 一半 also where something is that part: 超过一半, 占一半, 半年多."""
        bounded = self.front or self.behind or self.term.more
        if self.term.text == "半":
            return self.unit in _TIMES | {"小时"} and bounded
        return bounded or bool(_PART.search(self.text, max(0, self.at - 3), self.at))

    def _is_code(self) -> bool:
        """Part of a code, a formula, an ordinal or a longer numeral: 04个, ×100%, 第3, 专栏1, 一九六〇年."""
        before = self.before
        if before and (before in "第÷/" or (before in "×*" and self.unit in {"", "%"}) or before in _HAN_DIGITS):
            return True
        if before == "：" and "：" in self.term.text:
            return True
        if before in _DEALT_END and self._deals():
            return True
        if self.term.text == "1" and self._each_one():
            return True
        joined = before in {"-", "."} and self.text[self.at - 2 : self.at - 1].isdigit()
        return joined or (before in _NAME_ENDS and self._is_named()) or self.text[self.at : self.at + 2] in _CODES

    def _is_named(self) -> bool:
        """Whether it numbers a thing: 专栏1, 附件2."""
        begin = max(0, self.at - 4)
        named = _NUMBERED.search(self.text, begin, self.at) or (
            not self.unit and _NAMED.search(self.text, begin, self.at)
        )
        return bool(named)

    def _deals(self) -> bool:
        """每10公里配备1名 only deals out; 每5年修订1次 states how long, 每增加1人 how much more."""
        if self.text[self.at].isdigit() and (self.unit in _TIMES or self.before != "每"):
            return False
        return bool(_DEALT.search(self.text, max(0, self.at - 4), self.at))

    def _each_one(self) -> bool:
        """每招用1人补助1500元: the one is no more than what the sum behind is meant per."""
        at, text = self.at, self.text
        return (
            text.find("每", max(0, at - 5), at) >= 0
            and bool(EACH_ONE.search(text, max(0, at - 5), at))
            and bool(_SUM.match(text, self.term.end))
        )

    def _month(self) -> bool:
        return "个" in self.text[self.at : self.term.end] and not _LAST_ONE.search(
            self.text, max(0, self.at - 2), self.at
        )

    def _day(self) -> bool:
        if "." in self.term.text:
            return bool(_DAYS_OF.search(self.text, max(0, self.at - _DAYS_NEAR), self.at))
        if self.before in {"月", "至", "—"} and self.text[self.at].isdigit():
            return False
        return self.behind or self.front or bool(_DAY_CUE.search(self.text, max(0, self.at - 3), self.at))

    def _doubling(self) -> bool:
        return "翻" in self.text[max(0, self.at - 4) : self.at]

    def _grade(self) -> bool:
        return "." in self.term.text or bool(_GRADE.search(self.text, max(0, self.at - 8), self.term.end + 8))

    def _output(self) -> bool:
        """加快推进60万吨乙烯项目: what a project puts out is its name, no quantity."""
        return self.term.power < 10**4 or _CALLED.match(self.text, self.term.end) is None

    def _year(self) -> bool:
        """3年; not 1970年, nor the 1．1970年 of a numbered line."""
        return self.term.value < 1000 and len(self.term.text.partition(".")[2]) < 3

    def _han(self) -> bool:
        """A number below ten in Chinese counts only with money, a measure or a time."""
        number = self.term.text
        if self.before in _SOME:
            return False
        if number[0] in "百千万亿佰仟" and not (self.front or self.term.more or self.behind):
            return False
        steps = any(c in MAGNITUDES for c in number)
        if len(number) > 1 and not steps and "点" not in number:
            return False
        units = self.units
        if self.unit in units.words and self.unit not in units.nouns:
            return (steps or "点" in number) and not (number == "十" and self.before in set("水国土气新"))
        if self.unit in _TIMES and _FREQUENCY.search(self.text, max(0, self.at - 3), self.at):
            return False
        return steps or self.front or self.unit not in _AMBIGUOUS

    def _bare(self) -> bool:
        """A number without a unit: 超百亿, 1.64亿缴存人, 不大于0.4."""
        term = self.term
        after = self.text[term.end : term.end + 1]
        big = term.text[-1:] in "万亿" or term.power >= 10**4
        if self.text[term.end - 1 : term.end] == "级":
            return bool(_ASSIGNED.search(self.text, max(0, self.at - 4), self.at))
        if not self.text[self.at].isdigit():
            return big and (self.front or len(term.text) > 1) and not after.isalpha()
        if big or term.more:
            return big
        year = len(term.text) == 4 and 1900 <= term.value < 2100
        ends = not after or after in "，。；）" or self.behind
        if year or not ends:
            return False
        if "." in term.text and self.before.isalpha() and not self.before.isascii() and self.before not in _NAMES:
            return True
        return self.front or self.behind or bool(_ASSIGNED.search(self.text, max(0, self.at - 4), self.at))
