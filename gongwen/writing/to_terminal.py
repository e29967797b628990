"""For a person at a terminal: elements, outline, claims, citations and diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from gongwen.writing.tree import Branch, branches, shorten
from gongwen.writing.wishes import Wishes
from gongwen.writing.words import KINDS, MODALITIES, SEVERITIES, TURNS

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from gongwen.model import Citation, Claim, Diagnostic, Document

_COLOURS = {"error": "bold red", "warning": "yellow", "info": "dim"}
_WIDE = 100
"""Columns from which the table of claims shows the computed value as well."""


def write_terminal(document: Document, out: TextIO, wishes: Wishes) -> None:  # noqa: ARG001  nothing to wish for here
    """The overview; coloured on a terminal, plain text elsewhere."""
    from rich.console import Console

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for part in _parts(document, console):
        console.print(part)


def write_claims(documents: Iterable[tuple[str, Document]], out: TextIO) -> None:
    """The claims alone, a table for each document."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for name, document in documents:
        console.print(Text(f"{name}：数据 {len(document.claims)} 项", style="bold cyan"), soft_wrap=True)
        if document.claims:
            console.print(_claims(document.claims, console))


def _parts(document: Document, console: Console) -> Iterator[RenderableType]:
    from rich.rule import Rule
    from rich.text import Text

    name = document.source.name
    yield Rule(Text(name or "公文", style="bold cyan"), style="cyan", align="left")
    yield _facts(document)
    yield from _headed("正文", [_outline(branches(document.body))])
    for attachment in document.attachments:
        number = f"附件{attachment.number}" if attachment.number else "附件"
        heading = f"{number}：{attachment.title}" if attachment.title else number
        yield from _headed(heading, [_outline(branches(attachment.body))])
    yield from _headed(
        f"数据 {len(document.claims)} 项", [_claims(document.claims, console)] if document.claims else []
    )
    yield from _headed(f"引用 {len(document.citations)} 处", _list(_citations(document.citations)))
    yield from _headed(f"诊断 {len(document.diagnostics)} 条", _list(map(_diagnostic, document.diagnostics)))


def _headed(heading: str, parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    from rich.text import Text

    parts = list(parts)
    if parts:
        yield Text(f"\n{heading}", style="bold cyan")
        yield from parts


def _facts(document: Document) -> Table:
    from rich.table import Table
    from rich.text import Text

    from gongwen.model.facts import facts  # the model is not loaded for --help

    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    for term, words in facts(document):
        table.add_row(term, Text(words, style="bold" if term == "标题" else ""))
    return table


def _outline(nodes: Iterable[Branch]) -> RenderableType:
    from rich.text import Text
    from rich.tree import Tree

    root = Tree(Text("（空）", style="dim"), guide_style="dim", hide_root=True)
    stack = [(root, node) for node in reversed(tuple(nodes))]
    if not stack:
        return Text("（没有正文）", style="dim")
    while stack:
        parent, node = stack.pop()
        child = parent.add(_branch(node))
        stack.extend((child, below) for below in reversed(node.children))
    return root


def _branch(node: Branch) -> RenderableType:
    from rich.text import Text

    numbered = node.marker not in {"导语", "结尾"}
    gap = "" if node.marker.endswith(("、", "）", "，", "．")) else " "
    words = (node.words, "bold" if node.heading else "")
    line = Text.assemble((node.marker, "green" if numbered else "dim"), gap, words, overflow="ellipsis")
    line.no_wrap = not node.heading  # a heading is shown in full, running text as far as the line goes
    return line


def _claims(claims: Iterable[Claim], console: Console) -> Table:
    from rich import box
    from rich.table import Table

    wide = console.width >= _WIDE
    table = Table(box=box.SIMPLE_HEAD, header_style="cyan", padding=(0, 1, 0, 0), pad_edge=False, expand=False)
    for heading, ratio in (
        ("指标", 3),
        ("数量", 2),
        *([("值", 2)] if wide else []),
        ("时期", 2),
        ("性质", 1),
        ("位置", 1),
    ):
        table.add_column(heading, overflow="fold", ratio=ratio)
    for claim in claims:
        table.add_row(*_claim(claim, wide=wide))
    return table


def _claim(claim: Claim, *, wide: bool) -> list[str]:
    quantity = claim.quantity
    high = f"–{quantity.high}" if quantity.high is not None else ""
    value = [f"{quantity.value}{high} {quantity.unit}".strip()] if wide else []
    return [
        shorten(claim.metric.clean, 24) if claim.metric else "",
        quantity.clean,
        *value,
        claim.period.value if claim.period else "",
        nature(claim),
        place(claim),
    ]


def place(claim: Claim) -> str:
    """The markers on the way down to a claim."""
    return "".join(claim.section).rstrip("、，．.")


def nature(claim: Claim) -> str:
    """Kind and modality in a word or two; what most claims are (an actual level) stays unsaid."""
    kind = TURNS.get(claim.direction or "") or (KINDS[claim.kind] if claim.kind != "level" else "")
    mood = MODALITIES[claim.modality] if claim.modality != "actual" else ""
    return " ".join(filter(None, (kind, mood)))


def _list(items: Iterable[Text]) -> list[RenderableType]:
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for item in items:
        table.add_row("·", item)
    return [table] if table.row_count else []


def _citations(citations: Iterable[Citation]) -> Iterator[Text]:
    from rich.text import Text

    counted = Counter((cited.title, cited.number, cited.article) for cited in citations)
    for (title, number, article), times in counted.items():
        named = f"《{title}》" if title else ""
        numbered = f"（{number}）" if named and number else number or ""
        again = f"  {times} 处" if times > 1 else ""
        yield Text.assemble(named, (numbered, "dim" if named else ""), (article or "", "green"), (again, "dim"))


def _diagnostic(diagnostic: Diagnostic) -> Text:
    from rich.text import Text

    where = f"（{diagnostic.spans[0][0]}–{diagnostic.spans[-1][1]}）" if diagnostic.spans else ""
    style = _COLOURS[diagnostic.severity]
    return Text.assemble(
        (f"{SEVERITIES[diagnostic.severity]} {diagnostic.code}", style), f" {diagnostic.message}", (where, "dim")
    )
