"""HTML: one page without scripts, the text coloured by what was found in it, the findings beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from gongwen.writing.to_terminal import nature, place
from gongwen.writing.tree import Branch, branches
from gongwen.writing.wishes import Wishes
from gongwen.writing.words import SEVERITIES, SLOTS

if TYPE_CHECKING:
    from gongwen.model import Document, Node

# Of what HTML cannot hold, a form feed ends a page; the rest shows nothing.
_CONTROLS = dict.fromkeys((*range(9), 0x0B, *range(0x0E, 0x20), 0x7F), " ") | {0x0C: "\n"}


class Mark(NamedTuple):
    """A stretch of the text to colour: where, its class, what the reader is told, and its anchor if any."""

    start: int
    end: int
    kind: str
    label: str
    anchor: str = ""


def write_html(document: Document, out: TextIO, wishes: Wishes) -> None:
    """The page; without the text only the findings."""
    name = escape(document.title.clean if document.title else document.source.name or "公文")
    style = Path(__file__).with_name("view.css").read_text(encoding="utf-8")
    out.write(f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{name}</title>\n')
    out.write(f'<meta name="viewport" content="width=device-width"><style>\n{style}</style></head>\n<body><main>\n')
    if wishes.text:
        out.write(f"<article>{''.join(_text(document))}</article>\n")
    out.write(f"<aside><h1>{name}</h1>\n{''.join(_findings(document))}</aside>\n</main></body></html>\n")


def _marks(document: Document) -> Iterator[Mark]:
    for block in document.blocks:
        yield from _of(block, block.role, SLOTS[block.role])
    for part in document.nodes():
        heading: Node | None = getattr(part, "heading", None)
        if heading:  # also where the text runs on behind it
            yield from _of(heading, "heading", SLOTS["heading"])
    for n, claim in enumerate(document.claims):
        if claim.metric:
            yield from _of(claim.metric, "metric", "指标")
        value = f"{claim.quantity.value} {claim.quantity.unit}"
        yield from _of(claim.quantity, "quantity", " ".join(filter(None, (value, nature(claim)))), f"c{n}")
    for n, citation in enumerate(document.citations):
        yield from _of(citation, "citation", "引用", f"r{n}")


def _of(node: Node, kind: str, label: str, anchor: str = "") -> Iterator[Mark]:
    for n, (start, end) in enumerate(node.spans):
        yield Mark(start, end, kind, label, anchor if n == 0 else "")


def _text(document: Document) -> Iterator[str]:
    """The text cut wherever a mark starts or ends; each cut carries the classes of all marks over it."""
    starts, ends = defaultdict[int, list[Mark]](list), defaultdict[int, list[Mark]](list)
    for mark in _marks(document):
        starts[mark.start].append(mark)
        ends[mark.end].append(mark)
    edges = sorted({0, len(document.text), *starts, *ends})
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start] + starts[start]
        yield from (f'<a id="{mark.anchor}"></a>' for mark in starts[start] if mark.anchor)
        words = escape(document.text[start:end].translate(_CONTROLS))
        kinds = " ".join(dict.fromkeys(mark.kind for mark in active))
        labels = escape(" › ".join(mark.label for mark in active))
        yield f'<span class="{kinds}" title="{labels}">{words}</span>' if active else words


def _findings(document: Document) -> Iterator[str]:
    from gongwen.model.facts import facts  # the model is not loaded for --help

    yield _table((term, escape(words).replace("\n", "<br>")) for term, words in facts(document) if term != "标题")
    yield from _headed("正文", _outline(branches(document.body)))
    for attachment in document.attachments:
        yield from _headed(f"附件 {escape(attachment.title or '')}", _outline(branches(attachment.body)))
    claims = (
        (_link(f"c{n}", claim.quantity.clean), *map(escape, (_clean(claim.metric), nature(claim), place(claim))))
        for n, claim in enumerate(document.claims)
    )
    yield from _headed(f"数据 {len(document.claims)} 项", _table(claims))
    cited = (f"<li>{_link(f'r{n}', citation.clean)}</li>" for n, citation in enumerate(document.citations))
    yield from _headed(f"引用 {len(document.citations)} 处", _list(cited))
    said = (f"<li>{SEVERITIES[d.severity]}：{escape(d.message)}</li>" for d in document.diagnostics)
    yield from _headed(f"诊断 {len(document.diagnostics)} 条", _list(said))


def _headed(heading: str, content: str) -> Iterator[str]:
    if content:
        yield f"<h2>{heading}</h2>{content}\n"


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"<tr><th>{row[0]}</th>{''.join(f'<td>{cell}</td>' for cell in row[1:])}</tr>" for row in rows]
    return f"<table>{''.join(lines)}</table>" if lines else ""


def _list(items: Iterable[str]) -> str:
    lines = "".join(items)
    return f"<ul>{lines}</ul>" if lines else ""


def _outline(nodes: Iterable[Branch]) -> str:
    return _list(f"<li>{escape(f'{node.marker} {node.words}')}{_outline(node.children)}</li>" for node in nodes)


def _link(anchor: str, words: str) -> str:
    return f'<a href="#{anchor}">{escape(words)}</a>'


def _clean(node: Node | None) -> str:
    return node.clean if node else ""
