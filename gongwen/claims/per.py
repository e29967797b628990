"""单位对象: the words that say per what a quantity is meant: 每人, 每季度, 每立方米, 人均, 按日, 单个企业."""

from __future__ import annotations

import re

from gongwen.claims.context import Site

_TIMES = r"年度|年|个?月|季度|季|半年|学期|学年|届|周|日|天|小时|分钟|秒|次|(?:纳税|会计|自然|考核|预算)年度|考期|任期"
_THINGS = (
    "位|名|个|家|户|所|座|台|辆|人次|人|项|件|套|场|期|车次|车日|吨标准煤|吨|床日|床位|床|亩|公里|平方米|平方公里|立方米|千瓦时|千瓦|度|公斤|斤|公顷|头|只|株|班|升|毫升|米|课时|学时|学分|例|宗|处|村|镇|乡"
    "|县|区|市|校|生|车|船|艘|轮|批|笔|单|份|张|桌|层|间|幢|栋|支|条|队|组|单位|站|岛|园|馆|店|厂|街|路|段|架|部|册|课|节|集|网格|社区|单元|商户|农户|学校|企业|项目|标段|街道|乡镇|点位|科室|科|门|岗|员|房"
    "|平方公尺|羽|匹|枚|盒|瓶|袋|箱|标准箱|孔|口|卷|点|片|棵|尾|师|师生|机构|专业|方向|窗口|家庭|元"
)
# Whose each is: 每个项目, 每名科技特派员; a verb or an adverb ends the noun.
_HEADS = "企业|单位|项目|平台|机构|中心|基地|家庭|园区|社区|集体|学校|医院|商户|农户|经营户|零售点|站点|网点|点位|场所|产品|车辆|工程|村庄|街道|乡镇|班级|岗位|任务|课题|专业|子女|专家|团队|主体|[员师生民工者人童]"
# What is counted by the hundred or thousand: 每万人口, 每百元营业收入.
_OF_MANY = "人口|劳动者|老年人口|老年人|常住人口|就业人员|职工|居民|学生|儿童|婴儿|机动车|营业收入|主营业务收入|资产|产值|增加值|销售收入|收入"
_PER = re.compile(
    rf"每(?:(?:满|增加?|新增|超过?)?(?:一|\d+(?:\.\d+)?)?[十百千万]{{0,2}}(?:{_THINGS}|{_TIMES})|[百千万]?家)(?:每(?:{_TIMES}|{_THINGS}))*(?!度|位数)"
    # 人均, 亩均; 负责人均, 农户均, 2023年均 are none
    r"|(?<![责请办荐告定诉纳表用任])人均|(?<![农用商困住账])户均|(?<![每近两三四五六七八九十\d])[年日月]均|(?<![学医新研考])生均|(?<![批层档梯])次均"
    r"|(?<![车现])场均|(?<![汽动])车均|[亩地村周季床企]均|(?<!学)校均|(?<!校)园均|(?<!教)师均|单户均"
    r"|按(?:日|月|季|次|人|户|天|件)(?=[^\W\da-zA-Z_]{0,3}[加计收交缴]|[，\d]|支付|发放|给予|补)"
    r"|单(?:个|户|家|笔|站|宗|项(?!建筑|工程)|次|人|台|辆|座|日|张|件|村|株|只|套|批|班|组|校)(?:企业|项目|单位|企事业单位|产品|机构|平台|主体|家庭|课题|园区|基地|活动)?(?!位|独|位)"
    # 同一申请人最多申报2项, 一家企业限报1个
    rf"|同?一(?:位|名|家|户|个|所)?[^\W\da-zA-Z_]{{0,6}}?(?:{_HEADS})(?=(?:原则上)?(?:每年)?(?:限|最多|至多|不得|只能|不同时|不超过|仅限))"
    # 各市推荐不超过2个
    r"|各(?=[省市县区州地校单院部高][^，。；：]{0,12}(?:推荐|申报|限|至少|不超过|不少于|不得|选派|报送|遴选|上报|推选|配备|设立)[^，。；：\d]{0,6}\d)"
    # 各派2名, 各不少于3次
    r"|(?<![的是])各(?=\d|[一二三四五六七八九十]+|(?![省市县区乡镇村级类地部委办局单有种项方个家位名界族民行门段站所院校系科厅园])[^\W\da-zA-Z_]{1,4}\d)"
)
_CUE = re.compile("[每均按单各一]")
_COUNTED = re.compile(r"(?:位|名|个|家|所|项)$")
_MANY = re.compile(r"[百千万](?:人|名|元|辆)$")
_NAMED_MANY = re.compile(_OF_MANY)
_NAMED = re.compile(rf"[^，。；、：\d]{{0,6}}?(?:{_HEADS})(?:每(?:{_TIMES}))?(?!的)")
_NOUN_END = re.compile(
    r"(?:[^，。；、：\d可将给奖补不最应会按设配约至予有须并由共申选推限提开建承每拥占达只仅均都已还原累低超派]){1,8}(?:每(?:年度?|月|季度|次))?"
)
# 占日均客流的11.8%: what the whole is meant per.
_OF_WHOLE = re.compile("占[^，。；]{0,4}$")
# 每亩成本超过1500元，而补助只有850元: the next clause goes on with the same.
_TURNED = re.compile("[^，。；\\d]{0,6}(?:至|到|为)")
_SHORT = 10
_GOES_ON = re.compile("其中|而|低于|高于")


Stretch = tuple[int, int]


def pers_of(text: str, sites: list[Site]) -> list[Stretch | None]:
    """Per what each quantity is meant."""
    out: list[Stretch | None] = []
    for site in sites:
        last = sites[site.index - 1] if site.index else None
        out.append(_per_of(text, site, last, out[-1] if out else None))
    return out


def _per_of(text: str, site: Site, last: Site | None, before: Stretch | None) -> Stretch | None:
    """Said before it, or before the list that it goes on."""
    own = per_before(text, site, last)
    if own or last is None or before is None:
        return own or _clause_before(text, site)
    return before if _shares(text, site, last) else None


def _shares(text: str, site: Site, last: Site) -> bool:
    """Whether a quantity goes on with what the one before is meant per."""
    if site.head is not site:
        return True
    if last.found.unit != site.found.unit:
        return False
    if last.begin == site.begin:
        end = last.found.end
        return text.startswith("、", end) or bool(_TURNED.fullmatch(text, end, site.found.start))
    return last.end + 1 == site.begin and site.left == site.begin and bool(_GOES_ON.match(text, site.begin))


def _clause_before(text: str, site: Site) -> Stretch | None:
    """每增加1人，基数增加36立方米: a clause before that says nothing else."""
    end = site.begin - 1
    if site.left > site.begin or end <= site.sentence or text[end] != "，":
        return None
    begin = max(text.rfind(c, site.sentence, end) for c in "，；：（") + 1 or site.sentence
    begin = max(begin, site.sentence)
    if text.startswith("每", begin) and end - begin <= _SHORT:
        return begin, end
    if text[end - 1] != "时" or "每" not in text[begin:end]:
        return None
    return _last(text, begin, end)


def per_before(text: str, site: Site, last: Site | None) -> Stretch | None:
    """The last words before a quantity, in its clause, that say per what it is meant."""
    left = site.left
    if last and last.begin == site.begin and text[last.found.number - 1] == "每":
        left = last.found.number - 1  # 每5年修订1次
    cue = _CUE.search(text, left, site.found.number)
    if cue is None:
        return None
    found = _last(text, max(left, cue.start() - 2), site.found.number)
    return None if found is None or _is_of_whole(text, site, found[0]) else found


def _last(text: str, begin: int, end: int) -> Stretch | None:
    """The last words in a stretch that say per what, those that meet made one: 每个子女每月."""
    found = None
    for match in _PER.finditer(text, begin, min(end + 1, len(text))):
        stop = _named(text, match.start(), match.end(), end)
        if match.end() <= end and not (found and match.end() <= found[1]):
            found = (found[0] if found and found[1] == match.start() else match.start()), stop
    return found


def _is_of_whole(text: str, site: Site, at: int) -> bool:
    of = site.found.start and text[site.found.start - 1] == "的"
    return bool(of and _OF_WHOLE.search(text, site.left, at))


def _named(text: str, begin: int, end: int, stop: int) -> int:
    """Where the words end, the noun included that a counting word stands for: 每个课题, 每万人口, 每百元营业收入."""
    if text[begin] == "同" or text[begin] == "一":
        return end
    if _MANY.search(text, begin, end):
        noun = _NAMED_MANY.match(text, end if text[end - 1] != "人" or not text.startswith("口", end) else end - 1, stop)
    elif _COUNTED.search(text, begin, end):
        noun = _NAMED.match(text, end, stop) or _NOUN_END.match(text, end, stop)
    else:
        return end
    return noun.end() if noun else end
