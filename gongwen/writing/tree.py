"""The outline of a body, cut down to what a reader sees at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongwen.model import Body, Paragraph, Section

SHORT = 60
"""Characters of running text that stand for a paragraph, where the line has room for them."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the outline: its marker, its words, whether these are a heading, and what hangs on it."""

    marker: str
    words: str
    heading: bool
    children: tuple[Branch, ...] = ()


def branches(body: Body) -> tuple[Branch, ...]:
    """The outline of a body: preamble, sections with their points, conclusion."""
    return (*_paragraphs("导语", body.preamble), *map(_section, body.sections), *_paragraphs("结尾", body.conclusion))


def _section(section: Section) -> Branch:
    opening = section.title or (section.paragraphs[0].clean if section.paragraphs else "")
    points = tuple(point for paragraph in section.paragraphs for point in _points(paragraph))
    return Branch(
        section.marker,
        opening if section.title else shorten(opening),
        heading=section.title is not None,
        children=(*points, *map(_section, section.children)),
    )


def _points(paragraph: Paragraph) -> Iterator[Branch]:
    for point in paragraph.points:
        yield Branch(point.marker, shorten(point.lead), heading=False)


def _paragraphs(marker: str, paragraphs: Iterable[Paragraph]) -> Iterator[Branch]:
    for paragraph in paragraphs:
        yield Branch(marker, shorten(paragraph.clean), heading=False, children=tuple(_points(paragraph)))


def shorten(words: str, size: int = SHORT) -> str:
    """The first characters, with … where more follow."""
    return words if len(words) <= size else words[: size - 1] + "…"
