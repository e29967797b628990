"""Where the results go: standard output, or a file for each input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from gongwen.writing import Wishes, Writer

if TYPE_CHECKING:
    from gongwen.model import Document


class Output(Protocol):
    """Takes the documents one by one."""

    def add(self, file: str, document: Document) -> None:
        """Write a document."""

    def close(self) -> None:
        """Write what stands at the end."""


class Stream:
    """Standard output; several documents are put together as the format has it."""

    def __init__(self, writer: Writer, wishes: Wishes, *, several: bool) -> None:
        self._writer, self._wishes = writer, wishes
        self._opening, self._between, self._closing = writer.several if several else ("", "", "")
        self._first = True

    def add(self, file: str, document: Document) -> None:  # noqa: ARG002  a stream names no files
        """Write a document."""
        sys.stdout.write(self._opening if self._first else self._between)
        self._first = False
        self._writer.write(document, sys.stdout, self._wishes)

    def close(self) -> None:
        """Write the closing mark; of no documents at all an empty list."""
        sys.stdout.write((self._opening if self._first else "") + self._closing)
        sys.stdout.flush()


class Folder:
    """A folder with a file for each input, named after it."""

    def __init__(self, folder: Path, writer: Writer, wishes: Wishes) -> None:
        self._folder, self._writer, self._wishes = folder, writer, wishes
        self._taken: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, file: str, document: Document) -> None:
        """Write a document to its own file."""
        path = self._folder / (self._stem(file) + self._writer.suffix)
        with path.open("w", encoding="utf-8", newline="\n") as out:
            self._writer.write(document, out, self._wishes)

    def close(self) -> None:
        """Nothing is left to write."""

    def _stem(self, file: str) -> str:
        # Two inputs of one stem must not overwrite each other, nor on systems that do not tell A from a.
        plain = stem = "stdin" if file == "-" else Path(file).stem
        count = 1
        while stem.casefold() in self._taken:
            count += 1
            stem = f"{plain}-{count}"
        self._taken.add(stem.casefold())
        if stem != plain:
            click.echo(f"{file}：与前面的输入同名，写入 {stem}{self._writer.suffix}", err=True)
        return stem
