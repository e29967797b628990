"""Stretches of a paragraph, and the words at their ends that name nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongwen.claims.context import Site
from gongwen.claims.segment import word_at
from gongwen.claims.times import time_at
from gongwen.claims.words import alternatives, table

Stretch = tuple[int, int]
LIMIT = 34
"""How long a stretch may be that names a metric."""
_TAIL_WINDOW = 8


@dataclass(frozen=True, slots=True)
class _Patterns:
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    bare: frozenset[str]
    nouns: frozenset[str]
    measures: re.Pattern[str]
    acts: re.Pattern[str]


_OPENING = r"\d一二三四五六七八九十（(经据在按前我各，、：“ "
"""The characters that what follows may begin with."""
_CIRCUMSTANCE = (
    r"[两三四五六七八九十]年(?=累计|合计|总计|共)|[一二三四五六七八九十]{1,3}、(?=[^\W\da-zA-Z_一二三四五六七八九十])|\d{1,3}[．.、](?=[^\W\da-zA-Z_])|[（(][\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}时(?:\d{1,2}分)?许?"
    r"|[经据](?:初步|不完全)?(?:统计|核算|测算|估算|预测|监测|摸底|调查)，?"
    r"|在[^，。；、\d]{1,14}(?:期间|过程中|框架下|基础上|前提下|情况下|背景下|的同时|方面)，?|按[^，。；\d]{1,8}[分看]，"
    r"|前[一二三两\d]年(?=给予|按|免)|我[局市省县区委院厅部会](?=共|已|累计|先后|现)"
    r"|各(?![地省市县区级部单有类种项方个家位名])|[，、：（“ ]"
)
"""In front of what is measured: numbers of items, hours, circumstances."""


@cache
def _patterns() -> _Patterns:
    words = table("metric")
    lead = _guarded(words["lead"], words["lead_guard"], "(?![{}])")
    tail = _guarded(words["tail"], words["tail_guard"], "(?<![{}].)")
    return _Patterns(
        re.compile(rf"(?=[{_firsts(words['lead'])}{_OPENING}])(?:{lead}|{_CIRCUMSTANCE})(?![率量区])"),
        re.compile(rf"(?=[{_firsts(words['tail'])} （“：，])(?:{tail}|[ （“：，])$"),
        frozenset(words["bare"].split()),
        frozenset(words["bare_nouns"].split()),
        re.compile(rf"(?:{alternatives(words['modifiers'].split())})*(?:{alternatives(words['measures'].split())})+$"),
        re.compile(rf"[^，。；、\d]{{0,8}}(?:{alternatives(words['acts'].split())})"),
    )


def _firsts(words: str) -> str:
    """The characters that the words begin with, so that the engine looks no further at any other place."""
    return "".join(sorted({re.escape(w[0]) for w in words.split()}))


def _guarded(words: str, guards: dict[str, str], form: str) -> str:
    """The words, longest first, each with the characters beside which it is part of another word."""
    ordered = sorted(words.split(), key=len, reverse=True)
    return "|".join(re.escape(w) + (form.format(guards[w]) if w in guards else "") for w in ordered)


def trim(text: str, begin: int, end: int, *, keep_of: bool = False) -> Stretch:
    """A stretch without the words at its ends that belong to no metric."""
    patterns = _patterns()
    while begin < end:
        timed = time_at(text, begin, end)
        match = None if timed > begin else patterns.lead.match(text, begin, end)
        if timed == begin and (match is None or (text[begin] == "“" and text.find("”", begin, end) > 0)):
            break
        begin = match.end() if match else timed
    while begin < end:
        if not keep_of and text[end - 1] == "的":
            end -= 1
            continue
        match = patterns.tail.search(text, max(begin, end - _TAIL_WINDOW), end)
        if match is None or match.start() == end:
            break
        end = match.start()
    return begin, max(begin, end)


def cut(text: str, begin: int, end: int, limit: int = LIMIT) -> int:
    """Where a stretch ends that may have so many characters: before the word that goes beyond."""
    return end if end - begin <= limit else word_at(text, begin + limit, begin, end)


def cut_front(text: str, begin: int, end: int) -> int:
    """Where a stretch begins that may have so many characters: with the word that the limit falls in."""
    return begin if end - begin <= LIMIT else word_at(text, end - LIMIT, begin, end)


def is_bare(words: str) -> bool:
    """Whether words name nothing alone: 奖励, 占比, 死亡, or a single character."""
    return len(words) < 2 or words in _patterns().bare or is_bare_noun(words) or bool(_ACT.fullmatch(words))


def is_bare_noun(words: str) -> bool:
    """Whether words measure something that they do not name: 期限, 增幅."""
    return words in _patterns().nouns


# 由主管部门依法处, 可给予一次性: an act without the one whom it meets.
_ACT = re.compile(
    r"(?:逾期[不未仍][^，]{1,6}|拒不[^，]{1,4}?|情节(?:较重|较轻|严重|特别严重|轻微))的?(?:由[^，]{2,20}?)?(?:可|依法|并?处以?|罚款)*|由[^，]{2,20}(?:部门|机关|机构|局|委|政府|院)|(?:由[^，]{2,20}?)?(?:可以?|将|再|另|增加|延长|依法|一次性|给予|予以|最高|财政|资金|的|处以?|并处|奖励|补助|补贴|资助|奖补|罚款|扶持|连续|暂停|拘留|支持|每家企业|每年|责令)+"
)


def is_measure(words: str) -> bool:
    """Whether words are a noun that measures: 收入, 面积."""
    return bool(_patterns().measures.fullmatch(words))


def acts() -> re.Pattern[str]:
    """The acts by which money is given or taken, near the beginning of a stretch."""
    return _patterns().acts


def measure(text: str, begin: int, end: int) -> Stretch | None:
    """The noun that measures at the end of a stretch: 产量 of 锂电池产量."""
    match = _patterns().measures.search(text, begin, end)
    return match.span() if match and match.start() > begin else None


_STOPS = "，；：（。"


def clause_before(text: str, site: Site) -> Stretch | None:
    """The clause before, in the same sentence."""
    end = site.begin - 1
    if end <= site.sentence:
        return None
    begin = max(text.rfind(c, site.sentence, end) for c in _STOPS) + 1
    stretch = trim(text, max(begin, site.sentence), end)
    named = stretch[1] > stretch[0] and text[stretch[0]] not in _BY
    return (stretch[0], cut(text, *stretch)) if named else None


_VERB = re.compile(
    "已|于(?=\\d)|将|拟|(?<!擅)自(?!然|治|主|用|动|来|建|身|愿|贸|有|选|行)|以(?![上下内外及来])|计划|共|主要|(?<![需主重必])要|实现|完成|开工|建成|投入|采取|位于|由于|因|受到|通过|应|是|有(?!限)|为(?!期)|在|，"
)


def opening(text: str, site: Site) -> Stretch | None:
    """What the sentence opens with, to its first verb: the subject of what follows."""
    begin, end = trim(text, site.sentence, site.begin)
    stop = _VERB.search(text, begin + 1, end)
    end = cut(text, begin, stop.start() if stop else end, 20)
    return (begin, end) if end - begin >= 2 and text[begin] not in _BY else None


# 以专职人员为主: how, not who.
_BY = "以按经由"
