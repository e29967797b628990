"""界限: the words before and behind a number that bound it."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from gongwen.claims.words import alternatives, table
from gongwen.model.claim import Bound

_LONGEST = 18
# What may stand between a bounding word and its number: 超过了, 约为, 最高可达.
_BETWEEN = "(?:过了|了|为|达到|达|到|可达|至|在|：|再)?"
# 不得低于, 不宜小于, 不应超过 say what 不低于, 不小于, 不超过 say.
_MODAL = "[得应宜能可会该]?"


def _pattern(words: list[str]) -> str:
    """The words, those that begin with 不 also with 得, 应, 宜 between."""
    denied = alternatives([w[1:] for w in words if w.startswith("不")])
    others = alternatives([w for w in words if not w.startswith("不")]).replace("不", f"不{_MODAL}")
    return f"不{_MODAL}(?:{denied})|{others}"


@cache
def _table(name: str) -> dict[str, Bound]:
    rows = table("bounds")[name]
    return {word: cast("Bound", bound) for bound, words in rows.items() for word in words.split()}


@cache
def _before() -> re.Pattern[str]:
    words = _pattern(list(_table("before")))
    return re.compile(rf"(?P<word>{words}){_BETWEEN} ?$")


@cache
def _last_characters() -> frozenset[str]:
    """The characters that may stand right before a number that is bounded."""
    return frozenset(w[-1] for w in _table("before")) | frozenset("了为达到可至在：再 ")


@cache
def _behind() -> re.Pattern[str]:
    # 3年内 but not 3个省内, 5家内资企业
    inside = r"(?<=[日天年月周时钟])内(?![部容置蒙陆环])|内(?![部外容地需设置在有服蒙资科陆环河海])"
    words = alternatives(_table("behind"))
    return re.compile(rf" ?(?P<word>{words}|{inside})(?P<incl>（[^（）]{{0,4}}含[^（）]{{0,8}}）)?")


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_pattern(list(_table('apart')))})(?!(?<=最[低高])(?:生活|工资|收入|人民|[气水]温|峰|[水潮]位|流量|风[速力]|海拔|负荷|成交|得分|单日|浓度|积雪|降[水雨]))"
    )


def _passes(text: str, at: int) -> bool:
    """收入过百亿元 is over; 办理过3次 is not, and 超过, 经过, 通过 are words of their own."""
    before = text[at - 2 : at - 1]
    return before in _MEASURES or (text[at] in "百千万亿" and before not in _PASSING)


_MEASURES = frozenset("入值模收量额资口数益")
_PASSING = frozenset("超经通不路渡度")
_STRIP = re.compile("(?<=不)[得应宜能可会该](?=.)")


# 签约1.2万人 is no 约, 附近3家 no 近.
_OTHER = re.compile(
    "[签合节公条契租预邀续解履违特集简缔践]约|[附邻临就最亲贴靠]近|[赶反]超|[剩其业残结多]余|[充坐装住爆挤圆美布占贴丰饱届期]满"
)
# 不同时担任超过3个: what may not be more than that is at most that.
_DENIED = re.compile("不[得能可应]?(?:同时|重复|一次|累计|连续)[^，。；、不]{0,4}$")
# 在500元限额内, 按每床日40元的限额支付
_LIMITED = re.compile("的?(?:最高)?(?:限额|限价|上限|限度)")
_LIMITED_FIRST = frozenset("的最限上")
# 限报2项, 仅限申报1个; 期限3年, 有限3家 are none
_RATIONED = re.compile(
    "(?<![期年时权上下有无界局门极受额])限(?:申报|推荐|申请|参与|参加|承担|作为|报送|购买|填报|报|选|填|购)?$|只能[^，。；\\d]{1,4}$"
)
_RATIONING = re.compile("限|只能")


def bound_before(text: str, at: int) -> tuple[int, Bound] | None:
    """The bounding words that end where a number begins: where they begin, what they say."""
    if not at or text[at - 1] in "，。；、":
        return None
    if text[at - 1] == "过" and _passes(text, at):
        return at - 1, "over"
    if text[at - 1] == "上":
        return (at - 1, "over") if text[at : at + 1] in "百千万亿" else None
    if text[at - 1] not in _last_characters():
        return None
    match = _before().search(text, max(0, at - _LONGEST), at)
    if match is None or _is_none(text, match):
        return None
    more = _before().search(text, max(0, match.start() - _LONGEST), match.start())  # 最高不超过
    more = None if more and _is_none(text, more) else more
    return (more or match).start(), _table("before")[_STRIP.sub("", match["word"])]


def _is_none(text: str, match: re.Match[str]) -> bool:
    """Whether a bounding word is the end of another, or denied further left: 签约, 不同时担任超过."""
    at = match.start()
    denied = match["word"] in _GREATER and _DENIED.search(text, max(0, at - 8), at)
    return bool(denied or _OTHER.match(text, max(0, at - 1)))


def bound_behind(text: str, at: int) -> tuple[int, Bound] | None:
    """The bounding words that begin where a quantity ends: where they end, what they say."""
    match = _behind().match(text, at + 1 if text.startswith(_TERM, at) else at)
    if match is None:
        return None
    return match.end(), _table("behind").get(match["word"], "at_most")


# 3年期以上贷款, 3年期及以上项目
_TERM = ("期以上", "期及以上", "期以下", "期及以下")
_GREATER = frozenset({"超过", "高于", "大于", "多于", "超出"})


# 超过上年10%的: by how much, no bound.
_MORE = re.compile("[上去前]年|同期|计划|[^的]{2}年")


def bound_apart(text: str, begin: int, at: int, end: int, unit: str) -> Bound | None:
    """The bounding word that stands apart: 不高于总造价的25%, 最多补贴60万元, 500元限额内, 限报2项, 不同时担任超过3个."""
    if (text[end : end + 1] in _LIMITED_FIRST and _LIMITED.match(text, end)) or (
        _RATIONING.search(text, max(begin, at - 6), at) and _RATIONED.search(text, max(begin, at - 7), at)
    ):
        return "at_most"
    if text[at - 2 : at] in _GREATER and _DENIED.search(text, max(begin, at - 10), at - 2):
        return "at_most"
    matches = list(_apart().finditer(text, begin, at))
    if not matches:
        return None
    match = matches[-1]
    between = text[match.end() : at]
    word = _STRIP.sub("", match.group())
    near = len(between) <= 6 and word in {
        "至少",
        "最高",
        "最多",
        "最长",
        "最低",
        "最少",
        "上限",
        "最高限价",
        "限高",
        "最大使用量",
    }
    governed = len(between) <= 24 and (between.endswith(("的", "的 ")) or unit == "%" or "每" in between)
    if word in {"约", "约占", "超过", "不足"} and not between.rstrip().endswith("的"):
        part = word in {"超过", "不足"} and unit == "%" and len(between) > 1 and text.startswith("的", end)
        return _table("apart")[word] if part and not _MORE.search(between) else None
    return _table("apart")[word] if near or governed else None
