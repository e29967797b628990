"""Cues of what follows the text: 附件说明, 署名, 成文日期, 附注, 附件, and of 版记 (GB/T 9704-2012 7.3.4 - 7.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.grammar.dates import DATE
from gongwen.grammar.numbers import own_number
from gongwen.layout.furniture import is_file_link, is_litter
from gongwen.layout.view import Cue, Page

_LIST = re.compile(r"附[件表]?[：]?(?P<item>[\d一二三]{1,2}[.、：．])?|附[件表]?\d{0,2}：")
_ITEM = re.compile(r"(?:附件)?\d{1,2}[.、：]|[一二三四五六七八九十]、|附件\d{1,2}")
_HEADING = re.compile(r"附(?:件|表|录)?(?:[\d一二三四五六七八九十]{1,3}|[A-Z])?(?:[-—]\d)?[：:]?|附[：:]?")
_NUMBERED_ATTACHMENT = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})")
_CAPTION = re.compile(r"[图表]\d{1,2}|注：|备注|说明：|单位：")
_STACK = 24
"""Agencies that sign one below the other, at most."""
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2,14}")
_HEADED = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})[：.、]?(?P<title>[^\d.、：].{2,60})")
_SIGNATORY = re.compile(
    r"(?:[\u4e00-\u9fff]{2,24}(?:部|委|委员会|局|厅|署|办公室|政府|省|市|县|区))?(?:代?(?:省长|市长|州长|县长|区长|镇长|乡长|部长|厅长|主任|主任委员|局长|署长|处长|秘书长|行长|主席|总理|检察长|院长|会长|书记|司令员|校长|总裁|董事长|盟长|旗长))：?(?P<name>[\u4e00-\u9fff·]{2,4})"
)
_NOTE = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）")
_NOTE_WORDS = re.compile(r"公开|发至|删减|联系人|此件|此文|本文|电话|传达|登报|只发|附件另发|翻印")
_CONTACT = re.compile(r"[（]?(?:联系人|联系电话|联系方式|联系单位|咨询电话|咨询单位|经办人|值班电话|服务电话|办公电话|电话|邮箱|电子邮箱|传真|地址|通讯地址|邮编|邮政编码|手机)(?:及电话|及联系电话)?：")
_KEYWORDS = re.compile(r"主题词：?")
_COPIES = re.compile(r"(?:抄送|抄报|主送|分送|发送|报送|抄发|印送|[抄报送发])(?:单位|机关|部门)?：")
_IMPRINT = re.compile(rf"(?P<agency>.{{0,50}}?){DATE}(?:印发|印制|印|发)")
_IMPRINT_LABEL = re.compile(r"(?:印发机关|印发单位|印制单位|承办单位|印发日期|印发时间)：")
_PRINT_RUN = re.compile(r"[（]?(?:共印|印数|印刷|打印|印|共)[：]?(?:制|发)?\d+份[）]?。?|[（]共[印]?\d+份[）]")
_ATTENDANCE = re.compile(r"(?:出席|列席|请假|缺席|参加|参会|参加人员|出席人员|列席人员|参会人员|主持|主持人|记录|记录人|会议时间|会议地点|时间|地点|议题|会议主题|缺席人员|请假人员)(?:单位|领导)?：")


def close_cues(page: Page, i: int) -> Iterator[Cue]:
    """Cues of a line that may stand behind the text."""
    line = page.lines[i]
    tight = line.tight
    first = tight[0]
    if first == "附":
        yield from _attachment_words(page, i, tight)
    if page.dates[i]:
        yield from _date(page, i)
    if page.agencies[i] or i in page.broken or i - 1 in page.broken:
        yield from _signature(page, i)
    elif i + 1 < len(page.lines) and page.dates[i + 1] and line.indent >= page.common_indent + 8 and _SHORT_NAME.fullmatch(tight):
        yield Cue("signature", 5, "日期之上偏右的名称")
    if first == "（" and tight.endswith("代章）"):
        yield Cue("signature", 6, "代章")
    if first == "（" and tight[-1] == "）" and len(tight) < 120 and _NOTE.fullmatch(tight) and not own_number(tight):
        yield Cue("note", 7 if _NOTE_WORDS.search(tight) else 3, "括号内的附注")
    if first == "（" and tight[-1] != "）" and "）" not in tight and _NOTE_WORDS.search(tight):
        yield Cue("note", 6, "附注的首行")
    if tight[-1] == "）" and "（" not in tight and i and "（" in page.lines[i - 1].tight:
        yield Cue("note+", 6, "附注的末行")
    if _CONTACT.match(tight):
        yield Cue("contacts", 1 if _text_follows(page, i) else 5, "联系人、联系电话")
    if len(tight) < 36 and _SIGNATORY.fullmatch(tight):
        near = any(page.dates[max(0, i - 2) : i + 4])
        yield Cue("signatory", 7 if near else 2, "职务和签名")
    if first in "出列请缺参主记会时地议" and _ATTENDANCE.match(tight):
        yield Cue("attendance", 6, "出席、列席、请假")
    yield from _follow_on(page, i, tight)
    yield from _attached_title(page, i, tight)


def imprint_cues(page: Page, i: int) -> Iterator[Cue]:
    """版记: copies, agency and date of printing, print run, 主题词."""
    tight = page.lines[i].tight
    first = tight[0]
    if first in "抄主分发报印送" and _COPIES.match(tight):
        yield Cue("copies", 6 if tight[1] == "：" else 10, "抄送")
    if first == "主" and _KEYWORDS.match(tight):
        yield Cue("keywords", 10, "主题词")
    if "印" in tight[-10:]:
        if _PRINT_RUN.fullmatch(tight):
            yield Cue("print_run", 9, "份数")
        found = len(tight) < 90 and _IMPRINT.match(tight)
        if found and len(tight) - found.end() < 16:
            yield Cue("imprint", 10, "印发机关和印发日期")
            if i and page.agencies[i - 1]:
                yield Cue("imprint+", 10, "机关之下的印发日期")
    if _IMPRINT_LABEL.match(tight):
        yield Cue("imprint", 7, "印发机关和印发日期")
    if page.agencies[i] and i + 1 < len(page.lines) and _IMPRINT.fullmatch(page.lines[i + 1].tight):
        yield Cue("imprint", 8, "印发日期之上的机关")
    if i and page.lines[i - 1].tight[-1] != "。" and _listing(tight):
        yield Cue("copies+", 5, "续列的机关")
    elif i and _listing(tight) and (tight[-1] == "。" or page.lines[i].indent >= 4):
        yield Cue("copies+", 4, "另起一行的机关")


def _text_follows(page: Page, i: int) -> bool:
    """Whether sentences of the body stand below, so that what stands here is no closing part."""
    return any(
        len(line.tight) > 18 and line.tight[-1] in "。！" and not _COPIES.match(line.tight) and not _listing(line.tight)
        for line in page.lines[i + 1 : i + 10]
    )


def _listing(tight: str) -> bool:
    """Whether the line lists names and holds no sentence."""
    return len(tight) < 200 and "。" not in tight[:-1] and "：" not in tight and "；" not in tight[:2]


def _attachment_words(page: Page, i: int, tight: str) -> Iterator[Cue]:
    if _HEADING.fullmatch(tight) and len(tight) < 8:
        below = page.lines[i + 1].tight if i + 1 < len(page.lines) else ""
        numbered = _ITEM.match(below) is not None
        yield Cue("attachment", 5 if numbered and tight[-1] == "：" else 9, "附件")
        yield Cue("attachment_list", 7 if numbered else -2, "附件：之下有编号")
    elif match := _LIST.match(tight):
        if "：" in tight[:5] or match["item"]:
            yield Cue("attachment_list", 8, "附件说明")
            # Behind the date a list still counts, but a file to download there is the web page's.
            yield Cue("late_list", 0 if is_file_link(tight) else 6, "附件说明在日期之后")
            
    headed = _HEADED.fullmatch(tight) if tight[-1] not in "。；" else None
    if headed:
        beside = [line.tight for line in page.lines[max(0, i - 1) : i + 2] if line.tight != tight]
        alone = not any(_NUMBERED_ATTACHMENT.match(other) for other in beside)
        yield Cue("attachment", 10 if headed["title"] in page.named or alone else 5, "附件序号和标题同行")


def _date(page: Page, i: int) -> Iterator[Cue]:
    line = page.lines[i]
    yield Cue("date", 5, "日期独占一行")
    if i and page.agencies[i - 1]:
        yield Cue("date", 3, "机关名称之下")
    if line.indent >= page.common_indent + 10:
        yield Cue("date", 2, "偏右")


def _signature(page: Page, i: int) -> Iterator[Cue]:
    line = page.lines[i]
    yield Cue("signature", 2.5, "机关名称独占一行")
    j = i + 1
    while j < min(len(page.lines), i + _STACK) and (page.agencies[j] or j in page.broken or j - 1 in page.broken):
        j += 1
    if j < len(page.lines) and page.dates[j]:
        yield Cue("signature", 4, "日期之上")
    elif i and page.dates[i - 1]:
        yield Cue("signature", 1, "日期之下")
    elif j < len(page.lines) and _CONTACT.match(page.lines[j].tight):
        yield Cue("signature", -2, "联系方式之上")
    if line.indent >= page.common_indent + 10:
        yield Cue("signature", 2, "偏右")


def _follow_on(page: Page, i: int, tight: str) -> Iterator[Cue]:
    """Lines that go on with an attachment list, a note, an attendance list."""
    if _ITEM.match(tight) and tight[-1] not in "。；":
        yield Cue("attachment_list+", 5, "附件说明的续项")
        yield Cue("late_list+", 0 if is_file_link(tight) else 4, "附件说明的续项")
    elif tight[-1] not in "。；：）" and not page.dates[i] and not page.agencies[i] and len(tight) < 60 and i not in page.tables:
        yield Cue("attachment_list+", 3 if page.lines[i].indent >= 6 else 0.3, "附件名称的续行")
    if tight[-1] not in "。；" and page.lines[i].indent >= 6:
        yield Cue("attendance+", 2, "人员名单的续行")


def _attached_title(page: Page, i: int, tight: str) -> Iterator[Cue]:
    """The title of a text printed along, which no 附件 announces."""
    if page.attached or i < 3 or own_number(tight):
        return
    if tight[-1] in "。；：，、" or "。" in tight or len(tight) > 70 or page.dates[i] or _CAPTION.match(tight):
        return
    if i > 8 and tight in page.heads:
        yield Cue("litter", 6, "文末重印的标题")
        return
    if len(tight) > 5 and any(name == tight or name.startswith(tight) and len(tight) > 6 for name in page.named):
        yield Cue("attachment", 8, "正文所称文本的名称")
        return
    if len(tight) < 4 or "：" in tight or not any(w.endswith(page.lexicon.attached_tail) for w in (tight, tight + page.below(i))):
        return
    if any(page.dates[max(0, i - 2) : i]):
        yield Cue("attachment", 4, "日期之后，以所印发文本的种类结尾")
    elif page.lines[i - 1].tight[-1] in "）。":
        yield Cue("another", 3 if page.lines[i].gap else 2.5, "以所印发文本的种类结尾")


SITE_TITLE = "网页标题，正文另有"


def _again(page: Page, i: int, tight: str) -> bool:
    """Whether the line, a title that the site prints, stands again below, on one line or two."""
    if page.agencies[i] or not (page.lexicon.kind_tail.search(tight) or "关于" in tight):
        return False
    below = [line.tight for line in page.lines[i + 1 : i + 9]]
    return tight in below or any(a + b == tight for a, b in zip(below, below[1:], strict=False))


def litter_cues(page: Page, i: int) -> Iterator[Cue]:
    """What a web page puts around the document."""
    tight = page.lines[i].tight
    if i < 4 and len(tight) > 8 and _again(page, i, tight):
        yield Cue("litter", 9, SITE_TITLE)
    if is_litter(tight):
        yield Cue("litter", 7, "网页栏目")
    if is_file_link(tight):
        yield Cue("litter", 6, "下载文件名")
