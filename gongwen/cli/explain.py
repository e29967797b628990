"""gongwen explain: every line with its role and the cues that decided."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gongwen.cli.command import Command
from gongwen.cli.inputs import Inputs
from gongwen.cli.parse import files_argument, lexicon_option, read_lexicon

EXAMPLES = """
gongwen explain 答复.txt
gongwen explain 答复.txt | less -R
"""


@click.command(cls=Command, examples=EXAMPLES, short_help="逐行显示认成了什么、依据是什么。")
@files_argument
@lexicon_option
def explain(files: tuple[str, ...], lexicon: Path | None) -> int:
    """逐行显示认成了什么要素，以及作出判断的线索和分数。

    一行有两项要素的，分开显示。〃 表示接着上一行。退出码：0 全部成功，1 有的失败，2 用法有误。
    """
    from gongwen.explanation import explain as explain_lines
    from gongwen.writing.explanation import write_explanation

    words = read_lexicon(lexicon) if lexicon else None
    inputs = Inputs(files, lambda data, name: explain_lines(data, name=name, lexicon=words))
    for file, lines in inputs:
        write_explanation(file, lines, sys.stdout)
    return inputs.code
