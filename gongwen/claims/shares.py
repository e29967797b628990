"""份额: a share's part and its whole: 占…的, 总投入的30%, 90%的企业."""

from __future__ import annotations

import re

from gongwen.claims.cases import Beside, Case, Metric
from gongwen.claims.context import Site
from gongwen.claims.stretch import Stretch, clause_before, trim
from gongwen.claims.subjects import given_before, maybe, subject_of, topic_before

# 按实际投入的, 由财政按照…的, 可按不低于采购额的: by which whole a sum is reckoned.
_BY = re.compile("[^，]{0,30}?(?<![按依])(?:按照?|依照|不[超高低少][过于]|给予)(?=[^，]*的$)")
_FIRST = re.compile(
    "(?:由?(?:中央|国家|各?[省市县区])(?:级|本级)?(?:财政)?|由?财政)?[可应须，]?当?(?:按|在|依照|不[超高低少][过于]|给予)"
)
_OF = re.compile(r"占(?!比)|为(?=[^，]*的$)|恢复到")
_BOUND = re.compile(r"(?:原则上)?(?:不[得应]?[低高]于|不[得应]?[超少]过?于?|至少)")


def share_of(text: str, case: Case, beside: Beside) -> Metric:
    """占…的: the part is what came before, the whole what stands between."""
    site, left, right, earlier = case.site, beside.left, beside.right, beside.earlier
    words = text[left[0] : left[1]]
    if not right and not words.endswith("的") and not _OF.search(words):
        return Metric(subject_of(text, left, earlier, site))
    match = _OF.search(words)
    if match:
        whole = trim(text, left[0] + match.end(), left[1])
        subject = _of_which(text, site, words[: match.start()], earlier)
        subject = subject if match.start() else earlier or maybe(clause_before(text, site))
        return Metric((*subject[:2], _bare(text, left, site)), whole)
    if words.endswith("的"):
        return _of_whole(text, case, beside)
    if right and site.found.unit != "":
        return _of_noun(text, case, beside)
    behind = _behind(text, case, left, right)
    return Metric(behind or subject_of(text, left, earlier, site))


_NAME = 4
"""How long the name of a part may be that says nothing of what it is a part of: 其中药费占25%."""


def _of_which(text: str, site: Site, words: str, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The whole of which 其中 tells a part."""
    return earlier[:1] if len(words) <= _NAME and text.startswith("其中", site.begin) else ()


def _of_noun(text: str, case: Case, beside: Beside) -> Metric:
    """给予展位费70%的补助, 90%的企业: what the share is of stands behind it."""
    site, left, right, earlier = case.site, beside.left, beside.right, beside.earlier
    assert right is not None
    if left[0] == left[1]:
        shared = earlier[:1] if earlier and text[earlier[0][1] - 1] == "的" else ()
        return Metric((*shared, right))
    given = given_before(text, site) or (topic_before(text, site) if _FIRST.match(text, site.left) else None)
    return Metric((*maybe(given), left, right), _reckoned(text, left))


def _behind(text: str, case: Case, left: Stretch, right: Stretch | None) -> tuple[Stretch, ...]:
    """Of a fraction what stands behind it: 三分之一的村建有书屋."""
    if right and _LED_IN.fullmatch(text, *left):
        return (right,)
    return (left, right) if right and text.startswith("的", case.site.found.end) else ()


# 应当经三分之二以上业主同意, 逐步实现五分之四的…, 调查表明，四分之三的…: what is a part stands behind.
_LED_IN = re.compile("|[^，。；]{0,8}(?:经|由|实现|确保|允许|使|让|有)|[^，。；]{0,8}(?:显示|表明|统计)")
_RECKONED = re.compile("(?:给予|缴纳|收取|享受|提取|预留|不超过|不低于)(?P<whole>[^，。；的、每]{2,14})$")


def _reckoned(text: str, left: Stretch) -> Stretch | None:
    """给予展位费70%的补助: the whole stands between the act and the number."""
    match = _RECKONED.search(text, *left)
    return match.span("whole") if match else None


def _bare(text: str, left: Stretch, site: Site) -> Stretch:
    """The words in front without the 的 of the number itself: 占总数的七成."""
    ends = text[left[1] - 1] == "的" and not text[left[1] : site.found.start].strip()
    return (left[0], left[1] - 1) if ends else left


# 市级财政承担总投资的: who bears it is named.
_BEARS = re.compile("[^，。；]{2,12}(?:承担|负担|分担)")


def _of_whole(text: str, case: Case, beside: Beside) -> Metric:
    """按实际投入的30%给予补助, 比例不低于总数的1.5%: whose it is, the whole, and what is done."""
    site, left, right, earlier = case.site, beside.left, beside.right, beside.earlier
    words = text[left[0] : left[1]]
    by = _BY.match(words)
    bound = None if by and right else _BOUND.search(words)
    if bound:
        front, whole = (left[0], left[0] + bound.start()), (left[0] + bound.end(), left[1] - 1)
        subject = (front,) if bound.start() else earlier or maybe(clause_before(text, site))
        return Metric((*subject[:2], whole), whole)
    start = _BOUND.match(words, by.end()) if by else None
    whole = (left[0] + (start.end() if start else by.end() if by else 0), left[1] - 1)
    first = _FIRST.match(text, site.left)
    if right and (by or first) and words[0] not in "对向":
        owner = given_before(text, site) or (topic_before(text, site) if first else None)
        return Metric((*maybe(owner), left, right), whole)
    known = () if _BEARS.match(words) else tuple(e for e in earlier[:2] if text[e[0] : e[1]] != words)
    return Metric((left, right) if right else (*known, _bare(text, left, site)), whole)
