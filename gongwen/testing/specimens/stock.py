"""The stock of words: read once from the data, drawn from at random and filled into patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

_SLOT = re.compile(r"\{(\w+)\}")


@cache
def data(name: str) -> dict[str, Any]:
    """The content of ``data/NAME.toml``."""
    return tomllib.loads(files("gongwen.testing").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """A list of words; in the data a list, or a string with the words set apart by blanks or lines."""
    found = data(name)[key]
    return tuple(found.split() if isinstance(found, str) else found)


class Drawing:
    """Draws from the stock, from each list all before one comes again."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._left: dict[tuple[str, ...], list[str]] = {}
        self._last: dict[tuple[str, ...], str] = {}

    def one_of(self, choices: tuple[str, ...]) -> str:
        """One of the words, none again before all have come, and none twice running."""
        left = self._left.get(choices)
        if not left:
            left = list(choices)
            self.rng.shuffle(left)
            if left[-1] == self._last.get(choices):
                left.reverse()
            self._left[choices] = left
        self._last[choices] = left[-1]
        return left.pop()

    def chance(self, probability: float) -> bool:
        """Whether it falls so."""
        return self.rng.random() < probability

    def fill(self, pattern: str, own: dict[str, tuple[str, ...]]) -> str:
        """The pattern with its slots filled, from the document's own words or from the stock; slots in words too."""

        def word(match: re.Match[str]) -> str:
            name = match[1]
            return self.one_of(own[name] if name in own else words("phrases", name))

        while "{" in pattern:
            pattern = _SLOT.sub(word, pattern)
        return pattern
