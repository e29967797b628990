"""单位对象: the words that say per what a quantity is meant: 每人, 每季度, 每立方米, 人均, 按日, 单个企业."""

from __future__ import annotations

import re

from gongwen.claims.context import Site, is_converted
from gongwen.claims.grammar import DEALING

_TIMES = r"半[年月天]|年度|学年|季度|学期|半年|小时|分钟|个?月|年|季|届|周|日|天|秒|次|考期|任期|旬"
# What is counted or measured one by one.
_THINGS = (
    "[^\\W\\da-zA-Z_]{0,2}年度|吨标准煤|吨公里|平方公里|立方米|平方米|千瓦时|标准箱|标箱|车次|车日|人次|床日|床位|航次|架次|场次|批次|班次|台次|台（套）|套（台）|网格|社区|单元|商户|农户|学校|企业|项目|标段|街道|乡镇|点位|科室"
    "|单位|机构|专业|窗口|家庭|师生|公里|公斤|公顷|千瓦|毫升|课时|学时|学分|英里|海里|位|名|个|家|户|所|座|台|辆|人|项|件|套|场|期|吨|床|亩|度|斤|头|只|株|班|升|米|例|宗|处|村|镇|乡|县|区|市|省|校|生|车|船|艘|轮|批|笔|单|份|张"
    "|课题|赛项|奖项|品种|产品|团队|县区|市县|盟市|州市|学院|教师|学生|职工|专家|证|股|剂|趟|桌|层|间|幢|栋|支|条|队|组|站|岛|园|馆|店|厂|街|路|段|架|部|册|课|节|集|科|门|岗|员|房|羽|匹|枚|盒|瓶|袋|箱|孔|口|卷|点|片|棵|尾|师|起|票|元|篇|组|字|页"
)
# Counting words that stand for a noun behind them: 每个课题, 每家企业.
_COUNTED = "支|篇|位|名|个|家|所|项|件|条|起|门|票|份|张|台|辆|座|艘|套|间|栋|幢|\\d平方米|\\d吨|\\d亩|\\d公里|\\d人"
# Where the noun ends: an act, a bound, or what is measured of it.
_STOPS = (
    "补|奖|资助|给|配|扣|加[\\d收价分]|收[费取\\d]|罚|支付|赔|不|应|可|最|[为限按由至均总共达提享开组举用减增约须需安投推承申派予以内每支各年月日将]|设(?![备施])|建(?!筑)|发(?![明电])|成(?![果员])|担保|授信|平均|合计|面积|成本|价格|费用|租金|金额|产量|收入|投资|规模|比例|数量|时长|高度|长度|宽度"
    "|教学(?!班)|指导|选(?![手题])|实施|聘|仅|只|已|都|也|则|作为|经营(?![户主体者])|原则|低|超|累|的|中|拥|占|[\\d，。；、：（一二三四五六七八九十两]|$"
)
_PER = re.compile(
    rf"每(?:(?:{DEALING})?(?:一|\d+(?:\.\d+)?)?[十百千万]{{0,2}}(?:{_THINGS}|{_TIMES})|[百千万]?家)(?!度|位数|均|\d{{1,2}}(?:时(?!间)|：\d))"
    # 人均, 亩均; 负责人均, 农户均, 2023年均 are none
    r"|(?<![责请办荐告定诉纳表用任])人均|(?<![农用商困住账])户均|(?<![每近两三四五六七八九十\d])[年日月]均|(?<![学医新研考])生均|(?<![批层档梯])次均"
    r"|(?<![车现])场均|(?<![汽动])车均|(?<![文条案物零软硬部邮证])件均|[亩地村周季床企班]均|(?<!学)校均|(?<!校)园均|(?<!教)师均|单户均"
    r"|按(?:日|月|季|次|人|户|天|件)(?=[加计][收算]|收[取费]|缴|交|[，\d]|支付|发放|给予|补)"
    r"|单(?:(?:个|家|项)[^\W\da-zA-Z_]{0,4}?(?:企业|项目|单位|产品|机构|平台|主体|家庭|课题|园区|基地|活动|任务|课程|合同|采购|申请人|法人|品种)|(?:个|户|家|笔|站|宗|项(?!建筑|工程|合同|采购)|次|人(?![户间房床份])|台|辆|座|日|张|件|村|株|只|套|批|班|组|校)(?!位|独|位))"
    # 同一申请人最多申报2项, 一家企业限报1个
    rf"|同?一(?:位|名|家|户|个|所)?[^\W\da-zA-Z_]{{0,6}}?(?:企业|单位|项目|机构|家庭|学校|专家|团队|主体|申请人|法人|选手|[员师生民工者人])(?=(?:原则上)?(?:每年)?(?:限|最多|最高|至多|不得|只能|不同时|不超过|仅限))"
    # 各市推荐不超过2个
    r"|各(?=[省市县区州地校单院部高乡镇设][^，。；：比较]{0,12}(?:推荐|申报|(?<!期)限|至少|不超过|不少于|不得|选派|报送|遴选|上报|推选|配备|设立)[^，。；：\d]{0,6}\d)"
    # 各派2名, 各不少于3次
    r"|(?<![的是])各(?=\d|[一二三四五六七八九十]+|(?![省市县区乡镇村级类地部委办局单有种项方个家位名界族民行门段站所院校系科厅园])[^\W\da-zA-Z_]{1,4}\d)"
)
_CUE = re.compile("[每均按单各一](?:(?<!一)|(?=[位名家户个所人单企申选]))")
# 每个省（区、市）
_ALSO = re.compile("（(?:自治区|直辖市|[市县区旗州省、])+）")
_NAMED = re.compile(rf"每(?:.*?)(?:{_COUNTED})$")
# What is counted by the hundred or thousand: 每万人口, 每百元营业收入.
_MANY = re.compile("每.{0,4}[百千万](?:人|名|元|辆)$")
_OF_MANY = re.compile(
    "(?:常住|老年|户籍)?人口|口|劳动者|老年人|就业人员|职工|居民|学生|儿童|婴儿|营业收入|主营业务收入|资产|(?:工业)?(?:总产值|产值|增加值)|地区生产总值|销售收入|收入"
)
_DEALT = re.compile(rf"每(?:{DEALING})?$")
# Nouns that hold a character at which others end.
_HEADS = "企业|单位|项目|平台|机构|中心|基地|家庭|园区|社区|集体|学校|中学|医院|商户|农户|低保户|贫困户|经营户|承包户|用户|零售点|站点|网点|点位|场所|产品|车辆|工程|村庄|街道|乡镇|班级|班组|小组|岗位|任务|课题|专业|子女|党支部|支部|支队|开发区|人员|[员师生民工者童]"
_HEADED = re.compile(rf"(?:(?!作为|指导)[^，。；、：\d每补奖给配设]){{0,6}}?(?:{_HEADS})(?!的|产)")
_NOUN = re.compile(rf"[^\W\da-zA-Z_]{{1,8}}?(?={_STOPS})")
_NEVER = re.compile(_STOPS)
# 占日均客流的11.8%: what the whole is meant per.
_OF_WHOLE = re.compile("占[^，。；]{0,4}$")
# 每亩成本超过1500元，而补助只有850元: the next clause goes on with the same.
_TURNED = re.compile("[^，。；\\d]{0,6}(?:至|到|为)(?:\\d{4}年的)?")
# Of figures only what is dealt out: 每增加1人; 每证2000元 says something of its own.
_ONLY_DEALT = re.compile(rf"每(?:{DEALING})?\d*\D*")
_SHORT = 14
_GOES_ON = re.compile("其中|而|低于|高于")
# 单个项目按投资额的10%资助，最高80万元
_CAPPED = re.compile("(?:给予)?(?:最高|最多)(?:不超过|资助|补助|奖励|补贴|给予|支持|可)?$")


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
        return own or _clause_before(text, site) or _behind(text, site)
    return before if _shares(text, site, last, before) else _behind(text, site)


def _behind(text: str, site: Site) -> Stretch | None:
    """50元每人."""
    match = _PER.match(text, site.found.end) if text.startswith("每", site.found.end) else None
    return match.span() if match and _CLOSED.match(text, match.end()) else None


_CLOSED = re.compile("[，。；、）]|的?标准|计[算收]?|$")
_TIMELY = re.compile("[年月日天周季次]度?$")


def _shares(text: str, site: Site, last: Site, before: Stretch) -> bool:
    """Whether a quantity goes on with what the one before is meant per."""
    if site.head is not site:
        return True
    if site.left == site.begin == last.end + 1 and _CAPPED.match(text, site.begin, site.found.number):
        return site.sentence == last.sentence and text[before[0]] in "每单" and not _TIMELY.search(text, *before)
    if is_converted(text, last, site):
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
    if site.left > site.begin or end <= site.sentence or text[end] != "，" or text.find("每", site.sentence, end) < 0:
        return None
    begin = max(text.rfind(c, site.sentence, end) for c in "，；：（") + 1 or site.sentence
    begin = max(begin, site.sentence)
    if text.startswith("每", begin) and end - begin <= _SHORT and _ONLY_DEALT.fullmatch(text, begin, end):
        return begin, end
    if text[end - 1] != "时" or "每" not in text[begin:end]:
        return None
    return _last(text, begin, end)


def per_before(text: str, site: Site, last: Site | None) -> Stretch | None:
    """The last words before a quantity, in its clause, that say per what it is meant."""
    left = site.left
    dealt = _DEALT.search(text, max(0, last.found.start - 4), last.found.start) if last else None
    if dealt and last and last.begin == site.begin:
        left = dealt.start()  # 每5年修订1次
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
        aside = _ALSO.match(text, stop, end) if text.startswith("（", stop) else None
        stop = aside.end() if aside else stop
        if match.end() <= end and not (found and match.end() <= found[1]):
            found = (found[0] if found and found[1] == match.start() else match.start()), stop
    return found


def _is_of_whole(text: str, site: Site, at: int) -> bool:
    of = site.found.start and (text[site.found.start - 1] == "的" or text.find("比重", at, site.found.start) > 0)
    return bool(of and _OF_WHOLE.search(text, site.left, at))


def _named(text: str, begin: int, end: int, stop: int) -> int:
    """Where the words end, the noun included that a counting word stands for: 每个课题, 每万人口, 每百元营业收入."""
    many = _MANY.match(text, begin, end) and _OF_MANY.match(text, end, stop)
    if many:
        return many.end()
    single = text.startswith("单个", begin) and end == begin + 2
    counted = single or (text[begin] == "每" and _NAMED.match(text, begin, end))
    if not counted or _NEVER.match(text, end):
        return end
    noun = _HEADED.match(text, end, stop) or _NOUN.match(text, end, min(stop + 1, len(text)))
    return noun.end() if noun and noun.end() <= stop else end
