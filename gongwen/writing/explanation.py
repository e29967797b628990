"""For a person at a terminal: every line with its role and the cues that decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from gongwen.writing.words import SLOTS

if TYPE_CHECKING:
    from gongwen.explanation import ExplainedLine


def write_explanation(name: str, lines: Iterable[ExplainedLine], out: TextIO) -> None:
    """A table of the lines under the file's name."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    lines = list(lines)
    layouts = "、".join(dict.fromkeys(line.layout for line in lines if line.layout))
    console.print(Text.assemble((name, "bold cyan"), f"  版式 {layouts}" if layouts else "  （没有文字）"))
    table = Table(box=box.SIMPLE_HEAD, header_style="cyan", padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("行", justify="right", style="dim", min_width=3)
    table.add_column("认作", style="green", no_wrap=True, min_width=12)
    table.add_column("文字", no_wrap=True)
    table.add_column("分数", justify="right", min_width=4)
    table.add_column("线索", overflow="fold", style="dim")
    for line in lines:
        score = f"{line.score:g}" if line.cues else ""
        text = Text(line.text)
        text.truncate(console.width * 2 // 5, overflow="ellipsis")
        table.add_row(str(line.line), _role(line), text, score, _cues(line))
    console.print(table)


def _role(line: ExplainedLine) -> str:
    part = f"附{line.part}" if line.part else ""
    return f"{part}{'〃' if line.more else ''}{SLOTS.get(line.slot, line.slot)}"


def _cues(line: ExplainedLine) -> str:
    return "  ".join(f"{name} {weight:+g}" for name, weight in sorted(line.cues, key=lambda cue: -abs(cue[1])))
