"""发文字号 (GB/T 9704-2012 7.2.5) and its relatives: 令, 公告, 明电, 期.

All patterns match on folded text without blanks: ﹝［ and [ are 〔 there.
"""

from __future__ import annotations

import re

from gongwen.grammar.numerals import NUMERAL, integer
from gongwen.model import Reference
from gongwen.model.header import NumberStyle

_OPEN, _CLOSE = "〔【（〖「｛〈", "〕】）〗」｝〉"
# OCR reads 0 as O and 号 as 弓.
_YEAR = r"\d[\dOoIl]{3}|[〇○O零一二三四五六七八九]{4}"
_SERIAL = rf"\d{{1,6}}|[{NUMERAL}]{{1,7}}"
BRACKETED = (
    rf"[{_OPEN}](?P<year>{_YEAR})年?[{_CLOSE}]"
    rf"(?:[^\W\da-zA-Z_]{{0,4}}字)?第?(?P<serial>\d[\dOoIl]{{0,5}})(?:[-—]\d{{1,4}})?[号弓](?:之[一二三四五六七八九])?"
)
"""The part of a standard number behind its 代字."""
# What a name holds, by what it does not: a range of all characters takes a millisecond to compile.
_AGENCY = r"[^\da-zA-Z ，。；：、《》“”〔〕—·]{0,40}?"
_CODE = r"[^\d ，。；：、《》“”〔〕—]{0,24}?"

# 泽政发〔2020〕6号；〔2020〕9号；泽水函〔2020〕提字第8号
_STANDARD = rf"(?P<code>{_CODE}){BRACKETED}"
# 平川市人民政府令第3号；第三十七号；2021年第3号令
_ORDER = rf"（?(?P<order>(?:{_AGENCY}令)?(?:(?P<oyear>{_YEAR})年?)?第(?P<oserial>{_SERIAL})号令?)）?"
# 某市水务局公告2018年第31号；2021年第6号；公告第12号
_ANNOUNCEMENT = rf"(?P<notice>(?:{_AGENCY}(?:公告|通告|通报))?（?(?P<nyear>{_YEAR})年第?(?P<nserial>{_SERIAL})号）?|{_AGENCY}(?:公告|通告)第?(?P<nserial2>{_SERIAL})号)"
# 第4期；（第12期）；2022年第3期；〔2022〕第3期；总第208期
_ISSUE = (
    rf"(?P<issue>[〔（【]?(?:[〔（【]?(?P<iyear>{_YEAR})年?[〕）】]?)?第?[〔（【]?(?P<iserial>{_SERIAL})[〕）】]?[期次]"
    rf"(?:[（，]?总第?{_SERIAL}期）?)?[〕）]?)"
)
OWN_NUMBER = re.compile(
    rf"（?(?:(?:发文字号|文号|发文文号|文件编号|编号)：)?(?P<number>{_STANDARD}|{_ANNOUNCEMENT}|{_ORDER}|{_ISSUE})）?"
)
"""A line that is a document's own number."""


def own_number(tight: str) -> re.Match[str] | None:
    """The match where a line without blanks is a document number and nothing else."""
    return OWN_NUMBER.fullmatch(tight) if tight[-1:] in _LAST and len(tight) < 60 else None


_LAST = set("号弓期次令）〕一二三四五六七八九")


def own_reference(match: re.Match[str]) -> Reference:
    """The parts of an OWN_NUMBER match."""
    if match["serial"]:
        code = match["code"] or None
        style: NumberStyle = "telegram" if code and "电" in code[-3:] else "standard"
        return Reference(agency_code=code, year=_read(match["year"]), serial=_read(match["serial"]), style=style)
    if match["issue"]:
        return Reference(year=integer(match["iyear"] or ""), serial=integer(match["iserial"]), style="issue")
    if match["notice"]:
        serial = integer(match["nserial"] or match["nserial2"])
        return Reference(
            agency_code=_before(match["notice"]),
            year=integer(match["nyear"] or ""),
            serial=serial,
            style="announcement",
        )
    return Reference(
        agency_code=_before(match["order"]),
        year=integer(match["oyear"] or ""),
        serial=integer(match["oserial"]),
        style="order",
    )


_OCR = str.maketrans("OoIl", "0011")


def _read(figures: str) -> int | None:
    """Figures as OCR may have read them: 2O14."""
    return integer(figures.translate(_OCR)) if figures[0].isdigit() else integer(figures)


def _before(number: str) -> str | None:
    """What stands before the year or 第: 平川市人民政府令, 平川市税务局公告."""
    head = re.split(r"第|（|\d{4}年|[〇○O零一二三四五六七八九]{4}年", number, maxsplit=1)[0]
    return head or None


def reference(number: str) -> Reference | None:
    """The parts of a number as printed, blanks gone and folded; None if it is of no known form."""
    match = OWN_NUMBER.fullmatch(number)
    return own_reference(match) if match else None
