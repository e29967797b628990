"""附件说明 (GB/T 9704-2012 7.3.4): number and title of each attachment, listed after the text."""

from __future__ import annotations

import re
from itertools import pairwise

from gongwen.grammar.numerals import integer
from gongwen.layout import Ground, Line, Sheet
from gongwen.lexicon import Lexicon
from gongwen.model import AttachmentItem
from gongwen.text import Text

_ALONE = frozenset({"附件：", "附件", "附："})
_LABEL = re.compile(r"附[件表]? *：?|：")
_NUMBER = re.compile(r"(?:附件)? *(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?: *[.、：] *| +)")
_NUMBERED = re.compile(r"(?:附件)?(?:\d{1,2}[.、：]|[一二三四五六七八九十]{1,2}[、：])")
_NUMBER_BEHIND = re.compile(r"》（[^（）]*号）$")
"""《…》（泽水〔2021〕3号）"""
_ANOTHER = re.compile(r"(?<=[^\d.])\d{1,2}[.、](?=[^\d])")


def find_attachment_list(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> tuple[AttachmentItem, ...]:
    """The titles listed, without 附件：, number and 《》; a wrapped title is joined.

    What is listed again behind the date counts once.
    """
    items: list[AttachmentItem] = []
    for element in (*sheet.all("attachment_list"), *sheet.all("late_list")):
        for lines in _items(element.lines, lexicon):
            text = ground.text(lines)
            for part in _parts(text):
                item = _item(part)
                if item and not (element.slot == "late_list" and any(item.title == one.title for one in items)):
                    items.append(item)
    return tuple(items)


def _items(lines: list[Line], lexicon: Lexicon) -> list[list[Line]]:
    """The lines of each item; below 附件： names without numbers end where a line closes with a kind."""
    items: list[list[Line]] = []
    bare = lines[0].tight in _ALONE and not any(map(_opens, lines[1:]))
    for line in lines:
        opens = _opens(line) or (bare and items and items[-1][-1].tight.endswith(lexicon.attached_tail))
        if opens or not items or items[-1][-1].tight in _ALONE:
            items.append([line])
        else:
            items[-1].append(line)
    return items


def _opens(line: Line) -> bool:
    """Whether a line opens an item by its number."""
    return line.tight.startswith("附件") or _NUMBERED.match(line.tight) is not None


def _parts(text: Text) -> list[Text]:
    """The items of a line that lists several: 1.甲2.乙."""
    cuts = [m.start() for m in _ANOTHER.finditer(text.chars)]
    label = _LABEL.match(text.chars)
    start = label.end() if label else 0
    if not cuts or not _NUMBER.match(text.chars, start):
        return [text]
    cuts = [c for c in cuts if c > start + 3]
    edges = [0, *cuts, len(text)]
    return [text[a:b].strip() for a, b in pairwise(edges)]


def _item(text: Text) -> AttachmentItem | None:
    label = _LABEL.match(text.chars)
    rest = text[label.end() :].strip(" ：\u200b") if label else text
    number = None
    match = _NUMBER.match(rest.chars)
    if match and match.end() < len(rest):
        number = integer(match["n"])
        rest = rest[match.end() :]
    rest = rest.strip(" 。；，\u200b")
    numbered = _NUMBER_BEHIND.search(rest.chars)
    if numbered:
        rest = rest[: numbered.start() + 1]
    if rest.chars.startswith("《") and rest.chars.endswith("》"):
        rest = rest[1:-1]
    if not rest or rest.chars in {"略", "如文"}:
        return None
    place = rest.place()
    return AttachmentItem(number=number, title=str(place["clean"]), **place)
