"""gongwen: the way into the commands. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from gongwen.cli.claims import claims
from gongwen.cli.command import Group
from gongwen.cli.complaint import complaint
from gongwen.cli.completion import completion
from gongwen.cli.evaluate import evaluate
from gongwen.cli.explain import explain
from gongwen.cli.generate import generate
from gongwen.cli.parse import parse
from gongwen.cli.schema import schema


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="gongwen", message="gongwen %(version)s", help="显示版本。")
def app() -> None:
    """中文公文解析：把公文变成带准确位置的结构化数据。

    用 gongwen 命令 --help 查看每个命令的说明和示例。
    """


COMMANDS = (parse, claims, explain, schema, generate, evaluate, completion)

for command in COMMANDS:
    app.add_command(command)


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with 0 (all well), 1 (some input failed) or 2 (wrong usage)."""
    for stream in (sys.stdout, sys.stderr):
        _in_utf8(stream)
    # Looking for plugins of Pydantic reads the metadata of every package installed, at each start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = app.main(args, prog_name="gongwen", standalone_mode=False)
    except click.UsageError as error:
        click.echo(f"错误：{complaint(error)}。\n用 {_path(error)} --help 查看用法。", err=True)
        code = 2
    except click.ClickException as error:
        click.echo(f"错误：{error.format_message()}", err=True)
        code = 1
    except click.Abort:
        click.echo("已中断。", err=True)
        code = 130
    except BrokenPipeError:  # the reader (head, less) has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except OSError as error:  # of what is read each file is caught alone; this one was to be written
        click.echo(f"错误：写不了 {error.filename or '输出'}：{error.strerror or error}", err=True)
        code = 1
    sys.exit(code)


def _path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "gongwen"


def _in_utf8(stream: TextIO) -> None:
    # What is piped is UTF-8 on every system; a console takes what it can show.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
