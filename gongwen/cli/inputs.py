"""The files named on the command line: each one read, or reported and passed over."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

import click

Read = TypeVar("Read")


class Inputs(Generic[Read]):
    """Runs over the files, reports the bad ones on stderr and counts them."""

    def __init__(self, files: Iterable[str], read: Callable[[bytes, str | None], Read]) -> None:
        self.files = tuple(files)
        self.failed = 0
        self._read = read

    def __iter__(self) -> Iterator[tuple[str, Read]]:
        for file in self.files:
            try:
                found = self._read(*_content(file))
            except Exception as error:  # noqa: BLE001  one bad file must not stop the others
                self.failed += 1
                click.echo(f"{_name(file)}：{_cause(error)}", err=True)
            else:
                yield file, found

    @property
    def code(self) -> int:
        """The exit code: 0 where all were read, else 1."""
        return 1 if self.failed else 0


def _content(file: str) -> tuple[bytes, str | None]:
    if file == "-":
        return sys.stdin.buffer.read(), None
    path = Path(file)
    return path.read_bytes(), path.name


def _name(file: str) -> str:
    return "（标准输入）" if file == "-" else file


def _cause(error: Exception) -> str:
    cause = getattr(error, "cause", None)
    match error:
        case FileNotFoundError():
            return "没有这个文件"
        case IsADirectoryError():
            return "是文件夹，不是文件"
        case PermissionError():
            return "没有读取的权限"
        case OSError():
            return f"读不出来：{error.strerror or error}"
        case ValueError() if cause:
            return str(cause)
        case _:
            return f"程序内部错误（{type(error).__name__}：{error}），请把这个文件或能重现的片段报告给我们"
