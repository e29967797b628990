"""标题 (GB/T 9704-2012 7.3.1): 发文机关名称, 事由 and 文种."""

from __future__ import annotations

import re
from itertools import pairwise

from gongwen.fields.letterhead import find_agencies
from gongwen.layout import Element, Ground, Sheet
from gongwen.lexicon import Kind, Lexicon
from gongwen.model import Agency, Title
from gongwen.text import BREAKS, Text, join

_BRACKET_TAIL = re.compile(r"(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）|[“”\"])+$")
_WRAPPED = re.compile(r"(?:印发|转发|发布|公布|^)《(?P<inner>[^《》]+)》$")
"""A title that only puts another in 《》 and names no kind of its own: 某局印发《关于…的通知》."""
_SUBTITLE = re.compile(r"——|(?<!\d)--(?!\d)")
"""What parts a title from its 副标题."""
_BREAK = re.compile(f"[{BREAKS}]")
_DATED = re.compile(r"[^\W\da-zA-Z_]{3,30}?(?P<rest>\d{4}年)")
"""An agency right before the year: 某市统计局2020年…公报"""
_ORDER = re.compile(r"(?:命 *)?令$")
_MANNER = re.compile(r"的(?:实施|指导|若干|补充|紧急|有关|暂行|情况|公开|联合|工作|会议|统计)?$")
_VERB = re.compile(r"关于|转发|批转|印发|公布|发布|对(?=.{3,})")


def find_title(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> tuple[Title | None, Kind | None]:
    """The title and its kind; of a 令 the head line is the title."""
    element = sheet.first("title") or sheet.first("order_title")
    if element is None:
        return _head_of_minutes(ground, sheet, lexicon)
    text = title_text(ground, element, lexicon)
    if text.chars[0] == "（" and text.chars[-1] == "）" and text.chars.count("（") == 1:
        text = text[1:-1]
    bare = _BRACKET_TAIL.sub("", _SUBTITLE.split(text.tight().chars, maxsplit=1)[0])
    if element.slot == "order_title":
        kind: Kind | None = lexicon.kind_of.get("令")
        agencies = _ordering(ground, element, lexicon)
        return Title(agencies=tuple(agencies), kind="令", **text.place()), kind
    wrapped = _WRAPPED.search(bare)
    closing = lexicon.kind_tail.search(wrapped["inner"] if wrapped else bare)
    kind = lexicon.kind_of[closing.group()] if closing else None
    agencies, start = _agencies(ground, element, text, lexicon)
    subject = _subject(text, start, closing.group() if closing else "")
    place = text.place()
    beside = (ground.source[one.end : two.start] for one, two in pairwise(agencies))
    if any(between and not _BREAK.search(between) for between in beside):
        place["clean"] = _side_by_side(str(place["clean"]), agencies)
    return Title(agencies=tuple(agencies), subject=subject, kind=kind.name if kind else None, **place), kind


def _head_of_minutes(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> tuple[Title | None, Kind | None]:
    """A 纪要 or 公告 that has no title of its own is called as its head line says."""
    element = sheet.first("letterhead")
    tail = element.lines[-1].tight[-2:] if element else ""
    if element is None or tail not in {"纪要", "公告", "通告"}:
        return None, None
    text = ground.text(element.lines).tight()
    return Title(kind=tail, **text.place()), lexicon.kind_of.get(tail)


def title_text(ground: Ground, element: Element, lexicon: Lexicon) -> Text:
    """The lines of a title joined; a blank stays between two agencies named side by side."""
    parts: list[Text] = []
    for line in element.lines:
        text = line.text(ground.source)
        verb = _VERB.search(text.chars)
        names = text[: verb.start()] if verb else text
        if " " in names.chars.strip() and len(find_agencies(names, lexicon)) > 1:
            parts.extend([names, text[verb.start() :].tidy()] if verb else [names])
        else:
            parts.append(text.tidy())
    return join(parts)


def _side_by_side(clean: str, agencies: list[Agency]) -> str:
    """The title with one blank between agencies that stand side by side without 、."""
    names = [agency.name for agency in agencies]
    joined = "".join(names)
    return " ".join(names) + clean[len(joined) :] if clean.startswith(joined) else clean


def _ordering(ground: Ground, element: Element, lexicon: Lexicon) -> list[Agency]:
    """The agencies of a 令, one a line or side by side, without 令 and 命令."""
    named: list[Agency] = []
    for line in element.lines:
        text = line.text(ground.source)
        tail = _ORDER.search(text.chars)
        name = text[: tail.start()].strip() if tail else text
        named.extend(find_agencies(name, lexicon) if name else [])
    return named


def _agencies(ground: Ground, element: Element, text: Text, lexicon: Lexicon) -> tuple[list[Agency], int]:
    """The agencies before 关于, 印发 …, and where the subject begins."""
    verb = _VERB.search(text.chars)
    if verb is None:
        dated = _DATED.match(text.chars)
        head = text[: dated.start("rest")] if dated else text[:0]
        return (find_agencies(head, lexicon), len(head)) if head and lexicon.is_agency(head.tight().chars) else ([], 0)
    if verb.start() == 0:
        return [], verb.end() if verb.group() == "关于" else 0
    start = verb.end() if verb.group() == "关于" else verb.start()
    lines = [line.text(ground.source) for line in element.lines]
    own = [t for t in lines if t.offset(len(t) - 1) < text.offset(verb.start())]
    if (
        len(own) > 1
        and all(lexicon.is_agency(t.tight().chars) for t in own)
        and sum(len(t.tight()) for t in own) == len(text[: verb.start()].tight())
    ):
        return [agency for t in own for agency in find_agencies(t, lexicon)], start
    head = text[: verb.start()]
    if lexicon.is_agency(head.tight().chars) or all(map(lexicon.is_agency, re.split("[ 、]", head.chars.strip()))):
        return find_agencies(head.strip(), lexicon), start
    return [], start


def _subject(text: Text, start: int, kind: str) -> str | None:
    rest = text[start:].tight()
    chars = _BRACKET_TAIL.sub("", _SUBTITLE.split(rest.chars, maxsplit=1)[0])
    end = len(chars) - len(kind) if kind and chars.endswith(kind) else len(chars)
    # 的指导意见, 的紧急通知: the word before the kind belongs to it
    manner = _MANNER.search(chars, 0, end)
    end = manner.start() if manner else end
    return rest.clean(0, end) if end > 0 else None
