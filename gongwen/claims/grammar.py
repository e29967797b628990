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
