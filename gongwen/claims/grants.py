"""给予与收取: of money given or taken, who or what gets or pays it, then the act.

The act stands in front (给予一次性奖励8万元), behind (给予8万元奖励), or was said before a limit (最高30万元); who gets
or pays stands in the clause, or in one before it (对新落户的企业，; 未按时申报的，).
"""

from __future__ import annotations

import re

from gongwen.claims.cases import Beside, Case
from gongwen.claims.context import Site
from gongwen.claims.sides import right_of
from gongwen.claims.stretch import Stretch, acts, is_bare, trim
from gongwen.claims.subjects import given_before, maybe

_LIMITS = frozenset({"at_most", "at_least"})
# 单个企业, 每家企业每年累计: for whom the limit holds, said in few words.
_EACH = re.compile("(?:单[个户家项]?|每)[^，。；]{1,6}?(?:每年|年度|全年|累计|合计)*")
# 可申请, 再给予: the verb without who or what.
_HANDS = re.compile(
    "(?:可以?|应当?|将|均|再|另|并|一次性|依法)*(?:申请|享受|获得|领取|给予|予以|发放|提供|安排|拨付|支付|缴纳)"
)
# 省级给予, 由市财政, 第二年给予: who gives, or when, not who gets it.
_GIVER = re.compile(
    r"由?(?:(?:中央|国家|各?[省市县区])(?:级|本级)?(?:财政|政府)?(?:分别)?|财政|第[一二三四五\d]年度?)+(?:可|再|另|共|给予|予以|安排|一次性|企业|奖励|奖补|补助|补贴|资助)*"
)
# 由主管部门依法处: who punishes, not who pays.
_FINED_BY = re.compile("由[^，。；]{1,24}?(?:部门|机关|机构|局|委员会|委|政府|院)(?:依法|可以?|并?处以?)*")
_WHOM = re.compile("(?:企业|单位|项目|个人|机构|平台|家庭|农户)(?:年度|累计|最高)*")
_GIVES = re.compile("(?:给予|予以|发放|奖励)[^，。；]{0,4}$")
_TO = re.compile("对|向|给(?!予)|为|凡")


def is_money(case: Case) -> bool:
    """Whether it is a sum, or a part of one."""
    return case.site.found.unit.startswith(("元", "%", "倍"))


def grant_of(text: str, case: Case, beside: Beside, cases: list[Case]) -> tuple[Stretch, ...] | None:
    """Who gets or pays, then the act; None where nothing is given or taken."""
    left, right, earlier = _without_whom(text, beside.left), beside.right, beside.earlier
    site, words = case.site, text[left[0] : left[1]]
    own = _own_limit(text, case)
    if own:
        return (own,)
    fined = words.startswith("由") and bool(_FINED_BY.fullmatch(words))
    bare = not words or fined or is_bare(words) or bool(_EACH.fullmatch(words) or _HANDS.fullmatch(words))
    giver = bool(_GIVER.fullmatch(words))
    bare = bare or giver
    act = right or shared(text, case, cases)
    behind = bool(act and (acts().match(text, *act) or _GIVES.search(text, site.left, site.found.start)))
    if not behind and bare and earlier and site.found.bound in _LIMITS and not acts().search(words):
        return _of_limit(text, site, earlier)
    if (
        not behind
        and len(words) < 9
        and site.found.bound in _LIMITS
        and not right
        and earlier
        and text[site.begin - 1] in "，、"
    ):
        tiered = not acts().search(words) and not _SUM.search(words) and acts().match(text, *earlier[-1])
        return (left, earlier[-1]) if tiered else None
    if (
        not behind
        and not giver
        and not (right is None and acts().search(words) and (is_bare(words) or _HANDS.match(words)))
        and not _of_each(text, case, left)
    ):
        return None
    tail = (act,) if act and behind else _of_each(text, case, left)
    if giver and not behind:
        tail = ()
    if words and (not bare or _TO.match(words)):
        named = _TO.match(words) or (words[0] not in "按由" and not is_bare(text[act[0] : act[1]] if act else ""))
        given = None if named else given_before(text, site)
        return (*maybe(given), left, *tail)
    payee = given_before(text, site)
    return (*maybe(payee), *((left,) if words and not fined else ()), *tail) if payee else None


def _own_limit(text: str, case: Case) -> Stretch | None:
    """单个企业最高奖励30万元: a limit that says itself for whom it holds and of what act."""
    site = case.site
    if site.begin != site.left or not _EACH.match(text, site.begin):
        return None
    own = trim(text, site.begin, site.found.start)
    limited = site.found.bound in _LIMITS or text.find("最高", *own) >= 0
    return own if limited and acts().fullmatch(text, *own) else None


def _of_limit(text: str, site: Site, earlier: tuple[Stretch, ...]) -> tuple[Stretch, ...] | None:
    """Who gets what the quantity before gives, and the act: 对…按造价的30%给予补助，最高20万元."""
    if len(earlier) < 2:
        return None
    if not _RECKONED.match(text, *earlier[0]):
        return (earlier[0], earlier[-1])
    return (given_before(text, site) or earlier[0], earlier[-1])


# 省级按照设备购置额的: by what it is reckoned, not who gets it.
_RECKONED = re.compile("[^，。；]{0,8}?(?:按照?|依照|不超过)")
_SUM = re.compile("[额量值费金款价率]$|标准$|比例$|期限?$|限|收入$|面积$|投资$")


def _without_whom(text: str, left: Stretch) -> Stretch:
    """企业最高补贴 behind 每户: the act alone."""
    whom = _WHOM.match(text, *left)
    return (whom.end(), left[1]) if whom and is_bare(text[whom.end() : left[1]]) else left


def _of_each(text: str, case: Case, left: Stretch) -> tuple[Stretch, ...]:
    """新建厂房每平方米补贴300元: the act behind per what."""
    per, end = case.per, case.site.found.start
    act = trim(text, per[1], end) if per and left[1] <= per[0] else None
    return (act,) if act and acts().fullmatch(text, *act) else ()


def shared(text: str, case: Case, cases: list[Case]) -> Stretch | None:
    """What stands behind the last of several limits: 给予不超过三年、最高20万元的贷款."""
    site = case.site
    last = case
    for other in cases[site.index + 1 : site.index + 4]:
        if other.site.begin != site.begin or not text.startswith("、", last.site.found.end):
            break
        last = other
    return right_of(text, last) if last is not case else None


# 按投资额的20%，给予一次性补助: the act behind the comma.
_GIVEN = re.compile(r"，(?P<act>(?:由[^，。；]{1,12})?(?:给予|予以)[^，。；\d]{2,14})(?=[，。；]|$)")


def given_behind(text: str, case: Case) -> Stretch | None:
    """The act of money in the next clause, of a part of a whole: 按…的20%，给予一次性补助."""
    site = case.site
    if text[site.found.end : site.found.end + 1] != "，" or text[site.found.start - 1] != "的":
        return None
    match = _GIVEN.match(text, site.found.end)
    return match.span("act") if match else None
