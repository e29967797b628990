"""Rows: where a line of text is broken when it is set in a width, as word processors and typesetters do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_OPENERS = frozenset("（《“〔")
_NO_START = frozenset("，。；：、！？）》”〕%")


def breaks(chars: Sequence[str], width: float, *, whole_words: bool = False) -> Iterator[int]:
    """Where each further row begins: letters of ASCII are half as wide, no row opens with a closing mark.

    With ``whole_words`` numbers and Latin words are not broken.
    """
    first, used = 0, 0.0
    for at, char in enumerate(chars):
        used += _wide(char)
        if used <= width or char in _NO_START or chars[at - 1] in _OPENERS:
            continue
        start = _word(chars, first, at) if whole_words else at
        yield start
        first, used = start, sum(map(_wide, chars[start : at + 1]))


def _wide(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


def _word(chars: Sequence[str], first: int, at: int) -> int:
    """Where the word begins that a break would split; the break itself where the word began the row."""
    start = at
    while start > first and _in_word(chars[start]) and _in_word(chars[start - 1]):
        start -= 1
    return start if start > first else at


def _in_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".-/")
