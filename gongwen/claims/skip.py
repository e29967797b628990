"""What looks like a number and is no quantity: dates, numbers of things, codes, names in quotes.

A pattern for each kind of first character; what it matches is passed over as a whole.
"""

from __future__ import annotations

import re

HAN = "〇零○一二三四五六七八九十"
_TO = "(?:—+|-|～|至|到|、|/|和|及|或)"
_NUMBER_OF = r"号(?!召)(?:楼(?:\d+层)?|线|院(?:\d+号楼)?(?:\d+层)?|令|文|公告|建议|提案|议案)?"
_PLAN = r"(?:年|天|日)(?:行动|计划|规划|攻坚|方案|滚动|提升|专项|大计|一遇|制(?!定)|期(?=本|专|大|国|贷|存|定期|LPR)|级|薪|(?=[百千万]{1,2}[^，。；\d]{1,10}(?:计划|行动|工程))|目标(?!值))"

_TITLE = re.compile(r"《(?:[^《》]|《[^《》]*》)*》?")
_TAIL = re.compile(r"〔\d{4}〕\d*号?")
_QUOTE = re.compile(r"“(?P<quote>[^“”]*)”?")
_ORDINAL = re.compile(
    rf"第\ ?\d{{1,3}}(?:{_TO}\d{{1,3}}){{1,8}}\ ?[条款项章节期批届次]"
    rf"|第\ ?(?:\d+|[{HAN}]+)(?:{_TO}(?:\d+|[{HAN}]+))?\ ?{_NUMBER_OF}"
    rf"|第\ ?(?:\d+|[{HAN}百]+)\ ?[条款项章节目](?:{_TO}?第?(?:\d+|[{HAN}百]+)[条款项目])*"
    rf"|第[{HAN}]+个[{HAN}]+年"
    rf"|第\ ?(?P<rank>\d+|[{HAN}百]+)\ ?(?P<place>位|名(?![^，。；、的]{{0,2}}[单额]))?(?:{_TO}?第?(?:\d+|[{HAN}]+))?(?:[^\W\da-zA-Z_])?"
)
_LATIN = re.compile(
    r"""
    https?：//[!-~：？！～（]+ | www\.[!-~：？！～（]+
  | TOP(?P<top>\d+)
  | RMB\ ?(?=\d)
  | [A-Za-z][A-Za-z./_+&]*(?:[-—\ ]?\d[A-Za-z0-9./_+]*(?:[-—]\d+)*)+(?:号|级|类|版|型)?   # S218, GB/T 9704-2012, PM2.5
  | [A-Za-z][A-Za-z./_+&@-]*
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(
    rf"""
    # What goes on otherwise is no more than a number; most do.
    (?=\d++(?:[-—～至到、/和及或.）〕年学届代后月：时点号\ +·×*次GDKd版天日季]|(?<=\d{{11}})))(?:
    (?:19|20)\d{{2}}(?:
        {_TO}(?:(?:19|20)\d{{2}}|\d{{2}}(?=年))(?:年度?|学年)?(?![\d.]|元|万|亿)                 # 2016-2019年
      | [-./]\d{{1,2}}[-./]\d{{1,2}}
      | (?:\.\d{{1,2}})?年?{_TO}(?:19|20)\d{{2}}年(?!期)
      | [）〕]?(?:年|学年|届)(?:度|代|版|末|初|底|期间|来|前|后)?(?:\d{{1,2}}(?={_TO}\d{{1,2}}月))?
    )
  | [1-9]0(?:年代|后)
  | \d{{1,2}}(?:{_TO}\d{{1,2}}){{0,6}}+月(?:份|底|末|初|[中上下]旬|上半月|下半月)?(?:\d{{1,2}}(?:{_TO}\d{{1,2}})*[日号]?)?(?:{_TO}\d{{1,2}}月?\d{{0,2}}[日号])?
  | \d{{1,2}}(?:：\d{{2}})+(?:{_TO}\d{{1,2}}(?:：\d{{2}})+)?(?![\d.])                     # a time of day
  | \d{{1,2}}(?:时(?!间)|点(?=\d|半|钟|整|前|后|至|到|—|-))(?:\d{{1,2}}分?|半|许|整)?
  | \d+(?:{_TO}\d+)?\ ?{_NUMBER_OF}
  | \d+(?:\+(?:\d+|[A-Za-zNX]+))+ | \d{{1,2}}·\d{{1,2}} | \d[×*]24小时                     # 5+2, 3·15, 7×24小时
  | \d+次(?=常务|全体)(?:会议)?                                                              # 十五届94次常务会议
  | 0\d{{2,3}}[-—]\d{{7,8}} | 1[3-9]\d{{9}}(?!\d|元|[万亿千])                              # phones
  | \d+(?:\.\d+)?[GDKd](?![a-zA-Z/])                                                      # 5G, 3D, 4K
  | \d+(?:\.\d+)*版 | \d+(?:\.\d+){{2,}} | \d+(?:-\d+){{2,}}
  | \d{_PLAN} | [1-4]季度
    )
    """,
    re.VERBOSE,
)
_HAN_LED = re.compile(
    rf"""
    [{HAN}]{{4}}年(?:度|代)?
  | [{HAN}]{{1,3}}月(?:份|底|末|初|中旬|上旬|下旬)?(?:[{HAN}]{{1,3}}[日号])?
  | [{HAN}百]+(?:{_NUMBER_OF}|届)
  | [{HAN}]{{1,3}}{_PLAN}
  | [两三]点一线|千家万户|千方百计|一二三|百分百|一分为二|三三两两|一五一十|四面八方|五花八门|一分一厘|一点一滴|一丝一毫|千秋万代|成千上万|千千万万|万无一失|万万
  | 十[{HAN}]五 | 十分(?![钟之])|十字 | [一二三四]季度 | 两年(?=来|间) | (?<![^，。；：])[两三四五六七八九十]年(?=来|间|累计|合计|总计|共(?![同有建享管治]))
    """,
    re.VERBOSE,
)
_BY_FIRST = {"《": _TITLE, "〔": _TAIL, "“": _QUOTE, "第": _ORDINAL} | dict.fromkeys("0123456789", _DIGITS)
_QUANTITY_IN_QUOTE = re.compile(r"\d[\d.,]*\ ?(?:%|[万亿]?元|[万亿])")


def skip(text: str, at: int) -> re.Match[str] | None:
    """What is to be passed over where a claim might begin."""
    first = text[at]
    pattern = _BY_FIRST.get(first) or (_LATIN if first.isascii() else _HAN_LED)
    return pattern.match(text, at)


def is_label(quote: str) -> bool:
    """Whether what stands in quotes is a name or slogan, whose numbers say nothing: “531X”, “1+N”."""
    return len(quote) <= 24 and not ("，" in quote or "。" in quote) and not _QUANTITY_IN_QUOTE.search(quote)
