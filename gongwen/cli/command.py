"""Commands whose help and complaints are in Chinese."""

from __future__ import annotations

import click


class Command(click.Command):
    """A command with Chinese help; examples stand at the end."""

    def __init__(self, *args: object, examples: str = "", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Chinese heading, then the examples."""
        rows = [row for param in self.get_params(ctx) if (row := param.get_help_record(ctx))]
        with formatter.section("选项"):
            formatter.write_dl(rows)
        if self.examples:
            with formatter.section("示例"):
                formatter.write("".join(f"  {line}\n" for line in self.examples.strip().splitlines()))


class Group(click.Group):
    """The commands, with Chinese help."""

    command_class = Command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, explained in Chinese."""
        return _in_chinese(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        formatter.write_usage(ctx.command_path, "命令 [选项] …", prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options."""
        with formatter.section("命令"):
            formatter.write_dl([(name, command.short_help or "") for name, command in self.commands.items()])
        with formatter.section("选项"):
            formatter.write_dl([row for param in self.get_params(ctx) if (row := param.get_help_record(ctx))])


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "显示帮助。"
    return option


def complaint(error: click.UsageError) -> str:
    """What is wrong with the arguments, in Chinese."""
    match error:
        case click.NoSuchOption():
            meant = f"（是否要用 {'、'.join(error.possibilities)}？）" if error.possibilities else ""
            return f"没有选项 {error.option_name}{meant}"
        case click.MissingParameter():
            return f"缺少{_name(error)}"
        case click.BadParameter():
            return f"{_name(error)}的值不对：{error.message}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的用法不对：{error.message}"
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    return f"参数 {error.param.get_error_hint(error.ctx)}" if error.param and error.ctx else "参数"
