"""The outline: paragraphs become the section tree of a body, and passages for what reads on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gongwen.layout.elements import Ground
from gongwen.model import Body, Node, Paragraph, Point, Section
from gongwen.outline.closing import CLOSING
from gongwen.outline.entries import Entry, entries
from gongwen.outline.points import set_points
from gongwen.outline.titles import set_titles
from gongwen.passage import Passage
from gongwen.text import Text

_LEAD = re.compile(r"[^，。；：]*")


@dataclass(slots=True)
class _Branch:
    """A section being built."""

    entry: Entry
    marker: str
    """As printed."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    children: list[_Branch] = field(default_factory=list)
    clean: list[str] = field(default_factory=list)
    """The clean text of its own paragraphs, then of its children."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Outlined:
    """A body, and what its paragraphs are for those that read on."""

    body: Body
    passages: list[Passage]
    blocks: list[tuple[bool, dict[str, object]]]
    """Of each paragraph whether it is all heading, and where it stands."""


def outline(ground: Ground, paragraphs: list[Text], *, kind: str | None, part: int) -> Outlined:
    """The body that the paragraphs make up, and its passages in order."""
    made = entries(paragraphs)
    set_titles(made)
    set_points(made)
    conclusion = _conclusion(made)
    top: list[_Branch] = []
    path: list[_Branch] = []
    preamble: list[Paragraph] = []
    closing: list[Paragraph] = []
    passages: list[Passage] = []
    for i, entry in enumerate(made):
        if entry.marker and i < conclusion:
            del path[entry.depth - 1 :]
            branch = _Branch(entry, entry.text.clean(0, entry.marker.end))
            (path[-1].children if path else top).append(branch)
            path.append(branch)
        entry.place = entry.text.place()
        paragraph = _paragraph(entry)
        if i >= conclusion:
            path = []
        elif path:
            path[-1].clean.append(str(entry.place["clean"]))
            path[-1].end = entry.text.offset(len(entry.text) - 1) + 1
        if paragraph:
            (closing if i >= conclusion else path[-1].paragraphs if path else preamble).append(paragraph)
        passages.append(_passage(entry, path, kind, part))
    sections = tuple(_section(ground, branch, 1) for branch in top)
    body = Body(preamble=tuple(preamble), sections=sections, conclusion=tuple(closing))
    blocks = [(e.title_end >= len(e.text) - 1 > 0, e.place) for e in made]
    return Outlined(body, passages, blocks)


def _conclusion(made: Sequence[Entry]) -> int:
    """The index from which paragraphs follow the last section and are no part of it."""
    marked = {i for i, entry in enumerate(made) if entry.marker}
    if not marked:
        return len(made)
    last = max(marked)
    for i in range(last + 1, len(made)):
        if CLOSING.match(made[i].text.chars):
            return i
    # Where no other section of the last one's depth has text below its first paragraph, the last one has none either.
    entry = made[last]
    runs_in = 0 < entry.title_end < len(entry.text) - 1 or not entry.title_end
    members = [i for i in marked - {last} if made[i].depth == entry.depth]
    if entry.depth == 1 and runs_in and members and all(i + 1 in marked for i in members):
        return last + 1
    return len(made)


def _paragraph(entry: Entry) -> Paragraph | None:
    """The entry's text behind marker and title; None where it is all heading."""
    text = entry.text
    start = 0
    if entry.marker:
        start = entry.title_end or entry.marker.end
        if entry.title_end and text.chars[start : start + 1] in "。：":
            start += 1
        rest = text.chars[start:]
        start += len(rest) - len(rest.lstrip(" \u200b"))
    if start >= len(text):
        return None
    points = tuple(_points(entry, start))
    return Paragraph(points=points, **(text.place(start) if start else entry.place))


def _points(entry: Entry, start: int) -> list[Point]:
    made = []
    for n, (at, end, printed, ordinal) in enumerate(entry.points):
        if at < start:
            continue
        until = entry.points[n + 1][0] if n + 1 < len(entry.points) else len(entry.text)
        lead = _LEAD.match(entry.text.chars, end)
        made.append(
            Point(
                marker=entry.text.clean(at, at + len(printed)),
                ordinal=ordinal,
                lead=entry.text.clean(end, lead.end()) if lead and lead.end() > end else "",
                **entry.text.place(at, until),
            )
        )
    return made


def _section(ground: Ground, branch: _Branch, level: int) -> Section:
    entry = branch.entry
    children = tuple(_section(ground, child, level + 1) for child in branch.children)
    text = entry.text
    mark = entry.marker
    assert mark is not None
    for child in branch.children:
        branch.clean.extend(child.clean)
    end = max([branch.end, *(child.end for child in branch.children)])
    branch.end = end
    title = heading = None
    if entry.title_end:
        title_text = text[mark.end : entry.title_end].strip(" 【】〔〕（）\u200b" if mark.kind == "条" else " \u200b")
        title = title_text.clean() if title_text else None
        heading = Node(**text.place(0, entry.title_end))
    return Section(
        level=level,
        marker=branch.marker,
        ordinal=mark.ordinal,
        title=title,
        heading=heading,
        paragraphs=tuple(branch.paragraphs),
        children=children,
        **_whole(ground, text.offset(0), end, "".join(branch.clean)),
    )


def _whole(ground: Ground, start: int, end: int, clean: str) -> dict[str, object]:
    spans = ground.cover(start, end)
    return {"spans": spans, "text": "".join([ground.source[a:b] for a, b in spans]), "clean": clean}


def _passage(entry: Entry, path: list[_Branch], kind: str | None, part: int) -> Passage:
    chars = entry.text.chars
    around = [b.entry for b in path]
    own = bool(around) and around[-1] is entry
    return Passage(
        text=entry.text,
        path=tuple(b.marker for b in path),
        headings=tuple(e.text.chars[e.marker.end : e.title_end] for e in around if e.marker and e.title_end),
        body=0 if not own or entry.marker is None else min(len(chars), (entry.title_end or entry.marker.end)),
        points=tuple((at, printed) for at, _, printed, _ in entry.points),
        kind=kind,
        part=part,
    )
