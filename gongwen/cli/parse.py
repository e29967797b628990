"""gongwen parse: documents in, an overview or data out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gongwen.cli.command import Command
from gongwen.cli.inputs import Inputs
from gongwen.cli.outputs import Folder, Output, Stream
from gongwen.cli.pages import Pages
from gongwen.writing import WRITERS, Wishes

if TYPE_CHECKING:
    from gongwen.lexicon import Lexicon
    from gongwen.model import Document

EXAMPLES = """
gongwen parse 答复.pdf                                看一份公文
gongwen parse 答复.txt --format json > 答复.json      存成 JSON
gongwen parse *.docx --format jsonl --no-text         多份，一行一份，不带原文
gongwen parse *.pdf --out 结果                        每份写成 结果/文件名.json
gongwen parse 答复.pdf --images 图                    每页一幅图，框出各要素
cat 答复.txt | gongwen parse -                        从标准输入读
gongwen parse 报告.txt --date 2023-01-15              今年、去年从这一天算起
"""


def files_argument(command: Any) -> Any:
    """FILE… of every command that reads documents."""
    return click.argument("files", metavar="文件…", nargs=-1, required=True)(command)


def lexicon_option(command: Any) -> Any:
    """--lexicon of every command that reads documents."""
    return click.option(
        "--lexicon",
        metavar="文件",
        type=click.Path(path_type=Path),
        help="自备词表（TOML）：机关、简称、文种、单位、版式、页面杂项。",
    )(command)


def date_option(command: Any) -> Any:
    """--date of every command that reads claims."""
    return click.option(
        "--date", "day", metavar="年-月-日", type=click.DateTime(["%Y-%m-%d"]), help="“今年”“去年”从这一天算起。"
    )(command)


def reader(lexicon: Path | None, day: datetime | None) -> Callable[[bytes, str | None], Document]:
    """The way from content to a document, under these options."""
    from gongwen import pipeline

    words = read_lexicon(lexicon) if lexicon else None
    reference = date(day.year, day.month, day.day) if day else None
    return lambda data, name: pipeline.parse(data, name=name, reference_date=reference, lexicon=words)


def read_lexicon(path: Path) -> Lexicon:
    """The user's own words."""
    from gongwen.lexicon import Lexicon

    try:
        return Lexicon.load(path)
    except FileNotFoundError:
        raise click.UsageError(f"没有词表文件 {path}") from None
    except (OSError, ValueError) as error:
        raise click.UsageError(str(error)) from error


@click.command(cls=Command, examples=EXAMPLES, short_help="解析公文，显示概览或输出数据。")
@files_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(WRITERS)),
    help="输出格式；不指定时显示给人看的概览，有 --out 时为 json。",
)
@click.option("--out", metavar="目录", type=click.Path(path_type=Path, file_okay=False), help="每份写入这个目录。")
@click.option("--keys", type=click.Choice(["en", "zh"]), default="en", help="数据的键用英文或中文，默认 en。")
@click.option("--no-text", is_flag=True, help="数据中不带原文全文。")
@click.option(
    "--images",
    metavar="目录",
    type=click.Path(path_type=Path, file_okay=False),
    help="PDF、OFD 和扫描件：每页一幅图（SVG），按类别用彩色框标出各要素，附图例。",
)
@lexicon_option
@date_option
def parse(
    files: tuple[str, ...],
    form: str | None,
    out: Path | None,
    keys: str,
    no_text: bool,
    images: Path | None,
    lexicon: Path | None,
    day: datetime | None,
) -> int:
    """解析公文。

    文件可以是文本、网页、Word、PDF 等；- 表示标准输入。一份得到一个 JSON 对象，多份得到数组（json）或一行一份（jsonl）。
    读不了的文件在标准错误上说明，其余照常处理。退出码：0 全部成功，1 有的失败，2 用法有误。
    """
    writer = WRITERS[form or ("json" if out else "text")]
    wishes = Wishes(chinese=keys == "zh", text=not no_text)
    inputs = Inputs(files, reader(lexicon, day))
    output: Output = Folder(out, writer, wishes) if out else Stream(writer, wishes, several=len(files) > 1)
    if images:
        output = Pages(images, output)
    for file, document in inputs:
        output.add(file, document)
    output.close()
    return inputs.code
