"""gongwen generate: invented documents with their gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongwen.cli.command import Command

if TYPE_CHECKING:
    from gongwen.testing.specimens.specimen import Specimen

EXAMPLES = """
gongwen generate -n 1000 --seed 7 --out 样本             一千份，文种和版式随机
gongwen generate -n 50 --kind 请示 --noise pdf --out 样本  五十份请示，像从 PDF 中取出的文字
gongwen generate -n 20 --format docx --out 样本           写成 Word 文件
"""


@click.command(cls=Command, examples=EXAMPLES, short_help="生成虚构的公文样本，带标准答案。")
@click.option("-n", "count", metavar="份数", type=click.IntRange(min=1), default=10, help="生成几份，默认 10。")
@click.option("--seed", metavar="N", type=int, default=0, help="种子，同样的种子得到同样的样本，默认 0。")
@click.option(
    "--out", metavar="目录", type=click.Path(path_type=Path, file_okay=False), required=True, help="写入这个目录。"
)
@click.option("--kind", metavar="文种", help="只要这个文种。")
@click.option("--layout", metavar="版式", help="只要这个版式，如 letterhead、letter、web。")
@click.option("--noise", metavar="噪声", help="pdf、web、ocr、layout、width、all，或用 + 连起来的单项。")
@click.option(
    "--format",
    "form",
    type=click.Choice(["txt", "html", "docx", "ofd", "pdf"]),
    default="txt",
    help="文件格式，默认 txt。",
)
def generate(
    count: int, seed: int, out: Path, kind: str | None, layout: str | None, noise: str | None, form: str
) -> int:
    """生成虚构的公文样本。

    原文写入 目录/text，标准答案写入 目录/gold（与解析结果同样的 JSON），可直接用 gongwen evaluate 打分。
    """
    from gongwen.testing.specimens.specimen import generate as make

    for folder in (out / "text", out / "gold"):
        folder.mkdir(parents=True, exist_ok=True)
    for k in range(count):
        try:
            specimen = make(seed + k, kind=kind, layout=layout, noise=noise)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        _write(specimen, out, form)
    click.echo(f"已写入 {out}：{count} 份")
    return 0


def _write(specimen: Specimen, out: Path, form: str) -> None:
    from gongwen.testing.files import write_file

    file = write_file(specimen, form)
    (out / "text" / file.name).write_bytes(file.data)
    (out / "gold" / f"{specimen.name}.json").write_text(file.document.to_json(), encoding="utf-8", newline="\n")
