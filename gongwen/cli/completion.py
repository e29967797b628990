"""gongwen completion: what a shell needs to complete commands and options."""

from __future__ import annotations

import click

from gongwen.cli.command import Command

EXAMPLES = """
eval "$(gongwen completion bash)"                     写进 ~/.bashrc
eval "$(gongwen completion zsh)"                      写进 ~/.zshrc
gongwen completion fish > ~/.config/fish/completions/gongwen.fish
"""


@click.command(cls=Command, examples=EXAMPLES, short_help="显示命令补全脚本（bash、zsh、fish）。")
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """显示命令补全脚本，供 shell 读取。"""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"不支持 {shell}")
    click.echo(found(ctx.find_root().command, {}, "gongwen", "_GONGWEN_COMPLETE").source())
