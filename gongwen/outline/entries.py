"""Entries: the paragraphs of a body with their markers and depths."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gongwen.outline.markers import RANK, Marker, lost_markers, marker
from gongwen.text import Text


@dataclass(slots=True)
class Entry:
    """A paragraph on its way into the section tree."""

    text: Text
    marker: Marker | None = None
    depth: int = 0
    """Of a marked paragraph, 1 for the outermost."""
    title_end: int = 0
    """Where the title ends in the text; 0 where there is none."""
    points: list[tuple[int, int, str, int]] = field(default_factory=list)
    """Start, end, marker as printed and ordinal of each point."""
    place: dict[str, object] = field(default_factory=dict)
    """Where the whole paragraph stands, as a Node takes it."""


_HEADING = re.compile(r"[^。；！？：，、]{2,30}")


def entries(paragraphs: list[Text]) -> list[Entry]:
    """The paragraphs with their markers; one that lost its line break is cut at the marker inside."""
    made: list[Entry] = []
    last: dict[str, int] = {}
    most = 0
    texts = [part for whole in paragraphs for part in _unglued(whole)]
    listed = _contents(texts)
    for i, text in enumerate(texts):
        mark = None if i in listed else marker(text.chars, spaced=_spaced(text))
        if mark and not _plausible(mark, last, text.chars, most):
            mark = None
        made.append(Entry(text, mark))
        if mark:
            last[mark.kind] = mark.ordinal
        _cut_lost(made, last)
        most = max(most, last.get("1.", 0), last.get("1、", 0))
    _depths(made)
    return made


_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}[编篇章节条部]分?")


_LEADER = re.compile(r"[…·.—_ ]{2,}\d{1,3}$")
"""What leads from a heading in a table of contents to its page."""


def _contents(texts: list[Text]) -> set[int]:
    """目录: the indexes of its paragraphs, whose markers are none."""
    found = {i for i, text in enumerate(texts) if text.chars[-1].isdigit() and _LEADER.search(text.chars)}
    start = next((i for i, text in enumerate(texts) if text.chars == "目录"), None)
    if start is None or start + 1 >= len(texts):
        return found
    first = _LEADER.sub("", texts[start + 1].chars)
    again = next((i for i in range(start + 2, len(texts)) if texts[i].chars.startswith(first)), start)
    return found | set(range(start + 1, again))


_CHAPTER = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,4}[章节][^，。；：]{1,20}?(?=第[一二三四五六七八九十百零〇\d]{1,5}条)"
)


def _unglued(text: Text) -> list[Text]:
    """The paragraph, or the heading of a chapter and the article behind it where a blank stands for the line break."""
    match = _CHAPTER.match(text.chars)
    if match is None or text.offset(match.end()) - text.offset(match.end() - 1) == 1:
        return [text]
    return [text[: match.end()].strip(), text[match.end() :]]


def _spaced(text: Text) -> bool:
    """Whether a blank is printed behind 第X条, so that it opens an article and is no reference."""
    match = _ARTICLE.match(text.chars)
    if match is None or match.end() >= len(text):
        return False
    return text.offset(match.end()) - text.offset(match.end() - 1) > 1


def _plausible(mark: Marker, last: dict[str, int], chars: str, most: int) -> bool:
    """Whether an Arabic number at the start of a paragraph numbers it: the sequence tells, or the highest number so far.

    A numbering goes on where another one, of a box inside it, began again at 1.
    """
    if chars[mark.end - 1] == "，":  # 二，: only where it goes on with the numbering
        return mark.ordinal == last.get("一、", 0) + 1
    if mark.kind not in {"1.", "1、", "1）"}:
        return mark.kind != "一、" or len(chars) > 3 or mark.ordinal == last.get("一、", 0) + 1
    seen = max(last.get("1.", 0), last.get("1、", 0)) if mark.kind != "1）" else last.get("1）", 0)
    if mark.ordinal <= seen + 3 or mark.ordinal <= 3 or mark.ordinal == most + 1:
        return True
    # A list with several items on a line may have lost a number: the next one inside tells.
    return any(m.kind == mark.kind and m.ordinal == mark.ordinal + 1 for _, m in lost_markers(chars, mark.end))


def _cut_lost(made: list[Entry], last: dict[str, int]) -> None:
    entry = made[-1]
    at = 0
    for place, mark in lost_markers(entry.text.chars, entry.marker.end if entry.marker else 1):
        if last.get(mark.kind, 0 if mark.kind == "章" else -1) != mark.ordinal - 1:
            continue
        whole = made[-1].text
        made[-1].text = whole[: place - at]
        made.append(Entry(whole[place - at :], Marker(mark.kind, mark.ordinal, mark.end - place)))
        last[mark.kind] = mark.ordinal
        at = place


@dataclass(slots=True)
class _Level:
    kind: str
    ordinal: int


def _depths(made: list[Entry]) -> None:
    """Give each marker its depth: from first appearance on a stack, not from its kind alone."""
    following = _following(made)
    stack: list[_Level] = []
    headed = False
    for i, entry in enumerate(made):
        mark = entry.marker
        if mark is None:
            headed = headed or _HEADING.fullmatch(entry.text.chars) is not None
            continue
        level = _level(stack, mark, following[i], headed=headed)
        del stack[level:]
        stack.append(_Level(mark.kind, mark.ordinal))
        entry.depth = len(stack)
        headed = False


def _level(stack: list[_Level], mark: Marker, following: dict[str, int], *, headed: bool) -> int:
    """The index on the stack that a marker takes."""
    for j, level in enumerate(stack):
        if level.kind == mark.kind:
            # A numbering that starts again under an unmarked heading starts at depth 1.
            return 0 if mark.ordinal == 1 and headed and j == len(stack) - 1 and level.ordinal >= 1 else j
    twin = {"1.": "1、", "1、": "1."}.get(mark.kind)
    for j, level in enumerate(stack):
        if level.kind == twin and mark.ordinal == level.ordinal + 1:
            return j
    while stack and RANK[mark.kind] <= RANK[stack[-1].kind]:
        top = stack[-1]
        if mark.ordinal == 1 and following.get(top.kind) == top.ordinal + 1:
            break  # the series of the level above goes on behind: this one is nested in it
        stack.pop()
    return len(stack)


def _following(made: list[Entry]) -> list[dict[str, int]]:
    """For each entry the ordinals of the next marker of each kind behind it."""
    rows: list[dict[str, int]] = []
    ahead: dict[str, int] = {}
    for entry in reversed(made):
        rows.append(ahead)
        if entry.marker:
            ahead = {**ahead, entry.marker.kind: entry.marker.ordinal}
    return rows[::-1]
