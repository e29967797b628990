"""Markdown: the elements as a table, the text with its headings, claims and citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from gongwen.writing.to_terminal import nature, place
from gongwen.writing.wishes import Wishes

if TYPE_CHECKING:
    from gongwen.model import Body, Citation, Claim, Document, Paragraph, Section

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_DEEPEST = 6
"""Markdown knows no heading below this level."""


def write_markdown(document: Document, out: TextIO, wishes: Wishes) -> None:
    """The document for a reader or another program that takes Markdown."""
    out.writelines(block + "\n\n" for block in _blocks(document, wishes))


def _blocks(document: Document, wishes: Wishes) -> Iterator[str]:
    from gongwen.model.facts import facts  # the model is not loaded for --help

    name = document.title.clean if document.title else document.source.name or "公文"
    yield f"# {_safe(name)}"
    yield _table(("要素", "内容"), facts(document))
    if wishes.text:
        yield from _texts(document)
    if document.claims:
        yield "## 数据"
        yield _table(("指标", "数量", "值", "单位", "时期", "性质", "位置"), map(_claim, document.claims))
    if document.citations:
        yield "## 引用"
        yield "\n".join(f"- {_citation(citation)}" for citation in document.citations)
    if document.diagnostics:
        yield "## 诊断"
        yield "\n".join(f"- {d.code}：{_safe(d.message)}" for d in document.diagnostics)


def _texts(document: Document) -> Iterator[str]:
    yield "## 正文"
    yield from _body(document.body)
    for attachment in document.attachments:
        number = f"附件{attachment.number}" if attachment.number else "附件"
        yield f"## {number}：{_safe(attachment.title)}" if attachment.title else f"## {number}"
        yield from _body(attachment.body)


def _body(body: Body) -> Iterator[str]:
    yield from _paragraphs(body.preamble)
    for section in body.sections:
        yield from _section(section)
    yield from _paragraphs(body.conclusion)


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield f"{'#' * min(section.level + 2, _DEEPEST)} {_safe(section.heading.clean)}"
        yield from _paragraphs(section.paragraphs)
    else:
        first = section.paragraphs[0].clean if section.paragraphs else ""
        yield _safe(section.marker + first)
        yield from _paragraphs(section.paragraphs[1:])
    for child in section.children:
        yield from _section(child)


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    return (_safe(paragraph.clean) for paragraph in paragraphs)


def _claim(claim: Claim) -> tuple[str, ...]:
    quantity = claim.quantity
    value = str(quantity.value) if quantity.high is None else f"{quantity.value}–{quantity.high}"
    return (
        claim.metric.clean if claim.metric else "",
        quantity.clean,
        value,
        quantity.unit,
        claim.period.value if claim.period else "",
        nature(claim),
        place(claim),
    )


def _citation(citation: Citation) -> str:
    title = f"《{citation.title}》" if citation.title else ""
    number = f"（{citation.number}）" if title and citation.number else citation.number or ""
    return _safe(f"{title}{number}{citation.article or ''}")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *(tuple(map(_cell, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(words: str) -> str:
    return _safe(words).replace("\n", "<br>")


def _safe(words: str) -> str:
    """The words without anything that Markdown would take for a mark."""
    safe = _MARKS.sub(r"\\\1", words)
    return re.sub(r"^(\d+)([.)]) ", r"\1\\\2 ", re.sub(r"^([-+=])", r"\\\1", safe))
