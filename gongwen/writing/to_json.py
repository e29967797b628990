"""JSON: the model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from gongwen.writing.wishes import Wishes

if TYPE_CHECKING:
    from gongwen.model import Document


def write_json(document: Document, out: TextIO, wishes: Wishes) -> None:
    """The document as an indented object."""
    out.write(document.to_json(keys="zh" if wishes.chinese else "en", indent=2, text=wishes.text) + "\n")


def write_line(document: Document, out: TextIO, wishes: Wishes) -> None:
    """The document as an object on one line."""
    out.write(document.to_json(keys="zh" if wishes.chinese else "en", text=wishes.text) + "\n")
