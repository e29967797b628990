"""自动编号: what a word processor prints before a paragraph without keeping it in its text.

The rules are those of ISO/IEC 29500-1 17.9: levels that count, restart below a higher
level, and print their own number and those above them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gongwen.reading.numerals import write_number

LEVELS = 9
_PLACEHOLDER = re.compile("%([1-9])")
_MAX_NUMBER = 10_000_000
_SYMBOLS = str.maketrans(
    {
        "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf06f": "□", "\uf0a8": "□", "\uf0a7": "▪", "\uf0b7": "•",
        "\uf0d8": "➢", "\uf0fc": "✓", "\uf0fe": "☑", "\uf052": "☑", "\uf0a3": "□", "\uf076": "❖", "\uf02d": "－",
    }
)  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def symbol(text: str) -> str:
    """Characters of the symbol fonts as Unicode has them."""
    return _PRIVATE.sub("•", text.translate(_SYMBOLS))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    text: str = ""
    """What is printed, ``%1`` for the number of the first level."""
    format: str = "decimal"
    start: int = 1
    suffix: str = "tab"
    """What follows the number: ``tab``, ``space`` or ``nothing``."""
    legal: bool = False
    """All numbers in decimal."""
    restart: int | None = None
    """The level (from 1) whose use restarts this one; 0 for none, None for any above."""
    style: str | None = None
    """The paragraph style that is linked to the level."""


@dataclass(frozen=True, slots=True)
class List:
    """An instance of a list: which definition it counts in, what it sets otherwise."""

    definition: str
    starts: Mapping[int, int] = field(default_factory=dict)
    """Levels that start anew with this instance, and from where."""
    levels: Mapping[int, Level] = field(default_factory=dict)
    """Levels that this instance defines for itself."""


class Numbering:
    """Counts while a document is read."""

    def __init__(self, definitions: Mapping[str, Sequence[Level]], lists: Mapping[str, List]) -> None:
        self._definitions = definitions
        self._lists = lists
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def level(self, list_id: str, index: int) -> Level | None:
        """The level of a list; None where the list is not defined."""
        instance = self._lists.get(list_id)
        if instance is None or not 0 <= index < LEVELS:
            return None
        levels = self._definitions.get(instance.definition, ())
        return instance.levels.get(index) or (levels[index] if index < len(levels) else None)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that a paragraph style is linked to."""
        for index in range(LEVELS):
            level = self.level(list_id, index)
            if level and level.style == style:
                return index
        return 0

    def next(self, list_id: str, index: int) -> str:
        """Count one on and give what is printed, with what follows it; empty where nothing is."""
        level = self.level(list_id, index)
        if level is None:
            return ""
        counters = self._counters.setdefault(self._lists[list_id].definition, [None] * LEVELS)
        counters[index] = self._advance(list_id, index, level, counters[index])
        for below in range(index + 1, LEVELS):
            deeper = self.level(list_id, below)
            if deeper is None or deeper.restart is None or index < deeper.restart:
                counters[below] = None
        return self._printed(list_id, level, counters)

    def _advance(self, list_id: str, index: int, level: Level, counter: int | None) -> int:
        starts = self._lists[list_id].starts
        if index in starts and (list_id, index) not in self._started:
            self._started.add((list_id, index))
            return starts[index]
        if counter is None:
            return starts.get(index, level.start)
        return min(counter + 1, _MAX_NUMBER)

    def _printed(self, list_id: str, level: Level, counters: list[int | None]) -> str:
        if level.format == "bullet":
            marker = symbol(level.text)
        else:
            marker = _PLACEHOLDER.sub(
                lambda match: self._number(list_id, level, int(match[1]) - 1, counters), level.text
            )
        if not marker.strip():
            return ""
        return marker if level.suffix == "nothing" else marker.rstrip(" ") + " "

    def _number(self, list_id: str, level: Level, index: int, counters: list[int | None]) -> str:
        other = self.level(list_id, index) or Level()
        counter = counters[index]
        number = other.start if counter is None else counter
        return write_number(number, "decimal" if level.legal and other.format != "none" else other.format)
