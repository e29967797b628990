"""Commands whose help and complaints are in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import east_asian_width

import click

_RANGE = re.compile(r"  \[[^\[\]]*x[<>]=?[^\[\]]*\]")
"""What click puts behind the help of an option with a range."""


class Command(click.Command):
    """A command with Chinese help; examples stand at the end."""

    def __init__(self, *args: object, examples: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.examples = examples
        self.options_metavar = "[选项]"

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        formatter.write(f"用法：{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The description."""
        _write_text(formatter, self.help or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Chinese heading, then the examples."""
        _write_rows(formatter, "选项", filter(None, (param.get_help_record(ctx) for param in self.get_params(ctx))))
        if self.examples:
            formatter.write("\n示例：\n")
            formatter.write("".join(f"  {line}\n" for line in self.examples.strip().splitlines()))


class Group(click.Group):
    """The commands, with Chinese help."""

    command_class = Command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        formatter.write(f"用法：{ctx.command_path} 命令 [选项] …\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The description."""
        _write_text(formatter, self.help or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options."""
        _write_rows(formatter, "命令", [(name, command.short_help or "") for name, command in self.commands.items()])
        _write_rows(formatter, "选项", filter(None, (param.get_help_record(ctx) for param in self.get_params(ctx))))


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "显示帮助。"
    return option


def _write_text(formatter: click.HelpFormatter, words: str) -> None:
    lines = (line.strip() for line in words.strip().splitlines())
    formatter.write("\n" + "".join(f"  {line}\n" if line else "\n" for line in lines))


def _write_rows(formatter: click.HelpFormatter, heading: str, rows: Iterable[tuple[str, str]]) -> None:
    # click counts a Chinese character as one column; a terminal gives it two.
    rows = [row for row in rows if row[0].startswith("-") or heading == "命令"]
    first = max(_columns(name) for name, _ in rows)
    formatter.write(f"\n{heading}：\n")
    for name, words in rows:
        said = _RANGE.sub("", words).replace("  [required]", "必填。")
        formatter.write(f"  {name}{' ' * (first - _columns(name))}  {said}\n")


def _columns(words: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)
