"""gongwen evaluate: how much of the gold a tool has found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongwen.cli.command import Command

if TYPE_CHECKING:
    from gongwen.testing.evaluation import Evaluation, Tally

EXAMPLES = """
gongwen evaluate 结果 样本/gold                       两个目录，同名文件相比
gongwen evaluate 结果 样本/gold --errors 50           列出前 50 处不同
gongwen evaluate 结果/a.json 样本/gold/a.json --json  一份，输出 JSON
"""
_TITLES = {
    "header": "版头与标题",
    "closing": "附件说明与落款",
    "imprint": "版记",
    "structure": "层次与要点",
    "structure*": "  属性全对",
    "citations": "引用",
    "citations*": "  属性全对",
    "claims": "数据",
    "claims*": "  属性全对",
}


@click.command(cls=Command, examples=EXAMPLES, short_help="用标准答案给解析结果打分。")
@click.argument("predictions", metavar="结果", type=click.Path(path_type=Path))
@click.argument("gold", metavar="答案", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    metavar="目录",
    type=click.Path(path_type=Path),
    help="原文目录；答案中不带原文时用，默认是答案旁的 text。",
)
@click.option("--errors", metavar="N", type=int, default=0, help="列出前 N 处不同。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def evaluate(predictions: Path, gold: Path, texts: Path | None, errors: int, as_json: bool) -> int:
    """给解析结果打分。

    结果是本工具输出的 JSON，一份一个文件，与答案同名；答案是同样的 JSON，或引用原文的标注。
    每组要素给出 F1、精确率、召回率和各份公文 F1 的平均值。退出码：0 已打分，1 有的答案没有结果，2 用法有误。
    """
    from gongwen.testing.evaluation import evaluate as measure

    for path in (predictions, gold):
        if not path.exists():
            raise click.UsageError(f"没有 {path}")
    try:
        evaluation = measure(predictions, gold, texts=texts)
    except (FileNotFoundError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    click.echo(_json(evaluation, errors) if as_json else _table(evaluation, errors))
    for line in evaluation.absent:
        click.echo(f"没有结果：{line}", err=True)
    return 1 if evaluation.absent else 0


def _json(evaluation: Evaluation, errors: int) -> str:
    return json.dumps({**evaluation.as_dict(), "errors": evaluation.errors[:errors]}, ensure_ascii=False, indent=1)


def _table(evaluation: Evaluation, errors: int) -> str:
    lines = [line.replace(": gold ", "：应为 ").replace(" / found ", "，得到 ") for line in evaluation.errors[:errors]]
    lines += [f"公文 {evaluation.documents} 份", f"{'':12}{'':14}   F1   精确率  召回率  答案数  各份平均"]
    for name, tally in evaluation.groups.items():
        title = _TITLES[name]
        lines.append(
            f"{name:12}{title}{' ' * (14 - 2 * len(title.strip()) - title.count(' '))}{_row(tally)}{_percent(evaluation.means.get(name)):>9}"
        )
    lines.append("")
    lines += [f"  {name:22}{_row(tally)}" for name, tally in evaluation.fields.items()]
    lines.append("")
    lines += [f"  {name:36}{_percent(value)}" for name, value in evaluation.attributes.items()]
    return "\n".join(lines)


def _row(tally: Tally) -> str:
    return f"{_percent(tally.f1)} {_percent(tally.precision)} {_percent(tally.recall)} {tally.wanted:7}"


def _percent(value: float | None) -> str:
    return "     -" if value is None else f"{100 * value:6.1f}"
