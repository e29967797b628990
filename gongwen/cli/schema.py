"""gongwen schema: the JSON Schema of the output."""

from __future__ import annotations

import json

import click

from gongwen.cli.command import Command

EXAMPLES = """
gongwen schema > gongwen.schema.json
gongwen schema --keys zh
"""


@click.command(cls=Command, examples=EXAMPLES, short_help="显示输出数据的 JSON Schema。")
@click.option("--keys", type=click.Choice(["en", "zh"]), default="en", help="数据的键用英文或中文，默认 en。")
def schema(keys: str) -> None:
    """显示输出数据的 JSON Schema，含每个字段的说明。"""
    from gongwen.model import Document

    found = Document.model_json_schema(by_alias=keys == "zh", mode="serialization")
    click.echo(
        json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **found}, ensure_ascii=False, indent=2)
    )
