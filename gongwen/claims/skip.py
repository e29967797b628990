"""What looks like a number and is no quantity: dates, numbers of things, codes, names in quotes.

One pattern, matched where a claim might begin; what it matches is passed over as a whole.
"""

from __future__ import annotations

import re

_HAN = "〇零○一二三四五六七八九十"
_TO = "(?:—+|-|～|至|到|、|/|和|及|或)"
SKIP = re.compile(
    rf"""
    《(?:[^《》]|《[^《》]*》)*》?                                   # a cited title
  | 〔\d{{4}}〕\d*号?                                                # the tail of a document number
  | “(?P<quote>[^“”]*)”?                                             # a name or slogan; looked into by the caller
  | https?：//[^\u4e00-\u9fff，。；）\ ]+ | www\.[^\u4e00-\u9fff，。；）\ ]+
  | TOP(?P<top>\d+)
  | RMB\ ?(?=\d)
  | [A-Za-z][A-Za-z./_+&]*(?:[-—\ ]?\d[A-Za-z0-9./_+]*(?:[-—]\d+)*)+(?:号|级|类|版|型)?   # S218, GB/T 9704-2012, PM2.5, A4
  | [A-Za-z][A-Za-z./_+&@-]*
  | (?:19|20)\d{{2}}{_TO}(?:(?:19|20)\d{{2}}|\d{{2}}(?=年))(?:年度?|学年)?(?![\d.]|元|万|亿)
  | (?:19|20)\d{{2}}[-./]\d{{1,2}}[-./]\d{{1,2}}
  | (?:19|20)\d{{2}}(?:\.\d{{1,2}})?年?(?:{_TO}(?:19|20)\d{{2}}年)(?!期)
  | [（〔]?(?:19|20)\d{{2}}[）〕]?(?:年|学年)(?:度|代|版|末|初|底|期间|来|前|后)?(?:\d{{1,2}}(?={_TO}\d{{1,2}}月))?
  | [{_HAN}]{{4}}年(?:度|代)?
  | [1-9]0(?:年代|后)
  | \d{{1,2}}(?:{_TO}\d{{1,2}})*月(?:份|底|末|初|中旬|上旬|下旬|上半月|下半月)?(?:\d{{1,2}}(?:{_TO}\d{{1,2}})*[日号]?)?(?:{_TO}\d{{1,2}}月?\d{{0,2}}[日号])?
  | [{_HAN}]{{1,3}}月(?:份|底|末|初|中旬|上旬|下旬)?(?:[{_HAN}]{{1,3}}[日号])?
  | \d{{1,2}}(?:：\d{{2}})+(?:{_TO}\d{{1,2}}(?:：\d{{2}})+)?(?![\d.]) # a time of day
  | \d{{1,2}}(?:时(?!间)|点(?=\d|半|钟|整|前|后|至|到|—|-))(?:\d{{1,2}}分?|半|许|整)?
  | 第?\ ?(?:\d+|[{_HAN}百]+)(?:{_TO}(?:\d+|[{_HAN}]+))?\ ?号(?!召)(?:楼|线|院|令|文|公告|建议|提案|议案)?
  | 第\ ?(?P<rank>\d+|[{_HAN}百]+)\ ?(?P<place>位|名(?![^，。；、的]{{0,2}}[单额]))?(?:{_TO}?第?(?:\d+|[{_HAN}]+))?(?P<ordinal>[\u4e00-\u9fff])?
  | \d+(?:\+(?:\d+|[A-Za-zNXＮ]+))+ | \d{{1,2}}·\d{{1,2}}            # 5+2, 3·15
  | 0\d{{2,3}}[-—]\d{{7,8}} | 1[3-9]\d{{9}}(?!\d|元|[万亿千])           # phones
  | \d+(?:\.\d+)?[GDKd](?![a-zA-Z/])                         # 5G, 3D, 4K
  | \d+(?:\.\d+)*版
  | \d+(?:\.\d+){{2,}}
  | \d+(?:-\d+){{2,}}
  | (?P<plan>[{_HAN}]{{1,3}}|\d)(?:年|天|日)(?:行动|计划|规划|攻坚|方案|滚动|提升|专项|大计|一遇|制(?!定)|期(?=本|专|大|国)|级|薪|目标(?!值))
  | 千家万户|千方百计|一二三|百分百|一分为二|三三两两|一五一十|四面八方|五花八门|一分一厘|一点一滴|一丝一毫|一举一动|千秋万代|成千上万|千千万万|万无一失|万万
  | 十[{_HAN}]五
  | [{_HAN}百]+届 | 十分(?![钟之])|十字 | [一二三四1-4]季度 | 两年(?=来|间)
    """,
    re.VERBOSE,
)
_QUANTITY_IN_QUOTE = re.compile(r"\d[\d.,]*\ ?(?:%|[万亿]?元|[万亿])")


def is_label(quote: str) -> bool:
    """Whether what stands in quotes is a name or slogan, whose numbers say nothing: “531X”, “1+N”."""
    return len(quote) <= 24 and not ("，" in quote or "。" in quote) and not _QUANTITY_IN_QUOTE.search(quote)
