"""缩进: where a word processor has a paragraph begin."""

from __future__ import annotations

from typing import NamedTuple

CHARACTER = 16.0
"""三号 in points, the size of text where no other is said (GB/T 9704-2012 5.2.2)."""


class Indent(NamedTuple):
    """The indent of a paragraph and that of its first line on top of it, each None where it is left to the style."""

    left: int | None = None
    """In twentieths of a point."""
    left_characters: int | None = None
    """In hundredths of a character; counts where both are said."""
    first: int | None = None
    first_characters: int | None = None

    def characters(self, size: float) -> float:
        """Where the first line begins, in characters of a size in points."""
        left = (self.left or 0) / 20 / size if self.left_characters is None else self.left_characters / 100
        first = (self.first or 0) / 20 / size if self.first_characters is None else self.first_characters / 100
        return max(0.0, left + first)


NO_INDENT = Indent()
