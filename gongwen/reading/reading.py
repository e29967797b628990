"""The one shape that every reader gives."""

from __future__ import annotations

from dataclasses import dataclass

from gongwen.model import Diagnostic, Source, Table
from gongwen.reading.page import PageLayout


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the text unchanged, where it came from, and what the format knows besides."""

    text: str
    source: Source
    tables: tuple[Table, ...] = ()
    """Tables that the format marks as such; their text is left out of paragraphs."""
    diagnostics: tuple[Diagnostic, ...] = ()
    layout: PageLayout | None = None
    """版面, where the format knows it."""
