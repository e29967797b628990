"""行文: what runs on through the paragraphs of a text: whether it plans, lays down or reports, and the heads of its lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from gongwen.claims.words import alternatives, table
from gongwen.model.claim import Modality
from gongwen.passage import Passage

Shares = dict[Modality, float]


@dataclass(frozen=True, slots=True)
class Stem:
    """What a list stands under: 申请人应当具备下列条件：."""

    path: tuple[str, ...]
    part: int

    def covers(self, passage: Passage, before: str) -> bool:
        """Whether a paragraph is an item of the list: one below it, or one beside it as long as the items go on with ；."""
        if passage.part != self.part or passage.path[: len(self.path)] != self.path:
            return False
        below = len(passage.path) > len(self.path) > 0
        return below or before[-1:] in "：；"


@dataclass(slots=True)
class Course:
    """What is known of a text while its paragraphs are read."""

    texts: dict[int, list[str]]
    """The paragraphs of each part."""
    known: dict[int, Shares] = field(default_factory=dict)
    stem: Stem | None = None
    before: str = field(default="")
    """The paragraph before."""

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Course:
        """Before the first paragraph."""
        parts: dict[int, list[str]] = {}
        for passage in passages:
            parts.setdefault(passage.part, []).append(passage.text.chars)
        return cls(parts)

    def shares(self, part: int) -> Shares:
        """How much of the words of a part plans, lays down and reports."""
        if part not in self.known:
            self.known[part] = _shares("\n".join(self.texts[part]))
        return self.known[part]

    def read(self, passage: Passage) -> bool:
        """Go on to a paragraph; whether it is an item in a list of conditions."""
        text = passage.text.chars
        if self.stem and not self.stem.covers(passage, self.before):
            self.stem = None
        listed = self.stem is not None or bool(passage.headings and _is_of_conditions(passage.headings[-1]))
        if text.endswith("：") and _CONDITIONS.search(text, max(0, len(text) - _HEAD)):
            self.stem = Stem(passage.path, passage.part)
        self.before = text
        return listed


_HEAD = 40
# 报名条件, 竞买人资格要求
_HEADING = re.compile("(?:条件|资格)(?:和?要求)?$|(?:申报|认定|评选|准入|规模)标准$")
_OF_PLACE = re.compile(
    "(?:建设|自然|水文|地质|施工|开发|用地|基础|规划|设计|技术|使用|工作|现状|外部|配套|办学|办公|生活|居住|医疗|生产|通行)条件|(?:改善|创造)[^，。；]{0,8}条件$"
)
# 应当具备下列条件：, 有下列情形之一的，：; 情况如下： is none
_CONDITIONS = re.compile("(?:条件|资格|情形)[^，。；：]{0,10}(?:，[^，。；：]{0,14}){0,2}：$")


@cache
def _words() -> tuple[re.Pattern[str], dict[str, Modality]]:
    """The words of tenor as one pattern, and what each speaks for."""
    rows: dict[Modality, str] = table("modality")["tenor"]
    speaks = {word: modality for modality, words in rows.items() for word in words.split()}
    return re.compile(alternatives(speaks)), speaks


_SMALL = 5
"""So many words say nothing yet."""


def _shares(text: str) -> Shares:
    pattern, speaks = _words()
    counts = Counter(map(speaks.__getitem__, pattern.findall(text)))
    total = counts.total() + _SMALL
    return {modality: count / total for modality, count in counts.items()}


def _is_of_conditions(heading: str) -> bool:
    """Whether a heading says what one has to be or have: 申报条件; 建设条件 is what there is."""
    return bool(_HEADING.search(heading)) and not _OF_PLACE.search(heading)
