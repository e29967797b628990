"""自备页面杂项: lines that a user's own patterns name as litter of their sites.

Anybody may have written such a pattern, so each has a limit of time (the standard library's engine knows none),
and one that exceeds it is left out for the rest of the document, which says so.
"""

from __future__ import annotations

from gongwen.layout.lines import Line
from gongwen.lexicon import Lexicon
from gongwen.text import clean

LIMIT = 0.05
"""Seconds that a pattern may take on one line."""


def own_litter(source: str, lines: list[Line], lexicon: Lexicon) -> tuple[set[int], tuple[str, ...]]:
    """The indexes of the lines that a user's patterns match as a whole, and the patterns that took too long.

    A pattern sees the line as it is printed, without the blanks that layout put there.
    """
    found: set[int] = set()
    slow: list[str] = []
    patterns = list(lexicon.litter_patterns)
    for i, line in enumerate(lines if patterns else ()):
        printed = clean(source[line.start : line.end])
        for pattern in list(patterns):
            try:
                if pattern.fullmatch(printed, timeout=LIMIT):
                    found.add(i)
                    break
            except TimeoutError:
                patterns.remove(pattern)
                slow.append(pattern.pattern)
    return found, tuple(slow)
