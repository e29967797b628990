"""gongwen explain: every line with its role and the cues that decided."""

from __future__ import annotations

import click

from gongwen.cli.command import Command
from gongwen.cli.parse import files_argument

EXAMPLES = """
gongwen explain 答复.txt
gongwen explain 答复.txt --cues                       连同每条线索的分数
"""


@click.command(cls=Command, examples=EXAMPLES, short_help="逐行显示认成了什么、依据是什么。")
@files_argument
def explain(files: tuple[str, ...]) -> int:
    """逐行显示认成了什么要素，以及作出判断的线索。"""
    raise click.UsageError("explain 还没有完成")
