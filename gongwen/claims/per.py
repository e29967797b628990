"""单位对象: the words that say per what a quantity is meant: 每人, 每季度, 每立方米, 人均, 按日, 单个企业."""

from __future__ import annotations

import re

from gongwen.claims.context import Site

_PER = re.compile(
    r"每(?:满|增加?|新增)?(?:一|\d+(?:\.\d+)?)?(?:万|千|百)?"
    r"(?:(?:位|名|个|家|户|所|座|台|辆|人次|项|件|套|次|场|期|车次|吨标准煤|村|年度|年|月|季度|季|半年|周|日|天|小时|人|亩|吨|公里|平方米|平方公里|立方米|千瓦时|千瓦|度|公斤|斤|公顷|头|只|株|床位|床|班|升|米|学期|学年|课时|例|宗|处|村|镇|乡|县|区|市|校|生|车|船|艘|轮|批|笔|单|份|张|桌|层|间|幢|栋|支|条|队|组|单位))"
    r"(?:每(?:年度|年|月|季度|次|日|天|人|周))?(?![度])"
    r"|(?:人|户|日|年|月|亩|地|校|村|周|季|床|车|单户|单位|师生|家)均|均(?=每)|按(?:日|月|季|次|人|户)(?=[\u4e00-\u9fff]{0,3}[加计收交缴]|[，\d]|支付|发放|给予|补)"
    r"|单(?:个|户|家|笔|站|宗|项(?!建筑|工程)|次|人|台|辆|座|日|张|件|村)(?:企业|项目|单位|企事业单位|产品|机构|平台|主体|家庭|课题|园区|基地|活动)?(?!位|独|位)|(?:^|(?<=[\u4e00-\u9fff，]))各(?=\d|[一二三四五六七八九十]+)"
)
_CUE = re.compile("[每均按单各]")
_NOUN = re.compile(r"(?:位|名|个|家|所|项)$")
_NOUN_END = re.compile(
    r"(?:[^，。；、：\d可将给奖补不最应会按设配约至予有须并由共申选推限提开建承每拥占达]){1,8}(?:每(?:年度?|月|季度|次))?"
)
# 全年平均日交通量, 家庭人均: part of a longer name is no divisor of its own.
_PART_OF = re.compile(r"(?:平均|年平均)$")


def per_before(text: str, site: Site) -> tuple[int, int] | None:
    """The last words before a quantity, in its clause, that say per what it is meant."""
    cue = _CUE.search(text, site.left, site.found.number)
    if cue is None:
        return None
    last = None
    for match in _PER.finditer(text, max(site.left, cue.start() - 2), site.found.number):
        last = match
    if last is None and site.left > site.begin and site.head is site:
        return None
    if last is None:
        return None
    end = last.end()
    if _NOUN.search(last.group()):
        noun = _NOUN_END.match(text, end, site.found.start)
        end = noun.end() if noun else end
    return last.start(), end
