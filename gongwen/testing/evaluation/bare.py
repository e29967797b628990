"""A text reduced to what counts in a comparison: no blanks, half-width letters, one kind of brackets."""

from __future__ import annotations

from functools import lru_cache

_BLANKS = frozenset("\u2060\u00ad\u3164 \t\r\n\f\v\u3000\u00a0\u200b\u200c\u200d\ufeff\u2002\u2003\u2009")
_BREAKS = frozenset("\r\n\u2028\f")
_TABLE = {0xFF01 + k: 0x21 + k for k in range(94)}
# Brackets of a number are printed in many ways; which one it was is no matter of understanding.
_BRACKETS = str.maketrans("[]【】()", "〔〕〔〕〔〕")


@lru_cache(maxsize=4096)
def _reduced(char: str) -> str:
    """The character as it is compared; nothing for a blank."""
    if char.isspace() or char in _BLANKS:
        return ""
    return char.translate(_TABLE).translate(_BRACKETS)


def bare(text: str | None) -> str:
    """The reduced text."""
    return "".join(map(_reduced, str(text))) if text else ""


class BareText:
    """A reduced text that knows which offset of the source became which of its own."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self.places: list[int] = []
        """For each offset of the source, its end included, the offset in the reduced text."""
        self.heads: list[int] = []
        """Where a line begins, in the reduced text."""
        fresh = True
        for char in text:
            self.places.append(len(kept))
            fresh = fresh or char in _BREAKS
            if reduced := _reduced(char):
                if fresh:
                    self.heads.append(len(kept))
                fresh = False
                kept.append(reduced)
        self.places.append(len(kept))
        self.chars = "".join(kept)

    def every(self, wanted: str, start: int) -> list[int]:
        """All places of a string from an offset on."""
        found: list[int] = []
        at = self.chars.find(wanted, start) if wanted else -1
        while at >= 0:
            found.append(at)
            at = self.chars.find(wanted, at + 1)
        return found
