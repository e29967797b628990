"""单位对象: the words that say per what a quantity is meant: 每人, 每季度, 每立方米, 人均, 按日, 单个企业."""

from __future__ import annotations

import re

from gongwen.claims.cases import Case
from gongwen.claims.context import Site

_TIMES = "年度|年|月|季度|季|半年|学期|学年|周|日|天|小时|分钟|秒|次"
_THINGS = (
    "位|名|个|家|户|所|座|台|辆|人次|项|件|套|场|期|车次|吨标准煤|人|亩|吨|公里|平方米|平方公里|立方米|千瓦时|千瓦|度|公斤|斤|公顷|头|只|株|床位|床|班|升|米|课时|学时|例|宗|处|村|镇|乡"
    "|县|区|市|校|生|车|船|艘|轮|批|笔|单|份|张|桌|层|间|幢|栋|支|条|队|组|单位|站|岛|园|馆|店|厂|街|路|段|架|部|册|课|节|集|网格|社区|单元|商户|农户|学校|企业|项目|标段|街道|乡镇|点位|科室"
)
# Whose each is: 每个项目, 每名科技特派员; a verb or an adverb ends the noun.
_HEADS = "企业|单位|项目|平台|机构|中心|基地|家庭|园区|社区|集体|学校|医院|商户|农户|经营户|零售点|站点|网点|点位|场所|产品|车辆|工程|村庄|街道|乡镇|班级|岗位|[员师生民工者人童]"
_PER = re.compile(
    rf"每(?:满|增加?|新增)?(?:一|\d+(?:\.\d+)?)?(?:万|千|百)?(?:{_THINGS}|{_TIMES})(?:每(?:{_TIMES}|人|公里|亩|学时|课时|户|平方米))*(?!度)"
    r"|(?:人|户|日|年|月|亩|地|校|村|周|季|床|车|生|师|园|企|单户|单位|师生|家)均|均(?=每)|按(?:日|月|季|次|人|户)(?=[^\W\da-zA-Z_]{0,3}[加计收交缴]|[，\d]|支付|发放|给予|补)"
    r"|单(?:个|户|家|笔|站|宗|项(?!建筑|工程)|次|人|台|辆|座|日|张|件|村)(?:企业|项目|单位|企事业单位|产品|机构|平台|主体|家庭|课题|园区|基地|活动)?(?!位|独|位)"
    r"|(?:^|(?<=[\u4e00-\u9fff，]))各(?=\d|[一二三四五六七八九十]+|(?:指定|明确|确定|选派|选择|推荐|配备|安排|建设|设立|派出|落实)\d)"
)
_CUE = re.compile("[每均按单各]")
_NOUN = re.compile(r"(?:位|名|个|家|所|项)$")
_NAMED = re.compile(rf"[^，。；、：\d]{{0,6}}?(?:{_HEADS})(?:每(?:{_TIMES}))?(?!的)")
_NOUN_END = re.compile(
    r"(?:[^，。；、：\d可将给奖补不最应会按设配约至予有须并由共申选推限提开建承每拥占达]){1,8}(?:每(?:年度?|月|季度|次))?"
)
# 全年平均日交通量, 家庭人均: part of a longer name is no divisor of its own.
_PART_OF = re.compile(r"(?:平均|年平均)$")


def per_of(text: str, site: Site, last: Case | None) -> tuple[int, int] | None:
    """Per what a quantity is meant: said before it, or before the list that it goes on."""
    own = per_before(text, site)
    if own or last is None or last.per is None:
        return own
    before = last.site.found
    goes_on = text.startswith("、", before.end) and before.unit == site.found.unit and last.site.begin == site.begin
    return last.per if goes_on or site.head is not site else None


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
        noun = _NAMED.match(text, end, site.found.start) or _NOUN_END.match(text, end, site.found.start)
        end = noun.end() if noun else end
    return last.start(), end
