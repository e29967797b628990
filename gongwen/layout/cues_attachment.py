"""Cues of 附件说明 and 附件 (GB/T 9704-2012 7.3.4, 7.3.7), and of texts printed along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.grammar.numbers import own_number
from gongwen.layout.furniture import is_file_link
from gongwen.layout.view import Cue, Page

_LIST = re.compile(r"附[件表]?[：]?(?P<item>[\d一二三]{1,2}[.、：．])?|附[件表]?\d{0,2}：")
_ITEM = re.compile(r"(?:附件)?\d{1,2}[.、：]|[一二三四五六七八九十]、|附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})")
_HEADING = re.compile(
    r"附(?:件|表|录)?(?:[\d一二三四五六七八九十]{1,3}|[A-Z])?(?:[-—]\d)?[：:]?|附[：:]?|附件\d{1,2}[.、]"
)
_NUMBERED_ATTACHMENT = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})")
_HEADED = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十]{1,2})[：.、]?(?P<title>[^\d.、：].{2,60})")
_WRAP = 4
"""Lines over which the name of an attachment breaks, at most."""
_BOOKED = re.compile(r"《[^《》]*》|（[^（）]*）")
_ALONE = frozenset({"附件：", "附："})
_LISTED = 8
"""Lines below 附件： in which 署名 and date have to follow."""
_VERSION = re.compile("（(?:试行|暂行|略|草案|修订稿|征求意见稿)）$")
_CAPTION = re.compile(r"[图表]\d{1,2}|注：|备注|说明：|单位：")


def attachment_cues(page: Page, i: int) -> Iterator[Cue]:
    """Cues of a line of the list, of a heading 附件, of the title of a text printed along."""
    tight = page.lines[i].tight
    if tight[0] == "附":
        yield from _words(page, i, tight)
    yield from _follow_on(page, i, tight)
    if not page.attached:
        yield from _title(page, i, tight)


def _words(page: Page, i: int, tight: str) -> Iterator[Cue]:
    match = _LIST.match(tight)
    if tight[-1] == "：" and is_file_link(page.below(i) or "。"):
        yield Cue("litter", 6, "附件下载")
    elif tight in _ALONE and _lists(page, i):
        yield Cue("attachment_list", 8, "附件：独占一行，名称在下行")
    elif _HEADING.fullmatch(tight) and len(tight) < 8:
        numbered = _ITEM.match(page.below(i)) is not None
        yield Cue("attachment", 5 if numbered and tight[-1] == "：" else 9, "附件")
        yield Cue("attachment_list", 7 if numbered else -2, "附件：之下有编号")
    elif match and ("：" in tight[:5] or match["item"]):
        yield Cue("attachment_list", 8, "附件说明")
        # Behind the date a list still counts, but a file to download there is the web page's.
        yield Cue("late_list", 0 if is_file_link(tight) else 6, "附件说明在日期之后")
    headed = _HEADED.fullmatch(tight) if tight[-1] not in "。；" and not is_file_link(tight) else None
    if headed:
        yield from _headed(page, i, headed["title"])


def _headed(page: Page, i: int, title: str) -> Iterator[Cue]:
    """A line with number and title opens an attachment, unless it is one of several in a row that no list names."""
    tight = page.lines[i].tight
    beside = [line.tight for line in page.lines[max(0, i - 1) : i + 2] if line.tight != tight]
    alone = not any(_NUMBERED_ATTACHMENT.match(other) for other in beside)
    opens = alone or (page.attached and i == 0) or page.listed.get(title, i) < i
    yield Cue("attachment", 10 if opens else 3, "附件序号和标题同行")
    if not opens:
        yield Cue("late_list+", 4, "附件序号连排")


def _lists(page: Page, i: int) -> bool:
    """Whether 附件： alone on its line opens a list of names without numbers: 署名 and date, or the heading itself, follow."""
    below = [line.tight for line in page.lines[i + 1 : i + _LISTED + 2]]
    if len(below) < 2 or _ITEM.match(below[0]) or page.dates[i + 1] or page.agencies[i + 1]:
        return False
    signed = not any(page.dates[max(0, i - _LISTED) : i])  # a second date is that of the text printed along
    for j, tight in enumerate(below[1:], i + 2):
        if _HEADING.fullmatch(tight):
            return True
        if tight[-1] in "。；：，":
            return False
        if page.dates[j]:
            behind = page.below(j) or "附件"
            return signed and (behind[0] in "（附抄主" or behind[-1] not in "。；：，")
    return False


def _follow_on(page: Page, i: int, tight: str) -> Iterator[Cue]:
    """Lines that go on with a list."""
    if i and page.lines[i - 1].tight in _ALONE and _lists(page, i - 1):
        yield Cue("attachment_list+", 9, "附件：之下的名称")
    elif _ITEM.match(tight) and tight[-1] not in "。；":
        yield Cue("attachment_list+", 5, "附件说明的续项")
        yield Cue("late_list+", 0 if is_file_link(tight) else 4, "附件说明的续项")
    elif (
        tight[-1] not in "。；：）"
        and len(tight) < 60
        and not (page.dates[i] or page.agencies[i] or i in page.tables)
        and _below_item(page, i)
    ):
        yield Cue("attachment_list+", 3 if page.lines[i].indent >= 6 else 0.3, "附件名称的续行")


def _below_item(page: Page, i: int) -> bool:
    """Whether an item opens on one of the lines just above: a name breaks over few lines."""
    return any(line.tight[0] == "附" or _ITEM.match(line.tight) for line in page.lines[max(0, i - _WRAP) : i])


def _title(page: Page, i: int, tight: str) -> Iterator[Cue]:
    """The title of a text printed along, which no 附件 announces."""
    if i < 3 or tight[-1] in "。；：，、" or "。" in tight or len(tight) > 70:
        return
    if page.dates[i] or own_number(tight) or _CAPTION.match(tight):
        return
    if tight.endswith("文件") and any(page.dates[max(0, i - 3) : i]) and own_number(page.below(i)):
        yield Cue("attachment", 10, "日期之后又一版头")
    if i > 6 and (tight in page.heads or tight.endswith(tuple(page.heads))):
        yield Cue("litter", 6, "文末重印的标题")
    elif len(tight) > 5 and (tight in page.named or _opens_named(page, i, tight)):
        yield Cue("attachment", 8, "正文所称文本的名称")
    elif _reads_as_text(page, i, tight):
        if any(page.dates[max(0, i - 2) : i]):
            yield Cue("attachment", 4, "日期之后，以所印发文本的种类结尾")
        elif page.lines[i - 1].tight[-1] in "）。":
            yield Cue("another", 3 if page.lines[i].gap else 2.5, "以所印发文本的种类结尾")


def _opens_named(page: Page, i: int, tight: str) -> bool:
    """Whether the line opens a title that the text names, and the next one goes on with it; an agency alone does not."""
    names = [name for name in page.named if name.startswith(tight)] if len(tight) > 6 else []
    if not names or not page.agencies[i]:
        return bool(names)
    whole = tight + page.below(i)
    return any(name.startswith(whole) or whole.startswith(name) for name in names)


def _reads_as_text(page: Page, i: int, tight: str) -> bool:
    """Whether the line, or it and the next, closes with what a text printed along may be called."""
    if len(tight) < 4 or "：" in tight or ("，" in tight and "，" in _BOOKED.sub("", tight)):
        return False
    return any(_VERSION.sub("", whole).endswith(page.lexicon.attached_tail) for whole in (tight, tight + page.below(i)))
