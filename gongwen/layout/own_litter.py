"""自备页面杂项: lines that a user's own patterns name as litter of their sites.

Anybody may have written such a pattern, so each has a limit of time (the standard library's engine knows none),
and one that has used it up is left out for the rest of the document, which says so.
"""

from __future__ import annotations

from time import perf_counter

from gongwen.layout.lines import Line
from gongwen.lexicon import Lexicon
from gongwen.text import clean

LIMIT = 1.0
"""Seconds that a pattern may take in a document, all its lines together."""


def own_litter(source: str, lines: list[Line], lexicon: Lexicon) -> tuple[set[int], tuple[str, ...]]:
    """The indexes of the lines that a user's patterns match as a whole, and the patterns that took too long.

    A pattern sees the line as it is printed, without the blanks that layout put there.
    """
    found: set[int] = set()
    slow: list[str] = []
    left = dict.fromkeys(lexicon.litter_patterns, LIMIT)
    for i, line in enumerate(lines if left else ()):
        printed = clean(source[line.start : line.end])
        for pattern in list(left):
            start = perf_counter()
            try:
                if pattern.fullmatch(printed, timeout=left[pattern]):
                    found.add(i)
                    break
            except TimeoutError:
                left[pattern] = 0.0
            left[pattern] -= perf_counter() - start
            if left[pattern] <= 0:
                del left[pattern]
                slow.append(pattern.pattern)
    return found, tuple(slow)
