"""gongwen claims: every number of the documents as a row."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongwen.cli.command import Command
from gongwen.cli.inputs import Inputs
from gongwen.cli.parse import date_option, files_argument, lexicon_option, reader

if TYPE_CHECKING:
    from gongwen.model import Document

EXAMPLES = """
gongwen claims 报告.pdf                               在终端里看
gongwen claims *.docx --format csv --out 数据.csv     存成 Excel 能直接打开的 CSV
gongwen claims *.pdf --format xlsx --out 数据.xlsx --keys zh
"""
FORMATS = ("table", "csv", "xlsx", "json")


@click.command(cls=Command, examples=EXAMPLES, short_help="列出公文中的数据：指标、值、单位、时期、出处。")
@files_argument
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", help="输出格式，默认 table。")
@click.option("--out", metavar="文件", type=click.Path(path_type=Path, dir_okay=False), help="写入这个文件。")
@click.option("--keys", type=click.Choice(["en", "zh"]), default="en", help="列名用英文或中文，默认 en。")
@lexicon_option
@date_option
def claims(
    files: tuple[str, ...], form: str, out: Path | None, keys: str, lexicon: Path | None, day: datetime | None
) -> int:
    """列出公文中的数据，一项一行，带原句和位置。

    读不了的文件在标准错误上说明，其余照常处理。退出码：0 全部成功，1 有的失败，2 用法有误。
    """
    if form == "xlsx" and not out:
        raise click.UsageError("xlsx 要写入文件，请用 --out 指明")
    inputs = Inputs(files, reader(lexicon, day))
    if form == "table":
        _show(inputs, out)
    else:
        _write(inputs, form, out, chinese=keys == "zh")
    return inputs.code


def _show(inputs: Inputs[Document], out: Path | None) -> None:
    from gongwen.writing.to_terminal import write_claims

    if not out:
        write_claims(inputs, sys.stdout)
        return
    with out.open("w", encoding="utf-8") as file:
        write_claims(inputs, file)


def _write(inputs: Inputs[Document], form: str, out: Path | None, *, chinese: bool) -> None:
    from gongwen.model.rows import claim_rows
    from gongwen.writing.claim_tables import TABLES

    rows = (row for _, document in inputs for row in claim_rows(document))
    content = TABLES[form](rows, chinese=chinese)
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
