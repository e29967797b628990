"""Lines: the source cut at line breaks, and at wide gaps where two elements share a line."""

from __future__ import annotations

import re

from gongwen.grammar.dates import DATE_ONLY
from gongwen.grammar.numbers import own_number
from gongwen.lexicon import Lexicon
from gongwen.text import BLANKS, BREAKS, INVISIBLE, Text

_LINE = re.compile(f"[^{BREAKS}]+")
_GAP = re.compile(" {3,}|(?<=\t) +")
_WIDE = set(BLANKS) - {" ", "\xa0", "\t"}


class Line:
    """A line of the source, or a cell of one, without the blanks around it."""

    __slots__ = ("chars", "end", "gap", "indent", "page", "row", "start", "tabs", "tight", "width")

    def __init__(self, chars: str, start: int, row: int, *, gap: int, page: int, indent: int) -> None:
        self.chars = chars
        """The folded characters, blanks inside kept."""
        self.tight = tighten(chars)
        """The folded characters without any blank."""
        self.start = start
        self.end = start + len(chars)
        self.row = row
        """The number of the source line, from 1; cells of one line share it."""
        self.gap = gap
        """The number of blank lines above."""
        self.page = page
        """The number of form feeds above."""
        self.indent = indent
        """The blank columns before the line; a Chinese character has two."""
        self.tabs = 0
        """The tabs inside it: the cells of a table row stand between."""
        self.width = indent + columns(chars)
        """The columns to the line's end."""

    def text(self, source: str) -> Text:
        """The line's folded characters with their places."""
        return Text(source, self.chars, [0], [self.start], [False])

    def __repr__(self) -> str:
        return f"Line({self.row}, {self.chars!r})"


def tighten(chars: str) -> str:
    """Folded characters without any blank."""
    return chars.replace(" ", "").replace("\u200b", "")


def columns(chars: str) -> int:
    """The width of folded characters in columns: a Chinese character has two, an ASCII one one."""
    return 2 * len(chars) - len(chars.encode("ascii", "ignore"))


def split(source: str, folded: str) -> list[Line]:
    """The lines of the source that hold more than blanks, in order."""
    lines: list[Line] = []
    at, row, page, last_row = 0, 1, 0, 0
    tabbed = "\t" in source
    for match in _LINE.finditer(folded):
        start, end = match.span()
        row += _breaks(source, at, start)
        page += folded.count("\f", at, start)
        at = end
        chars = match.group()
        body = chars.strip(" \u200b")
        if not body:
            continue
        lead = len(chars) - len(chars.lstrip(" \u200b"))
        indent = _indent(source, start, start + lead) if lead else 0
        gap = max(0, row - last_row - 1) if last_row else 0
        lines.append(Line(body, start + lead, row, gap=gap, page=page, indent=indent))
        if tabbed:
            lines[-1].tabs = source.count("\t", start + lead, start + lead + len(body))
        last_row = row
    _single_spaced(lines)
    return lines


def _single_spaced(lines: list[Line]) -> None:
    """Where every line is set apart by blank ones, these mean nothing."""
    common = min((line.gap for line in lines[1:]), default=0)
    if common and len(lines) > 3:
        for line in lines[1:]:
            line.gap -= common


def _breaks(source: str, start: int, end: int) -> int:
    """How many line breaks stand between two offsets; CRLF is one."""
    if end - start == 1:
        return 1
    between = source[start:end]
    return sum(map(between.count, BREAKS)) - between.count("\r\n")


def _indent(source: str, start: int, end: int) -> int:
    lead = source[start:end]
    return sum(2 if c in _WIDE else 0 if c in INVISIBLE else 4 if c == "\t" else 1 for c in lead)


_LABELLED = re.compile(
    "签发人?：|签批人?：|签批盖章|发电单位|等级|签发 |(?:类别标记|办理结果|类别|紧急程度|密级|份号|等级|文号|编号)：|[A-D][12]?$|（[A-D][12]?(?:类)?）$"
    r"|(?:绝密|机密|秘密)(?:[★☆][^ ]{2,4})?$|(?:特急|加急|特提|平急)(?:·明电)?$"
)


def cells(line: Line, lexicon: Lexicon, *, first: bool = False) -> list[Line]:
    """The line, or its cells where it holds several elements side by side; of the first line also a 令 and its number."""
    numbered = _NUMBER_BESIDE.fullmatch(line.chars) if line.chars.endswith("）") else None
    if first and line.tight.endswith(("号", "号）")):
        numbered = numbered or _ORDER_NUMBERED.fullmatch(line.chars)
    if numbered is None and (" " not in line.chars or len(line.chars) > 200):
        return [line]
    parts = _beside(numbered) if numbered else _signed(line, lexicon) or _parts(line)
    if len(parts) == 1:
        return [line]
    tight = [tighten(chars) for chars, _ in parts]
    if not (_elements(tight) or all(lexicon.is_agency(t) for t in tight)):
        return [line]
    lead = Line(parts[0][0], line.start, line.row, gap=line.gap, page=line.page, indent=line.indent)
    rest = [
        Line(chars, line.start + at, line.row, gap=0, page=line.page, indent=line.indent + columns(line.chars[:at]))
        for chars, at in parts[1:]
    ]
    return [lead, *rest]


# A title with its number in brackets behind it, or the number with the title in brackets.
_NUMBER_BESIDE = re.compile(
    r"(?P<c>[^（）。]{0,40}关于[^。]{4,120}(?:公告|通告|令)|[^（）。，]{0,40}(?:公告|通告))(?P<k>（第 *\d{1,4} *号）)|"
    r"(?P<a>(?!附件?：)[^（）。]{0,40}(?:关于|转发|印发)[^。]{4,120}[^号。])(?P<n>（[^\W\da-zA-Z_]{1,16}〔\d{4}〕\d{1,5}号）)"
    r"|(?P<m>[^\d（）。，]{2,40}公告\d{4}年 ?第\d{1,4}号)(?P<b>（关于[^。]{4,120}）)"
)


_ORDER_NUMBERED = re.compile(
    r"(?P<d>[^\d（）。，]{2,50}令) *(?P<o>（?(?:\d{4}年 *)?第 *[\d一二三四五六七八九十百零〇]{1,6} *号）?)"
)


def _beside(match: re.Match[str]) -> list[tuple[str, int]]:
    groups = match.groupdict()
    names = next(pair for pair in (("c", "k"), ("a", "n"), ("m", "b"), ("d", "o")) if groups.get(pair[0]))
    return [(match[name], match.start(name)) for name in names]


def _elements(tight: list[str]) -> bool:
    """Whether one of the cells is an element of the head that shares its line with others."""
    return (
        any(_LABELLED.match(t) or own_number(t) or DATE_ONLY.fullmatch(t) for t in tight)
        and "印发" not in tight[-1][-3:]
    )


def _signed(line: Line, lexicon: Lexicon) -> list[tuple[str, int]]:
    """署名 and 成文日期 on one line with a blank between; empty where they are not."""
    name, _, rest = line.chars.partition(" ")
    day = rest.strip()
    if 4 <= len(name) <= 40 and DATE_ONLY.fullmatch(tighten(day)) and lexicon.is_agency(name):
        return [(name, 0), (day, len(line.chars) - len(day))]
    return []


_BLANK_RUN = re.compile("[ \u200b]+")


def _parts(line: Line) -> list[tuple[str, int]]:
    """The stretches between gaps: wide ones anywhere, single blanks next to a number or a label."""
    chars = line.chars
    parts: list[tuple[str, int]] = []
    at = 0
    for match in _BLANK_RUN.finditer(chars):
        head = chars[at : match.start()]
        wide = match.end() - match.start() >= 2
        if len(head) < 2 or not (wide or own_number(head) or _LABELLED.match(chars, match.end())):
            continue
        if _spaced(head) or _spaced(chars[match.end() :]):
            continue
        parts.append((head, at))
        at = match.end()
    parts.append((chars[at:], at))
    return parts


def _spaced(chars: str) -> bool:
    """Whether the characters are letter-spaced: 江 宁 省 水 利 厅."""
    words = chars.split()
    return len(words) > 2 and all(len(w) == 1 for w in words)
