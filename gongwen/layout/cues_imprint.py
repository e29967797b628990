"""Cues of 版记 (GB/T 9704-2012 7.4), and of what a web page puts around a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gongwen.grammar.dates import DATE
from gongwen.layout.furniture import is_file_link, is_litter
from gongwen.layout.view import Cue, Page

_KEYWORDS = re.compile(r"主题词：?")
_COPIES = re.compile(r"(?:抄送|抄报|主送|分送|发送|报送|抄发|印送|[抄报送发])(?:单位|机关|部门)?：")
_IMPRINT = re.compile(rf"(?P<agency>.{{0,50}}?){DATE}(?:印发|印制|印|发)")
_IMPRINT_LABEL = re.compile(r"(?:印发机关|印发单位|印制单位|承办单位|印发日期|印发时间)：")
_PRINT_RUN = re.compile(
    r"[（]?(?:共印|印数|印刷|打印|印|共)[：]?(?:制|发)?(?:\d+|[一二三四五六七八九十百千]+)份[）]?。?"
)
SITE_TITLE = "网页标题，正文另有"
"""The name of the cue of a title that the site prints above the document's own."""


def imprint_cues(page: Page, i: int) -> Iterator[Cue]:
    """Copies, agency and date of printing, print run, 主题词."""
    tight = page.lines[i].tight
    first = tight[0]
    if first in "抄主分发报印送" and is_copies(tight):
        yield Cue("copies", 6 if tight[1] == "：" else 10, "抄送")
    if first == "主" and _KEYWORDS.match(tight):
        yield Cue("keywords", 10, "主题词")
    if "印" in tight[-10:]:
        yield from _printed(page, i, tight)
    if _IMPRINT_LABEL.match(tight):
        yield Cue("imprint", 7, "印发机关和印发日期")
    if page.agencies[i] and _IMPRINT.fullmatch(page.below(i)):
        yield Cue("imprint", 8, "印发日期之上的机关")
    if i and is_listing(tight):
        if page.lines[i - 1].tight[-1] != "。":
            yield Cue("copies+", 5, "续列的机关")
        elif tight[-1] == "。" or page.lines[i].indent >= 4 or ("，" in tight and page.below(i)[-1:] == "。"):
            yield Cue("copies+", 4, "另起一行的机关")


def _printed(page: Page, i: int, tight: str) -> Iterator[Cue]:
    if _PRINT_RUN.fullmatch(tight):
        yield Cue("print_run", 9, "份数")
    found = _IMPRINT.match(tight) if len(tight) < 90 else None
    if found and len(tight) - found.end() < 16:
        yield Cue("imprint", 10, "印发机关和印发日期")
        if i and page.agencies[i - 1]:
            yield Cue("imprint+", 10, "机关之下的印发日期")


def is_copies(tight: str) -> bool:
    """Whether the line opens a list of 抄送 and the like."""
    return _COPIES.match(tight) is not None


def is_listing(tight: str) -> bool:
    """Whether the line lists names and holds no sentence."""
    return (
        len(tight) < 200
        and "。" not in tight[:-1]
        and "！" not in tight
        and "：" not in tight
        and "；" not in tight[:2]
    )


def litter_cues(page: Page, i: int) -> Iterator[Cue]:
    """What a web page puts around the document."""
    tight = page.lines[i].tight
    if i < 4 and (_again(page, i, tight) or (i and _again_broken(page, i, tight))):
        yield Cue("litter", 9, SITE_TITLE)
    if is_litter(tight):
        yield Cue("litter", 7, "网页栏目")
    if is_file_link(tight):
        yield Cue("litter", 6, "下载文件名")


def _again_broken(page: Page, i: int, tight: str) -> bool:
    """Whether the line is the second one of a title that the site prints over two lines."""
    above = page.lines[i - 1].tight
    if above + tight in page.named:
        return True
    below = [line.tight for line in page.lines[i + 1 : i + 9]]
    return _again(page, i - 1, above) and (above, tight) in pairwise(below)


def _again(page: Page, i: int, tight: str) -> bool:
    """Whether the line, a title that the site prints, stands again below, on one line or two, or in 《》."""
    if len(tight) > 8 and (tight in page.named or tight + page.below(i) in page.named):
        return True
    if len(tight) <= 8:
        return False
    if page.agencies[i] or not (page.lexicon.kind_tail.search(tight) or "关于" in tight):
        return False
    below = [line.tight for line in page.lines[i + 1 : i + 9]]
    if tight in below or any(a + b == tight for a, b in pairwise(below)):
        return True
    # The site leaves out the agency that the document's own title names.
    return tight.startswith("关于") and any(
        line.endswith(tight) and page.lexicon.is_agency(line[: -len(tight)]) for line in below
    )
