"""Passages: what the outline hands on to citations and claims."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gongwen.text import Text


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with its place in the outline."""

    text: Text
    """The whole paragraph, marker and heading included: folded, rejoined, without layout blanks."""
    path: tuple[str, ...] = ()
    """The markers of the sections around it, outermost first, its own included."""
    headings: tuple[str, ...] = ()
    """The titles of these sections as far as they have one, outermost first, its own included."""
    body: int = 0
    """The index in ``text`` where marker and heading end; ``len(text)`` where the paragraph is all heading."""
    points: tuple[tuple[int, str], ...] = ()
    """The points in it: index of the marker in ``text``, marker as printed."""
    kind: str | None = None
    """文种 of the text that it stands in: the document's own, or that of the attachment (方案, 办法)."""
    part: int = 0
    """0 in the document's own body, n in the n-th attachment."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document as a whole says to its claims."""

    kind: str | None = None
    """文种 of the document."""
    date: datetime.date | None = None
    """What 今年 and 去年 count from: the reference date given, else 成文日期 (the first of the month where no day is given)."""
    year: int | None = None
    """The year of that date, or failing that the year of the 发文字号."""
    units: tuple[Mapping[str, Any], ...] = ()
    """A user's own units, beside those of the package."""
