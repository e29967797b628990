"""份号, 密级和保密期限, 紧急程度, 类别标记: single marks of the head (GB/T 9704-2012 7.2.1 - 7.2.3)."""

from __future__ import annotations

import re

from gongwen.layout import Ground, Sheet
from gongwen.model import Node, Security

_COPY_NUMBER = re.compile(r"\d+")
_SECURITY = re.compile(r"(?P<level>绝密|机密|秘密)[★☆*·]?(?P<term>(?:\d+|[一二三四五六七八九十]+)(?:年|个月|天)|长期)?")
_URGENCY = re.compile("特急|加急|特提|平急|急件|紧急")
_CATEGORY = re.compile("(?<![A-Za-z])[A-Da-d][12]?(?![A-Za-z0-9])|[甲乙丙丁]")


def _find(ground: Ground, sheet: Sheet, slot: str, pattern: re.Pattern[str]) -> Node | None:
    element = sheet.first(slot)
    if element is None:
        return None
    text = ground.text(element.lines).tight()
    match = pattern.search(text.chars)
    return Node(**text.place(*match.span())) if match else None


def find_copy_number(ground: Ground, sheet: Sheet) -> Node | None:
    """份号: the serial number of the printed copy, usually six digits."""
    return _find(ground, sheet, "copy_number", _COPY_NUMBER)


def find_security(ground: Ground, sheet: Sheet) -> Security | None:
    """密级和保密期限: ``机密★1年``."""
    element = sheet.first("security")
    if element is None:
        return None
    text = ground.text(element.lines).tight()
    match = _SECURITY.search(text.chars)
    return Security(**text.place(*match.span()), level=match["level"], term=match["term"]) if match else None


def find_urgency(ground: Ground, sheet: Sheet) -> Node | None:
    """紧急程度: 特急, 加急; of telegrams also 特提, 平急."""
    return _find(ground, sheet, "urgency", _URGENCY)


def find_category(ground: Ground, sheet: Sheet) -> Node | None:
    """类别标记 of a reply to a 建议 or 提案, in its spellings: the mark alone."""
    return _find(ground, sheet, "category", _CATEGORY)
