"""Cues of font, size, colour and position, where the format knows them: they add to the words, never decide alone."""

from __future__ import annotations

from collections.abc import Iterator

from gongwen.layout.measure import OPENS
from gongwen.layout.view import Cue, Page

_LARGE = 17.5
"""字号 in points from which type is larger than any text: 小二 is 18, 二号 22."""


def look_cues(page: Page, i: int) -> Iterator[Cue]:
    """红头, 小标宋 title, date on the right (GB/T 9704-2012 7.2.4, 7.3.1, 7.3.5)."""
    if page.look is None:
        return
    line = page.lines[i]
    look = page.look(line.start, line.end)
    if look is None:
        return
    if look.red and i < 14:
        yield Cue("letterhead", 3, "红色")
    large = look.size is not None and look.size >= max(_LARGE, page.body_size * 1.2)
    plain = not OPENS.match(line.tight) and line.tight[-1] not in "。；：，、"
    if large and plain and not look.red and len(line.tight) < 60:
        yield Cue("title", 2, "大字")
        yield Cue("title+", 2, "大字")
    if look.alignment == "right" and (page.dates[i] or page.agencies[i]):
        yield Cue("date", 1.5, "居右")
        yield Cue("signature", 1.5, "居右")
