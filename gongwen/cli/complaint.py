"""What is wrong with the arguments, in Chinese."""

from __future__ import annotations

import click


def complaint(error: click.UsageError) -> str:
    """One sentence for the user, without its full stop."""
    match error:
        case click.NoSuchOption():
            meant = f"（是否要用 {'、'.join(error.possibilities)}？）" if error.possibilities else ""
            return f"没有选项 {error.option_name}{meant}"
        case click.MissingParameter():
            return f"缺少{_name(error)}"
        case click.BadParameter():
            return f"{_name(error)}的值不对{_wanted(error)}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 的用法不对，用 --help 看它要不要值"
        case _:
            return _other(error.message)


def _name(error: click.BadParameter) -> str:
    if not error.param:
        return "参数"
    return (
        error.param.human_readable_name if isinstance(error.param, click.Argument) else f"选项 {error.param.opts[0]} "
    )


def _wanted(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    match kind:
        case click.Choice():
            return f"，可用的有：{'、'.join(map(str, kind.choices))}"
        case click.DateTime():
            return "，应为 2023-01-15 这样的日期"
        case _:
            return f"：{error.message}"


def _other(message: str) -> str:
    # click says these two with a plain UsageError.
    if message.startswith("No such command"):
        return f"没有命令 {message.split(chr(39))[1]}"
    return "参数太多" if message.startswith("Got unexpected extra") else message
