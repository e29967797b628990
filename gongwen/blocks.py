"""Blocks: every non-blank character of the source in exactly one, with its role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from gongwen.layout import Element, Ground, Sheet
from gongwen.model import Block, Page, Role
from gongwen.outline import Outlined
from gongwen.text import Spans, place

_ROLES: dict[str, Role] = {
    "early_note": "note",
    "late_list": "attachment_list",
    "order_title": "title",
    "date_line": "date",
    "telegram": "unknown",
    "body": "paragraph",
}
"""The role of a slot where it has another name."""


def find_blocks(ground: Ground, sheet: Sheet, bodies: list[Outlined], pages: tuple[Page, ...]) -> tuple[Block, ...]:
    """The blocks in the order of the text: elements, paragraphs of the bodies, furniture."""
    source = ground.source
    made: list[tuple[Role, dict[str, object]]] = []
    for part in (sheet, *sheet.attachments):
        made.extend((role, place(source, spans)) for role, spans in _blocks(ground, part))
    for body in bodies:
        made.extend(("heading" if heading else "paragraph", where) for heading, where in body.blocks)
    made.extend(("furniture", place(source, ((line.start, line.end),))) for line in ground.furniture)
    made.extend(("litter", place(source, ((line.start, line.end),))) for line in ground.litter)
    made.sort(key=lambda row: row[1]["spans"])  # type: ignore[arg-type,return-value]
    if not pages:
        return tuple(Block(role=role, **where) for role, where in made)
    return tuple(Block(role=role, page=_page(pages, where["spans"][0][0]), **where) for role, where in made)  # type: ignore[index]


def _blocks(ground: Ground, sheet: Sheet) -> Iterator[tuple[Role, Spans]]:
    for element in sheet.elements:
        if element.slot == "body" or (element.slot == "attachment" and sheet.attachments):
            continue
        yield _role(element), ground.spans(element.lines)


def _role(element: Element) -> Role:
    slot = element.slot
    if slot == "litter" and not any(cue.weight > 0 for label in element.labels for cue in label.cues):
        return "unknown"
    return _ROLES.get(slot, cast("Role", slot))


def _page(pages: tuple[Page, ...], offset: int) -> int | None:
    at = bisect_right(pages, offset, key=lambda page: page.span[0]) - 1
    return pages[at].number if at >= 0 and offset < pages[at].span[1] else None
