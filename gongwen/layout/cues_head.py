"""Cues of 版头 (GB/T 9704-2012 7.2): what stands above the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.grammar.numbers import own_number
from gongwen.layout.view import Cue, Page

_COPY_NUMBER = re.compile(r"(?:No\.?|№|份号：?|编号：?)?\d{3,8}")
_SECURITY = re.compile(
    r"(?:密级：)?(?:绝密|机密|秘密)(?:[★☆*·]?(?:\d+|[一二三四五六七八九十]+)(?:年|个月|天)|[★☆*]?长期|[★☆])?"
)
_URGENCY = re.compile(
    r"(?:(?:紧急程度|缓急程度?|等级)：?)?(?:特急|加急|特提|平急|急件|紧急)(?:[·.]?(?:明电|密码?电?))?"
)
_CATEGORY = re.compile(
    r"(?:(?:类别标记|办理结果|答复类别|办理类别|类别|答复分类|标记)：?[〔（【“]?(?:[A-Da-d][12]?|[甲乙丙丁])类?[〕）】”]?"
    r"|[〔（【“]?[A-D][12]?类?[〕）】”]?|[〔（【][甲乙丙丁]类?[〕）】])"
)
_HEAD = re.compile(
    r"(?P<agency>[^>：，。]{2,60}?)(?:文件|发电|传真电报|明传电报|密码电报|内部明电|内部传真电报|电报|明电)"
)
_HEAD_WORDS = {
    "文件",
    "公告",
    "通告",
    "会议纪要",
    "专题会议纪要",
    "常务会议纪要",
    "办公会议纪要",
    "发电报",
    "电报",
    "明传电报",
    "传真电报",
    "发电",
}
_CODE = re.compile(r"(?!.*(?:文件|电报?$))[^\W\da-zA-Z_]{2,12}")
_MINUTES = re.compile(r"(?!关于)(?P<agency>.{2,40}?)(?:会议纪要|纪要|专题会议纪要)")
_ORDER = re.compile(r"(?P<agency>.{2,50}?)(?:命令|令)")
_TELEGRAM = re.compile(r"(?:收电单位|发往|报头|电报号|共\d+页)：?|[^\W\da-zA-Z_]{1,4}机发?\d{1,6}号")
_SENDER = re.compile(r"(?:发电单位|发电机关)：?.{2,40}")
_SIGNER = re.compile(r"(?:签发人?|签批人?|会签人?|核签人?)：|签批盖章：?|签发：?[^\x00-\x7f，。；：、（）]{2,4}$")
_NAMES = re.compile(r"(?:[^\x00-\x7f，。；：、（）]{1,4}(?:（[^（）]{2,16}）)?[ 、，]*)+")
_DATE_LINE = re.compile(r".{2,30}(?:\d{4}|[〇○O零一二三四五六七八九]{4})年.{2,8}日(?:编印|印发)?")


def head_cues(page: Page, i: int) -> Iterator[Cue]:
    """Cues of a short line that may stand in the head."""
    tight = page.lines[i].tight
    size = len(tight)
    if size <= 10:
        yield from _marks(i, tight)
    if tight[0] in "签会核" and _SIGNER.match(tight):
        yield Cue("signers", 9, "签发人")
    number = own_number(tight)
    if number and not (i and page.lines[i - 1].tight[-1] in "（《，、"):
        bare = number["issue"] and not number["iyear"] and "期" not in tight
        yield Cue("number", 2 if bare else 9, "发文字号")
    elif size < 30 and _opens_number(page, i, page.below(i)):
        yield Cue("number", 9, "发文字号的首行")
    if i and tight[-1] == "号" and size < 14 and _opens_number(page, i - 1, tight):
        yield Cue("number+", 9, "发文字号的末行")
    if size <= 60:
        yield from _letterhead(page, i, tight)
    if i and size <= 40 and _follows_signers(page, i) and _names(page, i):
        yield Cue("signers+", 7, "签发人之下的人名")


def _opens_number(page: Page, i: int, below: str) -> bool:
    """Whether the number breaks over this line and the one below: in the year and serial, or behind the 机关代字."""
    tight = page.lines[i].tight
    code = (
        below[:1] == "〔"
        and _CODE.fullmatch(tight) is not None
        and not page.agencies[i]
        and not page.lexicon.kind_tail.search(tight)
    )
    return (code or "〔" in tight) and own_number(tight + below) is not None


def _marks(i: int, tight: str) -> Iterator[Cue]:
    if i < 8 and _COPY_NUMBER.fullmatch(tight):
        yield Cue("copy_number", 6 if len(tight.lstrip("No.№份编号：")) == 6 else 3, "份号")
    if _SECURITY.fullmatch(tight):
        yield Cue("security", 8, "密级")
    if _URGENCY.fullmatch(tight):
        yield Cue("urgency", 8, "紧急程度")
    if _CATEGORY.fullmatch(tight):
        yield Cue("category", 7, "类别标记")


def _letterhead(page: Page, i: int, tight: str) -> Iterator[Cue]:
    yield from _order_head(page, i, tight)
    yield from _broken_head(page, i, tight)
    if tight.endswith("纪要") and i < 12 and _MINUTES.fullmatch(tight):
        yield Cue("letterhead", 7 if own_number(page.below(i)) else 3, "minutes head")
    if i < 6 and _is_bulletin(tight) and (issue := own_number(page.below(i))) and issue["issue"]:
        yield Cue("letterhead", 7, "issue head")
    if tight.endswith(("公告", "通告")) and i < 12 and page.lexicon.is_agency(tight[:-2]):
        yield Cue("letterhead", 5.5 if own_number(page.below(i)) else 3, "公告、通告的标志")
    if tight in _HEAD_WORDS and i < 14:
        yield Cue("letterhead", 6, "标志中的文件、公告等字")
    elif tight.endswith(("文件", "电", "电报")) and "关于" not in tight and (head := _HEAD.fullmatch(tight)):
        yield Cue("letterhead", 9 if page.lexicon.is_agency(head["agency"]) else 5, "发文机关标志")
    elif page.agencies[i] and i < 16:
        yield Cue("letterhead", _agency_alone(page, i), "机关名称在首部")
    if tight.startswith("发") and _SENDER.fullmatch(tight):
        yield Cue("letterhead", 8, "发电单位")
    if _TELEGRAM.match(tight):
        yield Cue("telegram", 5, "电报栏目")
    if is_date_line(tight) and i < 8:
        yield Cue("date_line", 4, "机关和日期在期号之下")


def _is_bulletin(tight: str) -> bool:
    """Whether the line names a bulletin: 督查专报, 某局工作简报."""
    return tight.endswith(("简报", "专报", "快报")) and len(tight) <= 24 and "关于" not in tight


def _broken_head(page: Page, i: int, tight: str) -> Iterator[Cue]:
    """A head whose name breaks over two lines before 文件."""
    if i in page.broken and page.below(i).endswith("文件"):
        yield Cue("letterhead", 9, "发文机关标志的首行")
    if i - 1 in page.broken and tight.endswith("文件"):
        yield Cue("letterhead+", 12, "发文机关标志的末行")


def _over_order(page: Page, i: int) -> bool:
    """Whether a stack of agencies goes on in 令 below it."""
    below = page.stack(i)[1]
    if below in {"命令", "令"}:
        return True
    order = _ORDER.fullmatch(below) if below.endswith("令") else None
    return order is not None and page.lexicon.is_agency(order["agency"])


def _order_head(page: Page, i: int, tight: str) -> Iterator[Cue]:
    """某市人民政府令, on one line or under a stack of agencies (10.2)."""
    order = _ORDER.fullmatch(tight) if tight.endswith("令") else None
    if order and page.lexicon.is_agency(order["agency"]):
        yield Cue("order_title", 9, "order head")
    elif tight in {"命令", "令"}:
        yield Cue("order_title+", 6, "order head")
    elif page.agencies[i] and _over_order(page, i):
        yield Cue("order_title", 8, "order head")
        yield Cue("order_title+", 8, "order head")
    if order and i and page.agencies[i - 1]:
        yield Cue("order_title+", 8, "order head")
    if i > 1 and page.agencies[i] and page.lines[i - 1].tight.endswith("令") and _over_order(page, i - 2):
        yield Cue("order_title+", 8, "令字旁的机关")


def is_date_line(tight: str) -> bool:
    """Whether the line names agency and date, as below the number of a 纪要."""
    return tight.endswith(("日", "日印发", "日编印")) and _DATE_LINE.fullmatch(tight) is not None


def _agency_alone(page: Page, i: int) -> float:
    """An agency alone is a head where number or 文件 follow, part of the title where 关于 does."""
    for j in range(i + 1, min(i + 9, len(page.lines))):
        tight = page.lines[j].tight
        if page.lines[j].row == page.lines[i].row:
            continue
        if own_number(tight) or tight.endswith("文件") or _SIGNER.match(tight):
            return 5
        if not page.agencies[j] and len(tight) > 10:
            own = page.lines[i].tight
            apart = page.lines[j].gap > 0 or tight.startswith(own)
            return 3 if apart and not tight.startswith("关于") else 0.5
    return 0.5


def _names(page: Page, i: int) -> bool:
    """Whether the line holds names and nothing else: short words, set in from the left or several side by side."""
    line = page.lines[i]
    words = line.chars.replace("、", " ").split()
    short = all(len(word.partition("（")[0]) <= 4 for word in words)
    return (
        short
        and not page.agencies[i]
        and (line.indent >= 8 or len(words) > 1 or 2 <= len(line.tight) <= 4 or _right(page, i))
        and _NAMES.fullmatch(line.chars) is not None
    )


def _right(page: Page, i: int) -> bool:
    """Whether the format sets the line to the right."""
    line = page.lines[i]
    look = page.look(line.start, line.end) if page.look else None
    return look is not None and look.alignment == "right"


def _follows_signers(page: Page, i: int) -> bool:
    """Whether one of the lines just above opens 签发人."""
    return any("签发" in line.tight[:4] for line in page.lines[max(0, i - 4) : i])
