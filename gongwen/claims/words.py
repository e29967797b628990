"""The words that the rules on claims know, from ``claims_*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``data/claims_NAME.toml``."""
    return tomllib.loads(files("gongwen.lexicon").joinpath(f"data/claims_{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first.

    Words that begin alike are tried together: the pattern engine then looks at each character once.
    """
    rests: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        rests.setdefault(word[:1], []).append(word[1:])
    ends = rests.pop("", None) is not None
    branches = [re.escape(first) + _rest(rest) for first, rest in rests.items()]
    pattern = "|".join(branches)
    if not ends:
        return pattern
    return f"(?:{pattern})?" if pattern else ""


def _rest(rests: list[str]) -> str:
    """What follows the first character of words that begin alike."""
    if len(rests) == 1:
        return re.escape(rests[0])
    pattern = alternatives(rests)
    return pattern if pattern.endswith(")?") and "" in rests else f"(?:{pattern})"
