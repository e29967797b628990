"""A draft: a text in the writing that remembers which of its stretches are which part of the Document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from gongwen.model import Block, Model, Role


@dataclass(slots=True)
class Stretch:
    """Where something stands in the draft: half-open pairs of offsets."""

    ranges: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Quote(Stretch):
    """A plain string of the Document that is quoted from the text: a name, a title, a marker."""


@dataclass(slots=True)
class Part(Stretch):
    """A part of the Document to be: its class, its place, its values (quotes and parts among them)."""

    model: type[Model] = Model
    values: dict[str, Any] = field(default_factory=dict)


class Draft:
    """Takes text down and says where it came to stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.values: dict[str, Any] = {}
        """The values of the Document."""
        self.blocks: list[Part] = []
        self.claims: list[Part] = []
        self.citations: list[Part] = []
        self.gaps: set[int] = set()
        """Where blanks stand that a reader keeps: between agencies named side by side."""

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._pieces)

    def write(self, text: str) -> tuple[int, int]:
        """Write, and say where."""
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        return start, self.length

    def gap(self) -> None:
        """Write a blank that a reader keeps."""
        self.gaps.add(self.length)
        self.write(" ")

    def since(self, start: int) -> str:
        """What has been written from an offset on."""
        at, tail = self.length, []
        for piece in reversed(self._pieces):
            if at <= start:
                break
            at -= len(piece)
            tail.append(piece)
        return "".join(reversed(tail))[max(0, start - at) :]

    def quote(self, text: str) -> Quote:
        """Write what a plain string of the Document quotes."""
        return Quote([self.write(text)])

    def part(self, model: type[Model], text: str, **values: Any) -> Part:
        """Write the text of a part."""
        return Part([self.write(text)], model, values)

    @contextmanager
    def whole(self, model: type[Model], **values: Any) -> Iterator[Part]:
        """A part that holds all that is written inside."""
        made = Part([], model, values)
        start = self.length
        yield made
        made.ranges.append((start, self.length))

    @contextmanager
    def block(self, role: Role) -> Iterator[None]:
        """A block of the labelled document that holds all that is written inside."""
        start = self.length
        yield
        if self.length > start:
            self.blocks.append(Part([(start, self.length)], Block, {"role": role}))

    def line(self, role: Role | None, text: str, *, indent: str = "") -> tuple[int, int]:
        """Write a line of its own, a block if it has a role."""
        self.write(indent)
        place = self.write(text)
        if role:
            self.blocks.append(Part([place], Block, {"role": role}))
        self.write("\n")
        return place

    def blank(self, lines: int = 1) -> None:
        """Leave lines blank."""
        self.write("\n" * lines)
