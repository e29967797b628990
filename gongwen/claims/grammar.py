"""数: one grammar of numbers: Arabic, Chinese, mixed and fractions, times their magnitudes.

Everything is matched on folded text without layout blanks, at a place where a numeral may begin.
"""

from __future__ import annotations

import re

ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?![\d,])|\d{1,3}(?: \d{3})++(?![\d ])|\d++)(?:\.\d++)?+(?!\.\d)"
# 5千瓦 is five of the unit 千瓦; so with 千米, 千克, 千伏, 千卡, 千焦, 千帕, 千赫.
_STEP = r"[百佰]|[千仟](?![瓦米克伏卡焦帕赫])"
MAGNITUDE = rf"(?:(?:十|{_STEP})?[万萬亿億]{{1,2}}|{_STEP})"
# 3亿5千万, 1亿2千万, 5万3千, 3万4000
_MIXED = rf"{ARABIC}(?:{MAGNITUDE}(?:零?\d++(?:\.\d++)?+(?={MAGNITUDE})|(?<=[万亿])\d{{3,8}}+)?)*"
_HAN = "零〇一二三四五六七八九十拾两壹贰叁肆伍陆柒捌玖百佰万萬亿億廿"
_CHINESE = rf"(?:[{_HAN}]|千(?![瓦米克伏卡焦帕赫])|仟)++(?:点[零〇一二三四五六七八九]++(?:{MAGNITUDE})?)?"
_NUMBER = rf"(?:{_MIXED}|{_CHINESE})"
FIRST = "零〇一二三四五六七八九十拾两壹贰叁肆伍陆柒捌玖百佰千仟万亿廿"
"""The Chinese characters that a numeral may begin with."""

NUMBER = re.compile(
    # 百分之三点五, 三分之一
    rf"(?P<den>\d{{1,6}}+|[{_HAN}千]{{1,6}}+)分之(?P<num>\d++(?:\.\d++)?+|[{_HAN}千]++(?:点[零〇一二三四五六七八九]++)?+)"
    # 2/3
    r"|(?P<over>\d{1,3}+)/(?P<below>\d{1,3})(?![\d/月A-Za-z])"
    # 18：1
    r"|(?P<left>\d++(?:\.\d++)?+)：(?P<right>\d++(?:\.\d++)?+)(?![：\d])"
    # 1700多万, 50余, 106亿
    rf"|(?P<number>{_NUMBER})(?P<more>[多余来几](?P<magnitude>{MAGNITUDE})?)?"
)
"""A number, to be matched where a numeral begins."""
DASHES = "—-～至到"
DASH = re.compile(r"—+|-|～|至|到")
"""Between the ends of a range."""
# 每生产1吨, 每引进1名, 每逾期一日, 每发现一起
_ACHIEVED = "招用|辅导|帮扶|救助|招聘|招录|录用|吸纳|孵化(?:成功)?|安置|接收|介绍|输送|引进|培训|培养|培育|认定|推荐|创建|入驻|获得|取得"
DEALING = f"{_ACHIEVED}|满|增加|新增|超过?|增|少|多|减少|降低|提高|提升|下降|生产|逾期|延误|发现|有|出现|完成|发生|迟到?|缺少?|开通|建成|销售|间?隔"
"""What may stand between 每 and the number that it deals out by."""
EACH_ONE = re.compile(f"每(?:{_ACHIEVED})$")
"""每招用1人1500元: by whom a sum is reckoned."""
