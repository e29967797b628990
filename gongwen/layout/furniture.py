"""Page furniture and web litter: what belongs to the carrier and not to the document."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from gongwen.grammar.dates import DATE_ONLY
from gongwen.layout.lines import Line

# — 3 —；-3-；一3一 (as OCR reads it)；第3页；第3页共5页；3/12；Page 3
_PAGE_NUMBER = re.compile(
    r"[-—·.·一]{1,3}\d{1,4}[-—·.·一]{1,3}|[-—]\d{1,4}|第\d{1,4}页(?:[，,/]?共\d{1,4}页)?|共\d{1,4}页第\d{1,4}页|\d{1,4}/\d{1,4}页?|[Pp]age\d{1,4}(?:of\d{1,4})?"
)
_ORNAMENTS = "★☆—_=*-·─━▬"
"""What stands for the red rule of the head."""
_BARE = re.compile(r"\d{1,3}")


def is_page_number(tight: str) -> bool:
    """Whether a line without blanks is a page number (GB/T 9704-2012 7.5) that says so by its form."""
    return len(tight) <= 16 and _PAGE_NUMBER.fullmatch(tight) is not None


def furniture(lines: list[Line]) -> set[int]:
    """The indexes of lines that are page numbers, running heads or running feet."""
    found = {i for i, line in enumerate(lines) if line.tight[0] in _NUMBER_STARTS and is_page_number(line.tight)}
    found |= {i for i, line in enumerate(lines) if line.tight[0] in _ORNAMENTS and not line.tight.strip(_ORNAMENTS)}
    found |= {i for i, line in enumerate(lines) if line.tight[0] in "（此" and line.tight.strip("（）") == "此页无正文"}
    found |= _counted(lines)
    if lines and (lines[-1].page or len(found) > 1):
        edges = _edges(lines, found)
        found |= _running(lines, edges)
        if lines[-1].page:
            found |= {i for edge in edges for i in edge if _BARE.fullmatch(lines[i].tight)}
    return found


_NUMBER_STARTS = "-—·.一第共0123456789Pp"


def _counted(lines: list[Line]) -> set[int]:
    """Numbers alone on their lines that count on from 1, a page of lines apart; of many, some pages may be short."""
    bare = [(i, int(line.tight)) for i, line in enumerate(lines) if len(line.tight) < 4 and _BARE.fullmatch(line.tight)]
    run = _run(bare, _PAGE)
    loose = _run(bare, 1)
    short = sum(b - a < _PAGE for a, b in pairwise(loose))
    if len(loose) > len(run) and len(loose) >= _MANY and short * 4 <= len(loose):
        run = loose
    return set(run) if len(run) > 1 and run[0] >= _PAGE else set()


def _run(bare: list[tuple[int, int]], apart: int) -> list[int]:
    """The lines whose numbers count on from 1, at least so far apart."""
    run: list[int] = []
    for i, number in bare:
        if number == len(run) + 1 and (not run or i - run[-1] >= apart):
            run.append(i)
    return run


_PAGE = 12
"""Lines that a page has at least."""
_MANY = 6
"""Page numbers from which some may stand closer together: a short page, one with a figure."""


def _edges(lines: list[Line], numbers: set[int]) -> list[tuple[int, int]]:
    """For each page the indexes of its first and last line; a page ends at a form feed or a page number."""
    edges: list[tuple[int, int]] = []
    open_page = -1
    for i, line in enumerate(lines):
        if i in numbers:
            open_page = -1
        elif line.page == open_page:
            edges[-1] = (edges[-1][0], i)
        else:
            edges.append((i, i))
            open_page = line.page
    return edges


def _running(lines: list[Line], edges: list[tuple[int, int]]) -> set[int]:
    """Lines repeated at the same edge of most pages: of two where form feeds part them, of three otherwise."""
    least = max(2 if lines[-1].page else 3, (len(edges) + 1) // 2)
    found: set[int] = set()
    for side in (0, 1):
        alike = {
            pair[side]: _NUMERALS.sub("0", lines[pair[side]].tight)
            for pair in edges
            if len(lines[pair[side]].tight) < 40 and not _is_signed(lines, pair[side])
        }
        often = Counter(alike.values())
        found |= {i for i, shape in alike.items() if often[shape] >= least}
    return found


def _is_signed(lines: list[Line], i: int) -> bool:
    """Whether a line is followed by a date alone: the 署名 that opens a last page may repeat the letterhead."""
    return i + 1 < len(lines) and len(lines[i + 1].tight) < 20 and DATE_ONLY.fullmatch(lines[i + 1].tight) is not None


_NUMERALS = re.compile(r"\d+")


_LITTER = re.compile(
    r"(?:[【〔（]?(?:打印|关闭|收藏|字体|字号|打印本页|关闭窗口|我要纠错|原文下载|附件下载|点击下载|相关链接|相关文件|法宝引证码|大中小|返回顶部)[】〕）]?.{0,30}$"
    r"|(?:信息来源|来源|发布时间|发布日期|发文日期|发布机构|信息索引号?|索引号|主题分类|公开方式|公开时限|浏览次数|浏览量|点击数|阅读次数|访问次数|责任编辑|编辑|作者|稿源|字体大小|"
    r"原文链接|上一篇|下一篇|上一条|下一条|有效性|时效性|生效日期|废止日期|组配分类|生成日期|统一编号|效力级别|(?:文件|公文|信息)?(?:名称|标题)|发文单位|发文机关|公开日期|公开形式|公开属性|体裁分类|服务对象|关键词|所属分类|信息分类|内容概述|内容摘要|分享到|扫一扫.*|(?:[您你](?:现在|所在)?的?|当前的?|[您你]当前的?)位置(?:是)?|网站标识码|技术支持)[：】]"
    r"|(?:时间|日期)：\d{4}[-/.]\d{1,2}[-/.]\d|(?:阅读|浏览|访问)(?:量|次数)?：\d|视力保护色|相关(?:解读|文件|链接|政策)：|政策解读：|.{0,12}下载链接：|文档附件："
    r"|(?:首页|网站首页)[>》›/].*|政策全文$|新华社[^\W\da-zA-Z_]{2,6}\d{1,2}月\d{1,2}日电$|更新时间：|分类：|---+$|版权所有|主办：.*|备案号：|.{0,12}ICP备|.*公网安备|Copyright|(?:扫一扫|分享到|分享：|打印本页|关闭本页|关闭窗口|网站地图|联系我们|返回首页)"
    r"|-?〔.{2,160}〕（.*|https?：//\S+$|www\.)"
)
_ROW = re.compile(
    r"(?P<number>发文字号|文件?编?号)|(?:信息)?索引号|(?:主题|组配|体裁|信息|公文|所属)分类|服务对象|发文(?:机关|单位|机构|日期)|(?:发布|公开)(?:机构|单位|日期|时间|方式|范围|形式|属性|类型|时限)"
    r"|(?:成文|生成|生效|实施|废止|失效)(?:日期|时间)|(?:文件|公文|信息)?(?:名称|标题)|统一编号|统一登记号|有效性|时效性|效力状态|是否有效|关键词|主题词|内容概述|信息来源"
)
"""What a site's table above a document names: 索引号, 主题分类, 发文机关, 成文日期 …"""
_HEAD_ROWS = 3
"""Rows that such a table has at least."""


def head_table(lines: list[Line]) -> set[int]:
    """The indexes of the lines of a site's table above the document, but the number itself.

    A name stands on a line of its own, its value on the next, or both on one line with a gap between.
    """
    names = {
        i: match for i, line in enumerate(lines[:40]) if (match := _ROW.match(line.tight)) and _is_row(line, match)
    }
    if len(names) < _HEAD_ROWS:
        return set()
    found: set[int] = set()
    for i, match in names.items():
        found.add(i)
        alone = len(lines[i].tight.rstrip("：")) == match.end()
        if alone and i + 1 < len(lines) and i + 1 not in names and not match["number"]:
            found.add(i + 1)
    return found


def _is_row(line: Line, match: re.Match[str]) -> bool:
    """Whether the name stands alone, or a gap parts it from the value."""
    alone = line.tight.rstrip("：") == match.group()
    return alone or bool(line.tabs and line.tight[match.end() : match.end() + 1] not in _JOINED)


_JOINED = frozenset("的和与及、，。")
_FILE = re.compile(
    r"附件\d{0,2}[：:.、]?.{0,80}\.(?:docx?|xlsx?|pdf|ceb|cebx|ofd|wps|et|rar|zip|jpe?g|png|txt)(?:（.*）)?",
    re.IGNORECASE,
)
_LOOSE_FILE = re.compile(r".{1,80}\.(?:docx?|xlsx?|pdf|ceb|cebx|ofd|wps|et|rar|zip|jpe?g|png)", re.IGNORECASE)


def is_litter(tight: str) -> bool:
    """Whether a line without blanks is a web page's own: navigation, source line, sharing."""
    return _LITTER.match(tight) is not None


def is_file_link(tight: str) -> bool:
    """Whether a line without blanks names a file to download."""
    return tight[-1].isascii() and (_FILE.fullmatch(tight) is not None or _LOOSE_FILE.fullmatch(tight) is not None)
