"""给予与收取: of money given or taken, who or what gets or pays it, then the act.

The act stands in front (给予一次性奖励8万元), behind (给予8万元奖励), or was said before a limit (最高30万元); who gets
or pays stands in the clause, or in one before it (对新落户的企业，; 未按时申报的，).
"""

from __future__ import annotations

import re

from gongwen.claims.cases import Beside, Case
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
    bare = not words or is_bare(words) or bool(_EACH.fullmatch(words) or _HANDS.fullmatch(words))
    act = right or shared(text, case, cases)
    behind = bool(act and (acts().match(text, *act) or _GIVES.search(text, site.left, site.found.start)))
    if not behind and bare and earlier and site.found.bound in _LIMITS and not acts().search(words):
        return (earlier[0], earlier[-1]) if len(earlier) > 1 else None
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
        and not (right is None and acts().search(words) and is_bare(words))
        and not _of_each(text, case, left)
    ):
        return None
    tail = (act,) if act and behind else _of_each(text, case, left)
    if words and (not bare or _TO.match(words)):
        named = _TO.match(words) or (words[0] not in "按由" and not is_bare(text[act[0] : act[1]] if act else ""))
        given = None if named else given_before(text, site)
        return (*maybe(given), left, *tail)
    payee = given_before(text, site)
    return (*maybe(payee), *((left,) if words else ()), *tail) if payee else None


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
