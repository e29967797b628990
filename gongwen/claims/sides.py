"""左右: the words on either side of a quantity that name what is measured."""

from __future__ import annotations

import re

from gongwen.claims.cases import Case
from gongwen.claims.context import Site
from gongwen.claims.kinds import TIMES
from gongwen.claims.segment import word_at
from gongwen.claims.stretch import LIMIT, Stretch, cut_front, is_bare, is_bare_noun, is_measure, trim

_OF_TIME = re.compile(
    r"(?:[由从是](?![^，。；]*按)|相当于|(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|回落|压缩|缩短|升|降|增|减)[到至为])[^，。；]{0,10}的$"
)
_PLACED = re.compile("(?:位居|位列|排名|名列|居|列|排在?|跃居)[^，。；]{0,14}$")
_CHOOSING = re.compile(
    "(?:重点)?支持|(?<![面相])对于?(?![外口])|针对|培育|打造|以外的|禁止|(?<![扣减免解清排删拆消])除|、|具有|具备|取得|是指|从|并|且|若|如果?(?![何期])|(?:扩展|扩大|放宽|调整)[至到为]|发生(?![前后时])|配备|(?<=[上下内])或者?|其(?!他它余)"
)


def _begin(text: str, case: Case, cases: list[Case]) -> int:
    """营收超2亿元园区3个: a threshold before belongs to what is counted."""
    site = case.site
    after = site.index and site.left > site.begin and cases[site.index - 1].modality == "condition"
    if after and (case.modality != "condition" or text[site.left] == "的"):
        return site.begin
    if site.left > site.begin and text[site.left : site.left + 1] not in {"、", "和", "及"}:
        stops = list(_NEXT.finditer(text, site.left, site.found.start))
        if stops:
            return stops[-1].end()
    if case.kind.basis or text.find("年", site.left, site.found.start) < 0:
        return site.left
    times = list(_AT.finditer(text, site.left, site.found.start))
    if not times:
        return site.left
    return site.left if _subject_only(text, site, times[-1].start(), times[-1].end()) else times[-1].end()


def _subject_only(text: str, site: Site, begin: int, end: int) -> bool:
    """亩均税收在2025年底前达到: the words stand before the time, none behind it."""
    own, rest = trim(text, site.left, begin), trim(text, end, site.found.start)
    return own[1] - own[0] > 1 and rest[1] - rest[0] < 2


# 6个育苗基地、40个苗圃: the noun behind the quantity before is its own.
_NEXT = re.compile("、|以?及(?![时早格])|(?<![共调总缓])和(?![解平谐])")
# 本局计划于2025年在… : who acts and when stand before what is measured.
_AT = re.compile(r"(?:拟|计划|将)?(?:于|在) ?\d{4} ?(?:—\d{4} ?)?年(?:\d{1,2}月)?(?:[底末初]?之?[前后])?")


def left_of(text: str, case: Case, cases: list[Case]) -> Stretch:
    """The words in front of a number that name what is measured."""
    site, kind, per = case.site, case.kind, case.per
    begin, end = _begin(text, case, cases), site.found.start
    if kind.word is not None and begin <= kind.word <= end:
        end = kind.word
    if kind.basis and begin <= kind.basis[0] < end:
        end = kind.basis[0]
    ranked = _PLACED.search(text, begin, end) if kind.kind == "rank" else None
    if ranked:
        end = ranked.start()
    at = per[0] if per and begin <= per[0] and per[1] == end else end
    turn = _OF_TIME.search(text, begin, at)
    if turn:
        end = turn.start()
    if per and begin <= per[0] and per[1] <= end:
        begin, end = _without_per(text, begin, end, per)
    begin, end = _trimmed(text, case, begin, _without_term(text, case, begin, end))
    if sets_threshold(text, case):
        begin = _chosen_from(text, begin, end)
    return _shortened(text, begin, end), end


# 公告期为自发布之日起7日, 有效期自印发之日起3年: from when, not what.
_SINCE = re.compile("(?:期|期限|时间|年限)(?P<since>[为是]?自[^，。；]{2,16}起$)")
_POINTS = frozenset({"基点", "百分点"})
# 利率为同期贷款市场报价利率加50个基点: by what it is reckoned.
_SPREAD = re.compile("(?:为|按照?|以|在)[^，。；]{2,40}[加减]$")


def _without_term(text: str, case: Case, begin: int, end: int) -> int:
    """Where what is measured ends before words that say from when, by what or at what time."""
    unit = case.site.found.unit
    if case.kind.kind == "duration" and text[end - 1] == "起":
        since = _SINCE.search(text, begin, end)
        end = since.start("since") if since else end
    elif unit in _POINTS:
        spread = _SPREAD.search(text, begin, end)
        end = spread.start() if spread and spread.start() > begin else end
    timed = _AT.search(text, begin, end)
    return timed.start() if timed and _subject_only(text, case.site, timed.start(), timed.end()) else end


def _trimmed(text: str, case: Case, begin: int, end: int) -> Stretch:
    """The words without those at their ends that name nothing: 实现 stays, the 的 behind per what goes."""
    first, per = begin, case.per
    begin, end = trim(text, begin, end, keep_of=case.kind.kind == "share")
    if begin - 2 >= first and end - begin > 1 and _achieves(text, begin, case):
        begin -= 2
    if per and begin == per[1] and text.startswith("的", begin, end):
        begin += 1
    return begin, end


def _achieves(text: str, begin: int, case: Case) -> bool:
    """实现产值9亿元: the verb belongs to a sum or count, not to a rate or a change."""
    return text.startswith("实现", begin - 2) and case.kind.kind == "level" and case.site.found.unit != "%"


# 具有3年以上工作经历, 100元以下的部分: thresholds, whatever the sentence does with them.
_HAS = re.compile("(?:具有|具备)$")
_PART = re.compile("的?部分(?![^，。；、])")


def sets_threshold(text: str, case: Case) -> bool:
    """Whether a quantity bounds an attribute or chooses things."""
    found = case.site.found
    if case.modality == "condition" or _PART.match(text, found.end):
        return True
    return case.kind.kind == "duration" and bool(_HAS.search(text, case.site.left, found.start))


def _chosen_from(text: str, begin: int, end: int) -> int:
    """Where the attribute of a threshold begins: behind the word that chooses, has or turns."""
    stops = [m.end() for m in _CHOOSING.finditer(text, begin, end) if m.end() < end]
    return stops[-1] if stops else begin


def _shortened(text: str, begin: int, end: int) -> int:
    """Where a long stretch begins: at a word's end, if one is near."""
    if end - begin <= LIMIT + _SLACK:
        return begin
    cut = _CUT.search(text, end - LIMIT, end - LIMIT + 14)
    if cut:
        begin = cut.end() + (text[cut.end()] in "、和及")
    else:
        near = max(begin, end - LIMIT - _NEAR)
        cuts = [m.end() for m in _CUT.finditer(text, near, end - LIMIT)]
        begin = cuts[-1] if cuts else begin if near == begin else cut_front(text, begin, end)
    close = text.find("）", begin, end - 3)
    return close + 1 if close >= 0 and text.find("（", begin, close) < 0 else begin


_SLACK = 3
"""How much longer a stretch may be that is not worth cutting."""
_NEAR = 12
"""How much further left a word may end where a longer stretch is cut."""
_CUT = re.compile("[、）的”》]")


def _without_per(text: str, begin: int, end: int, per: Stretch) -> Stretch:
    """What is left of 处理成本为每立方米, 每年轮训工人, 日均客流 without the words that say per what."""
    after = trim(text, per[1], end)
    if is_bare_noun(text[after[0] : after[1]]) and text[per[0]] == "每" and per[0] - begin > 1:
        return begin, end  # 理事会每届任期四年
    if after[1] - after[0] < 2 or is_bare(text[after[0] : after[1]]) or _is_of_per(text, after, per, end):
        front = trim(text, begin, per[0])
        stop = per[0] - 2 if text[per[0] - 2 : per[0] - 1] == "每" and per[0] - 2 > begin else per[0]
        return (begin, stop) if front[1] - front[0] >= 2 else (per[1], end)
    if _TIMELY.search(text, per[0], per[1]) and text[per[0]] == "每":
        front = trim(text, begin, per[0])  # 项目建成后每年可节约费用
        return (begin, end) if front[1] - front[0] > 1 else (per[1], end)
    if text[per[1] - 1] == "均":
        return (per[0] if text[per[0]] in "年月日周季" else begin), end
    if text[per[0]] == "单":
        return (begin if text[per[0] - 1] == "的" and per[0] - begin > _OF else per[0]), end  # 成套住房的单套面积
    return per[1], end


_OF = 3


def _is_of_per(text: str, after: Stretch, per: Stretch, end: int) -> bool:
    """每人每课时, 每张床位: the noun that goes on with per what, right before the number."""
    if text[after[0]] == "每":
        return after[1] - after[0] < 5
    if text[per[1] - 1] not in "张个座台辆间所只头株条项位名块套件":
        return False
    near = after[0] == per[1] and after[1] == end and after[1] - after[0] == 2
    return near and text[per[0]] == "每" and not is_measure(text[after[0] : after[1]])


_TIMELY = re.compile("[年月日天周季]度?$")
_NO_RIGHT = re.compile(
    r"大关|[^\W\da-zA-Z_]{2,5}[至到为](?=\d)|之间|不等|的?速度|的?目标|的?水平|处分|(?:提高|提升|增加|下降|降低|减少|调减|调整|压减|压缩|缩短|扩大|延长|放宽|上调|下调|上升|增长|[降升增减])(?:到(?!位)|至|为)|的期限|的(?=，)"
)


_ENDS = frozenset("，。；：、）（和及与至或为")
# 2年内与申请人存在雇佣关系
_AT_ONCE = re.compile("及[时早]|与[^，。；、\\d]{2,16}(?:存在|有关|相关|发生|签订|保持|建立)")
# 9个骨干渔港（码头）: the other half of a noun.
_ALSO = re.compile(r"（(?![下略含除见])[^（），。；：、\d]{1,4}）")
# 三年为一个周期
_CYCLE = re.compile("为一个?(?=[^，。；\\d]{2})")
# 按每人500元的标准给予补助, 在8万元限额内扣除: what is done by that measure stands behind it.
_MEASURED = re.compile("之间(?=[^，。；、）的和])|的?(?:标准|比例|幅度)(?![为是不达由的])|的(?=限额|额度)")


# 全市186座水库中，有…: among how many.
_AMONG = re.compile("[^，。；、\\d]{1,16}?(?<![高初其])(?=(?:之?中)(?:[，有]|$|[已尚仍]|开工|完成))")


def _among_end(text: str, begin: int, end: int) -> int:
    match = _AMONG.match(text, begin, end)
    return match.end() if match else end


def right_of(text: str, case: Case) -> Stretch | None:
    """The words behind a unit that name what is counted."""
    site = case.site
    begin, end = site.found.end, site.right
    measured = _MEASURED.match(text, begin, end)
    if measured:
        begin = measured.end()
    if text.startswith("人民币", begin, end):
        begin += 3
    cycle = _CYCLE.match(text, begin, end) if site.found.unit in TIMES else None
    if cycle:
        return (cycle.end(), end)
    if begin >= end or (text[begin] in _ENDS and not _AT_ONCE.match(text, begin)) or _NO_RIGHT.match(text, begin, end):
        return None
    if text[begin] == "的":
        begin += 1
    if end == site.end and text.startswith("（", end):
        also = _ALSO.match(text, end)
        end = also.end() if also else end
    end = _among_end(text, begin, end)
    whole, limit = end, begin + LIMIT
    end = min(whole, limit)
    timed = _AT.search(text, begin, end)
    if timed:  # 7座计划于2023年9月开工, 9公里航道于2023年9月疏浚
        begin, end = (timed.end(), end) if timed.start() == begin else (begin, timed.start())
    if end < site.end:
        end = _before_next(text, begin, end)
    if end == limit < whole:
        end = word_at(text, limit, begin, whole)
    return (begin, end) if end > begin else None


def _before_next(text: str, begin: int, end: int) -> int:
    """Where words end behind which another quantity follows: what belongs to it begins at the last 、."""
    stop = text.rfind("、", begin, end)
    end = stop if stop > 0 else end
    while end > begin and text[end - 1] in "和及与或、以的":
        end -= 1
    return end
