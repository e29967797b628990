"""Cues of what closes a text: 署名, 成文日期, 附注 (GB/T 9704-2012 7.3.5, 7.3.6), contacts, attendance of a 纪要."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.grammar.numbers import own_number
from gongwen.layout.cues_imprint import is_copies, is_listing
from gongwen.layout.view import Cue, Page

_STACK = 24
"""Agencies that sign one below the other, at most."""
_BLOCK = 10
"""Lines of contacts under one label, at most."""
SEALS = frozenset({"（印章）", "（盖章）", "（公章）", "（章）", "（印）"})
"""What stands for the seal on a line of its own."""
_SHORT_NAME = re.compile(r"[^\W\da-zA-Z_]{2,14}")
_SIGNATORY = re.compile(
    r"(?:[^\W\da-zA-Z_]{2,24}(?:部|委|委员会|局|厅|署|办公室|政府|省|市|县|区))?(?:代?(?:省长|市长|州长|县长|区长|镇长|乡长|部长|厅长|主任|主任委员|局长|署长|处长|秘书长|行长|主席|总理|检察长|院长|会长|书记|司令员|政治委员|政委|校长|总裁|董事长|盟长|旗长))：?(?P<name>[^\x00-\x7f，。；：、（）]{2,4})"
)
_NOTE = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）")
_NOTE_WORDS = re.compile(r"公开|发至|删减|联系人|此件|此文|本文|电话|传达|登报|只发|附件另发|翻印")
_OPENNESS = re.compile(r"(?:政府)?(?:信息|文件)?公开(?:选项|属性|方式|形式|类别|类型|范围|程度)：[^\W\da-zA-Z_]{2,12}")
"""信息公开选项：主动公开, without brackets."""
_OPEN_NOTE = re.compile(
    r"（(?:此件|此文|本文|[^（）。，]{0,8}：)?(?:主动|依申请|不予|删减后|社会|全文)?公开(?:发布)?）"
)
"""（此件主动公开）"""
_CONTACT = re.compile(
    r"[（]?(?:联系人|联系电话|联系方式|联系单位|咨询电话|咨询单位|经办人|值班电话|服务电话|办公电话|电话|邮箱|电子邮箱|传真|地址|通讯地址|邮编|邮政编码|手机)(?:及(?:联系)?(?:电话|方式))?："
)
_REACH = re.compile(r"[\d@](?:(?<=@)|\d{6})")
"""A phone or an address."""
_SECTION = re.compile(r"[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.、](?!\d)")
_ATTENDANCE = re.compile(
    r"(?:出席|列席|请假|缺席|参加|参会|参加人员|出席人员|列席人员|参会人员|主持|主持人|记录|记录人|会议时间|会议地点|时间|地点|议题|会议主题|缺席人员|请假人员)(?:单位|领导)?："
)


def close_cues(page: Page, i: int) -> Iterator[Cue]:
    """Cues of a line that may stand behind the text."""
    line = page.lines[i]
    tight = line.tight
    if page.dates[i]:
        yield from _date(page, i)
    yield from _signature(page, i, tight)
    yield from _note(page, i, tight)
    if _CONTACT.match(tight):
        yield Cue("contacts", 1 if _text_follows(page, i) else 5, "联系人、联系电话")
    if i and _in_contacts(page, i):
        yield Cue("contacts+", 5, "联系方式之下的人名、电话")
    if len(tight) < 36 and _SIGNATORY.fullmatch(tight):
        near = any(page.dates[max(0, i - 2) : i + 4])
        yield Cue("signatory", 7 if near else 2, "职务和签名")
    if _ATTENDANCE.match(tight):
        yield Cue("attendance", 6, "出席、列席、请假")
    if tight[-1] not in "。；" and line.indent >= 6:
        yield Cue("attendance+", 2, "人员名单的续行")
    if i and len(tight) < 60 and page.lines[i - 1].tight.rfind("（") > page.lines[i - 1].tight.rfind("）"):
        yield Cue("attendance+", 3, "括号断在上行")
    elif i and ("、" in tight or "）" in tight) and _ATTENDANCE.match(page.lines[i - 1].tight):
        yield Cue("attendance+", 3, "人员名单的末行")


def _date(page: Page, i: int) -> Iterator[Cue]:
    line = page.lines[i]
    yield Cue("date", 5, "日期独占一行")
    if i and page.agencies[i - 1]:
        yield Cue("date", 3, "机关名称之下")
    if line.indent >= page.common_indent + 10:
        yield Cue("date", 2, "偏右")


def _signature(page: Page, i: int, tight: str) -> Iterator[Cue]:
    line = page.lines[i]
    right = line.indent >= page.common_indent + 8
    if page.agencies[i] or i in page.broken or i - 1 in page.broken:
        yield from _names_agency(page, i)
    elif right and _SHORT_NAME.fullmatch(tight) and any(page.dates[i + 1 : i + 2]):
        yield Cue("signature", 5, "日期之上偏右的名称")
    elif tight in SEALS or (tight[0] == "（" and tight.endswith("代章）")):
        yield Cue("signature", 6, "代章")


def _names_agency(page: Page, i: int) -> Iterator[Cue]:
    line = page.lines[i]
    yield Cue("signature", 2.5, "机关名称独占一行")
    j = i + 1
    while j < min(len(page.lines), i + _STACK) and (
        page.agencies[j] or j in page.broken or j - 1 in page.broken or page.lines[j].tight in SEALS
    ):
        j += 1
    if j < len(page.lines) and page.dates[j]:
        yield Cue("signature", 4, "日期之上")
    elif i and page.dates[i - 1]:
        yield Cue("signature", 1, "日期之下")
    elif j < len(page.lines) and _CONTACT.match(page.lines[j].tight):
        yield Cue("signature", -3, "联系方式之上")
        if i and _CONTACT.match(page.lines[i - 1].tight):
            yield Cue("contacts", 4, "联系方式之间的机关")
    if line.indent >= page.common_indent + 10:
        yield Cue("signature", 2, "偏右")


def _note(page: Page, i: int, tight: str) -> Iterator[Cue]:
    if tight[0] == "（":
        if tight[-1] == "）" and len(tight) < 120 and _NOTE.fullmatch(tight) and not own_number(tight):
            yield Cue("note", 7 if _NOTE_WORDS.search(tight) else 3, "括号内的附注")
            if _OPEN_NOTE.fullmatch(tight) and any(page.dates[i + 1 : i + 6]):
                yield Cue("early_note", 7, "署名之上的公开属性")
        elif "）" not in tight and _NOTE_WORDS.search(tight):
            yield Cue("note", 6, "附注的首行")
    elif len(tight) < 30 and _OPENNESS.fullmatch(tight) and any(page.dates[max(0, i - 3) : i]):
        yield Cue("note", 8, "公开属性")
    elif tight[-1] == "）" and "（" not in tight and i and "（" in page.lines[i - 1].tight:
        yield Cue("note+", 6, "附注的末行")


def _reached(page: Page, i: int) -> bool:
    """Whether the line holds a phone, or the name of whom the phone below it reaches."""
    return _REACH.search(page.lines[i].tight) is not None or _REACH.search(page.below(i)) is not None


def _in_contacts(page: Page, i: int) -> bool:
    """Whether the line is one of names and phones under a label alone on its line (联系方式：)."""
    if not _reached(page, i):
        return False
    for j in range(i - 1, max(-1, i - _BLOCK), -1):
        above = page.lines[j].tight
        if above[-1] == "：" and _CONTACT.fullmatch(above):
            return True
        if not _reached(page, j):
            return False
    return False


def _text_follows(page: Page, i: int) -> bool:
    """Whether sentences of the body stand below, so that what stands here is no closing part."""
    rest = page.lines[i + 1 : i + 10]
    end = next((n for n in range(len(rest)) if page.dates[i + 1 + n] or rest[n].tight[0] == "附"), len(rest))
    return any(_SECTION.match(line.tight) for line in rest[:end]) or any(
        len(line.tight) > 18 and line.tight[-1] in "。！" and not is_copies(line.tight) and not is_listing(line.tight)
        for line in rest
    )
