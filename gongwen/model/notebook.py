"""The table that a notebook shows for a document."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from gongwen.model.facts import facts

if TYPE_CHECKING:
    from gongwen.model.document import Document


def as_table(document: Document) -> str:
    """The elements of the document, and how much else was found, as a table in HTML."""
    rows = [*facts(document), ("内容", _counts(document))]
    cells = (f"<th>{term}</th><td>{escape(words)}</td>" for term, words in rows if words)
    lines = "".join(f'<tr style="text-align: left; vertical-align: top">{row}</tr>' for row in cells)
    return f"<table>{lines}</table>".replace("\n", "<br>")


def _counts(document: Document) -> str:
    found = {
        "个一级层次": document.body.sections,
        "份附件": document.attachments,
        "项数据": document.claims,
        "处引用": document.citations,
        "条诊断": document.diagnostics,
    }
    return "，".join(f"{len(parts)} {words}" for words, parts in found.items() if parts)
