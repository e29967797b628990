"""What a cue sees: a line and the lines beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from gongwen.grammar.dates import BLANK, DATE_ONLY
from gongwen.layout.furniture import is_file_link
from gongwen.layout.lines import Line
from gongwen.layout.tables import table_lines
from gongwen.lexicon import Lexicon


class LookLike(Protocol):
    """What a cue reads of the look of a line."""

    @property
    def size(self) -> float | None:
        """字号 in points."""

    @property
    def red(self) -> bool:
        """Whether it is red."""

    @property
    def alignment(self) -> str | None:
        """``left``, ``centre`` or ``right``."""


class Cue(NamedTuple):
    """Why a line may hold a slot: the slot, the weight of the reason, and its name."""

    slot: str
    weight: float
    name: str


_BESIDE = re.compile(r"(?:（(?:盖章|印章|章|公章|印|代章|[^（）]{2,24}代章)）|编印?|[，,])$")
"""What may stand behind the name of a body on a line of its own."""
_LONGEST_NAME = 90
"""Characters of a line that may be the name of a body, with what stands behind it."""
_NAME_PART = re.compile(r"(?:(?!为|之|的|起|关于)[^\W\da-zA-Z_])+")
_HEAD_LINES = 8
"""Lines from the start among which a head stands."""
_PLACED = re.compile("[省市县区州国]|^中")
_LOCAL = re.compile("[省市县区州]")
_ENDS = "。；！？"
_BOOK = re.compile("《([^《》]{4,80})》")
_ITEM = re.compile(r"\d{1,2}[.、](.{4,80})")
_LISTED = re.compile(r"附件?(?:\d{0,2}：(?:\d{1,2}[.、])?|\d{1,2}[.、])(.{4,80})")


@dataclass
class Page:
    """The lines of one text, and what is known of them as a whole."""

    lines: list[Line]
    lexicon: Lexicon
    attached: bool = False
    """Whether the text is one printed along with another."""
    named: frozenset[str] = frozenset()
    """Titles of texts that may follow: what the head names in 《》, what 附件： lists."""
    look: Callable[[int, int], LookLike | None] | None = None
    """How the characters from start to end look, where the format knows it."""
    body_size: float = 16.0
    """字号 of most characters, in points."""
    ruled: frozenset[int] = frozenset()
    """Lines that the format marks as rows of a table."""
    agencies: list[bool] = field(default_factory=list)
    """Of each line, whether it reads as the name of one body or several."""
    dates: list[bool] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    """Lines that are rows or cells of a table."""
    broken: set[int] = field(default_factory=set)
    """Lines that open the name of a body and break off in it; the next one closes it."""

    def __post_init__(self) -> None:
        self.agencies = [self._agency(line.tight) for line in self.lines]
        self.dates = [
            line.tight[0] in "（12一二X×"
            and len(line.tight) < 20
            and (DATE_ONLY.fullmatch(line.tight) or BLANK.fullmatch(line.tight)) is not None
            for line in self.lines
        ]
        self.tables = table_lines(self.lines) | self.ruled
        self.broken = {i for i in range(len(self.lines) - 1) if self._breaks(i)}
        if not self.attached:
            self.named = self._named()

    def _breaks(self, i: int) -> bool:
        """Whether the name of a body breaks over this line and the next, before a date or 关于 …."""
        one, two = self.lines[i].tight, self.lines[i + 1].tight
        if not 6 <= len(one) < 30 or self.agencies[i] or len(two) > 60 or not _NAME_PART.fullmatch(one):
            return False
        if self.lexicon.kind_tail.search(one):
            return False
        if i < _HEAD_LINES and two.endswith("文件"):
            return self._agency(one + two[:-2]) and bool(_PLACED.search(one)) and not _LOCAL.search(two)
        if (self.dates[min(i + 2, len(self.lines) - 1)] or i + 2 == len(self.lines)) and len(two) < 24:
            return self._agency(one + two)
        head = two.partition("关于")[0] if i < 12 and "关于" in two[1:] else ""
        return bool(head) and self._agency(one + head)

    def _agency(self, tight: str) -> bool:
        if len(tight) > _LONGEST_NAME:
            return False
        tight = _BESIDE.sub("", tight)
        return len(tight) < 60 and self.lexicon.is_agency(tight)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The long lines among the first ones: what a site prints again at the end."""
        return frozenset(line.tight for line in self.lines[:6] if len(line.tight) > 12)

    def below(self, i: int) -> str:
        """The next line that is no cell beside this one, without blanks; empty behind the last."""
        j = i + 1
        while j < len(self.lines) and self.lines[j].row == self.lines[i].row:
            j += 1
        return self.lines[j].tight if j < len(self.lines) else ""

    def stack(self, i: int) -> tuple[int, str]:
        """Of a line in a stack of agencies, where the stack starts, and the line below it."""
        top = i
        while top > i - 24 and top and self.agencies[top - 1]:
            top -= 1
        j = i
        while j < min(len(self.lines), i + 24) and self.agencies[j]:
            j += 1
        return top, self.lines[j].tight if j < len(self.lines) else ""

    def _named(self) -> frozenset[str]:
        found: set[str] = set()
        listing = False
        for i, line in enumerate(self.lines):
            if i < 14:
                found.update(_BOOK.findall(line.tight))
            listed = _LISTED.match(line.tight) or (_ITEM.match(line.tight) if listing else None)
            listing = listed is not None or (listing and line.indent > 4 and len(line.tight) < 40)
            if listed and not is_file_link(line.tight):
                found.add(listed[1].strip("《》"))
                found.add((listed[1] + self.below(i)).strip("《》"))
        found.update(_BOOK.findall("".join(line.tight for line in self.lines[:14])))
        head = "".join(line.tight for line in self.lines[:6])
        printed = re.search(r"(?:印发|转发|批转|公布|发布)(.{4,60}?)的(?:通知|公告|令)", head)
        if printed:
            found.add(printed[1].strip("《》"))
        return frozenset(found)

    @cached_property
    def listed(self) -> dict[str, int]:
        """The titles that items of lists name (附件：1.…; 附件2：…; 3.…), with the first line of each."""
        found: dict[str, int] = {}
        for i, line in enumerate(self.lines):
            match = _LISTED.match(line.tight) or _ITEM.match(line.tight)
            if match:
                found.setdefault(match[1].strip("《》"), i)
        return found

    @cached_property
    def named_ends(self) -> set[int]:
        """Of the first lines those with which a title that the document names ends, on one line or several."""
        ends: set[int] = set()
        for i in range(min(len(self.lines), 24)):
            whole = ""
            for j in range(i, min(len(self.lines), i + 4)):
                whole += self.lines[j].tight
                if whole in self.named:
                    ends.add(j)
        return ends

    @cached_property
    def common_indent(self) -> int:
        """The indent of most lines that close a paragraph."""
        indents = [line.indent for line in self.lines if line.tight[-1] in _ENDS]
        return max(set(indents), key=indents.count) if indents else 0
