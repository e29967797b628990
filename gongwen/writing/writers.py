"""The ordered table of outputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from gongwen.writing.to_html import write_html
from gongwen.writing.to_json import write_json, write_line
from gongwen.writing.to_markdown import write_markdown
from gongwen.writing.to_terminal import write_terminal
from gongwen.writing.to_yaml import write_yaml
from gongwen.writing.wishes import Wishes

if TYPE_CHECKING:
    from gongwen.model import Document

__all__ = ["WRITERS", "Wishes", "Writer"]


@dataclass(frozen=True, slots=True)
class Writer:
    """An output: how a document is written, and how several are put together."""

    suffix: str
    """Of the files that it writes."""
    write: Callable[[Document, TextIO, Wishes], None]
    several: tuple[str, str, str] = ("", "", "")
    """What stands before the first, between two and after the last document of several."""


# In the order in which the help names them.
WRITERS: dict[str, Writer] = {
    "text": Writer(".txt", write_terminal, ("", "\n", "")),
    "json": Writer(".json", write_json, ("[\n", ",\n", "]\n")),
    "jsonl": Writer(".jsonl", write_line),
    "yaml": Writer(".yaml", write_yaml, ("---\n", "---\n", "")),
    "markdown": Writer(".md", write_markdown, ("", "---\n\n", "")),
    "html": Writer(".html", write_html),
}
