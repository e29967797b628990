"""Commands whose help and complaints are in Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import east_asian_width

import click


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
    formatter.write("\n" + "".join(f"  {line.strip()}\n" if line.strip() else "\n" for line in words.splitlines()))


def _write_rows(formatter: click.HelpFormatter, heading: str, rows: Iterable[tuple[str, str]]) -> None:
    # click counts a Chinese character as one column; a terminal gives it two.
    rows = [row for row in rows if row[0].startswith("-") or heading == "命令"]
    first = max(_columns(name) for name, _ in rows)
    formatter.write(f"\n{heading}：\n")
    for name, words in rows:
        formatter.write(f"  {name}{' ' * (first - _columns(name))}  {words}\n")


def _columns(words: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)


def complaint(error: click.UsageError) -> str:
    """What is wrong with the arguments, in Chinese."""
    match error:
        case click.NoSuchOption():
            meant = f"（是否要用 {'、'.join(error.possibilities)}？）" if error.possibilities else ""
            return f"没有选项 {error.option_name}{meant}"
        case click.MissingParameter():
            return f"缺少{_name(error)}"
        case click.BadParameter():
            return f"{_name(error)}的值不对{_wanted(error)}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少值"
        case _ if error.message.startswith("No such command"):
            return f"没有命令 {error.message.split(chr(39))[1]}"
        case _ if error.message.startswith("Got unexpected extra"):
            return "参数太多"
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    if not error.param:
        return "参数"
    return error.param.human_readable_name if isinstance(error.param, click.Argument) else f"选项 {error.param.opts[0]} "


def _wanted(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    match kind:
        case click.Choice():
            return f"，可用的有：{'、'.join(map(str, kind.choices))}"
        case click.DateTime():
            return "，应为 2023-01-15 这样的日期"
        case _:
            return f"：{error.message}"
