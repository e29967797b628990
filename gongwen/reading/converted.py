"""The JSON of docling and MinerU: documents that another program has read already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from gongwen.model import Box, Page, Source
from gongwen.reading.draft import make_table
from gongwen.reading.encoding import decode
from gongwen.reading.failure import UnreadableError
from gongwen.reading.grid import is_data
from gongwen.reading.limits import MAX_MARKUP_BYTES, MAX_PAGES
from gongwen.reading.markdown import unmarked
from gongwen.reading.page import PageLayout, ParagraphForm, Run, Style
from gongwen.reading.plain import bounded, digest
from gongwen.reading.reading import Reading
from gongwen.reading.tables import rows_of_html

_MAX_ITEMS = 200_000


class Item(NamedTuple):
    """A paragraph, heading or table."""

    text: str
    page: int = 1
    box: tuple[float, float, float, float] | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    level: int | None = None
    score: float | None = None


def read_converted(data: bytes, name: str | None) -> Reading:
    """Read the JSON of docling or MinerU."""
    if len(data) > MAX_MARKUP_BYTES:
        raise UnreadableError(f"JSON 过大（上限 {MAX_MARKUP_BYTES >> 20} MB）", name)
    try:
        value = json.loads(decode(data)[0])
    except (ValueError, RecursionError) as error:
        raise UnreadableError("不是完好的 JSON", name) from error
    items, sizes = _items(value)
    source = Source(name=name, media_type="application/json", sha256=digest(data))
    return _reading(sorted(items[:_MAX_ITEMS], key=lambda item: item.page), sizes, source)


def _items(value: Any) -> tuple[list[Item], dict[int, tuple[float, float]]]:
    if isinstance(value, list):
        return list(_content_list(value)), {}
    if isinstance(value, dict) and isinstance(value.get("pdf_info"), list):
        return list(_middle(value["pdf_info"])), _middle_sizes(value["pdf_info"])
    if isinstance(value, dict):
        return list(_docling(value)), _docling_sizes(value)
    return [], {}


def _reading(items: list[Item], sizes: dict[int, tuple[float, float]], source: Source) -> Reading:
    """The items as lines, a form feed between pages."""
    pieces: list[str] = []
    runs: list[Run] = []
    forms: list[ParagraphForm] = []
    spans: dict[int, tuple[int, int]] = {}
    grids: list[tuple[int, int, Item]] = []
    length = 0
    for item in items:
        mark = "" if not pieces else "\n" if item.page in spans else "\f"
        start, end = length + len(mark), length + len(mark) + len(item.text)
        pieces += (mark, item.text)
        spans[item.page] = (spans.get(item.page, (start, 0))[0], end)
        box = Box(item.page, *item.box) if item.box else None
        runs.append(Run(start, end, 0, box, item.score))
        if item.level is not None:
            forms.append(ParagraphForm(start, end, outline_level=item.level))
        if item.rows:
            grids.append((start, end, item))
        length = end
    text = bounded("".join(pieces), source.name)
    tables = tuple(make_table(text, ((start, end),), item.rows, item.page) for start, end, item in grids)
    pages = tuple(_page(number, span, sizes.get(number)) for number, span in spans.items())
    widths = [sizes.get(number, (0.0, 0.0))[0] for number in range(1, max(spans, default=0) + 1)]
    layout = PageLayout(runs, (Style(),), widths=widths, forms=forms)
    return Reading(text, source.model_copy(update={"pages": pages}), tables, layout=layout)


def _page(number: int, span: tuple[int, int], size: tuple[float, float] | None) -> Page:
    return Page(number=number, span=span, width=size[0] if size else None, height=size[1] if size else None)


# docling


def _docling(value: dict[str, Any]) -> Iterator[Item]:
    """The texts and tables in the order of the body; furniture stays where it is."""
    heights = {number: size[1] for number, size in _docling_sizes(value).items()}
    stack = [value.get("body")]
    seen: set[str] = set()
    while stack:
        node = stack.pop()
        if not isinstance(node, dict):
            continue
        if isinstance(reference := node.get("$ref", node.get("cref")), str):
            if reference not in seen:
                seen.add(reference)
                stack.append(_target(value, reference))
            continue
        yield from _docling_item(node, heights)
        children = node.get("children")
        if isinstance(children, list):
            stack.extend(reversed(children))


def _target(value: Any, reference: str) -> Any:
    """What ``#/texts/3`` refers to."""
    for part in reference.removeprefix("#/").split("/")[:4]:
        if isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value


def _docling_item(node: dict[str, Any], heights: dict[int, float]) -> Iterator[Item]:
    page, box = _docling_place(node, heights)
    table = node.get("data")
    if isinstance(table, dict) and isinstance(table.get("grid"), list):
        grid = [row for row in table["grid"] if isinstance(row, list)]
        yield from _table(([_cell(cell) for cell in row] for row in grid), page, box)
    elif isinstance(node.get("text"), str) and node["text"].strip():
        marker = node.get("marker") if node.get("enumerated") is True else None
        level = node.get("level") if node.get("label") == "section_header" else None
        text = _one_line(f"{marker or ''}{node['text']}")
        yield Item(text, page, box, level=level - 1 if isinstance(level, int) and 0 < level < 10 else None)


def _cell(cell: Any) -> list[str]:
    return [str(cell.get("text") or "")] if isinstance(cell, dict) else []


def _docling_place(
    node: dict[str, Any], heights: dict[int, float]
) -> tuple[int, tuple[float, float, float, float] | None]:
    places = node.get("prov")
    place = places[0] if isinstance(places, list) and places and isinstance(places[0], dict) else {}
    page = _page_number(place.get("page_no"))
    box = place.get("bbox")
    if not isinstance(box, dict):
        return page, None
    sides = [box.get(key) for key in "ltrb"]
    if not all(isinstance(side, int | float) for side in sides):
        return page, None
    left, top, right, bottom = (float(side) for side in sides if side is not None)
    if str(box.get("coord_origin", "")).upper() == "BOTTOMLEFT":
        top, bottom = heights.get(page, 0.0) - top, heights.get(page, 0.0) - bottom
    return page, (left, min(top, bottom), right, max(top, bottom))


def _docling_sizes(value: dict[str, Any]) -> dict[int, tuple[float, float]]:
    pages = value.get("pages")
    found = pages.items() if isinstance(pages, dict) else ()
    return {
        int(number): size
        for number, page in found
        if number.isdecimal()
        and int(number) <= MAX_PAGES
        and (size := _size(page.get("size") if isinstance(page, dict) else None))
    }


# MinerU


def _content_list(value: list[Any]) -> Iterator[Item]:
    """content_list.json: paragraphs in order."""
    for node in value:
        if not isinstance(node, dict):
            continue
        page, box = _page_number(node.get("page_idx"), 1), _four(node.get("bbox"))
        for key in ("table_caption", "image_caption"):
            yield from (Item(_one_line(text), page, box) for text in _strings(node.get(key)))
        if isinstance(node.get("table_body"), str):
            yield from _table(rows_of_html(node["table_body"]), page, box)
        elif isinstance(node.get("text"), str) and node["text"].strip():
            level = node.get("text_level")
            text = _one_line(unmarked(node["text"]))
            yield Item(text, page, box, level=level - 1 if isinstance(level, int) and 0 < level < 10 else None)
        yield from (Item(_one_line(text), page, box) for text in _strings(node.get("list_items")))
        yield from (Item(_one_line(text), page, box) for text in _strings(node.get("table_footnote")))


def _middle(pages: list[Any]) -> Iterator[Item]:
    """middle.json: blocks of lines of spans; what MinerU discards (page numbers, heads) is kept."""
    for k, page in enumerate(pages):
        if isinstance(page, dict):
            number = _page_number(page.get("page_idx"), 1) if "page_idx" in page else k + 1
            blocks = [b for key in ("para_blocks", "discarded_blocks") for b in _dicts(page.get(key))]
            for block in sorted(blocks, key=lambda block: (_four(block.get("bbox")) or (0.0,) * 4)[1]):
                yield from _block(block, number, 0)


def _block(block: dict[str, Any], page: int, depth: int) -> Iterator[Item]:
    if depth < 4:
        for inner in _dicts(block.get("blocks")):
            yield from _block(inner, page, depth + 1)
    spans = [span for line in _dicts(block.get("lines")) for span in _dicts(line.get("spans"))]
    box = _four(block.get("bbox"))
    for span in spans:
        if isinstance(span.get("html"), str):
            yield from _table(rows_of_html(span["html"]), page, box)
    text = _one_line("".join(str(span.get("content") or "") for span in spans))
    scores = [span["score"] for span in spans if isinstance(span.get("score"), int | float)]
    if text:
        yield Item(text, page, box, level=0 if block.get("type") == "title" else None, score=min(scores, default=None))


def _middle_sizes(pages: list[Any]) -> dict[int, tuple[float, float]]:
    found = (
        (k + 1, _size(page.get("page_size"))) for k, page in enumerate(pages[:MAX_PAGES]) if isinstance(page, dict)
    )
    return {number: size for number, size in found if size}


# both


def _table(rows: Iterable[list[list[str]]], page: int, box: tuple[float, float, float, float] | None) -> Iterator[Item]:
    whole = [[[_one_line(line) for line in cell if line.strip()] for cell in row] for row in rows]
    cells = tuple(tuple(" ".join(cell) for cell in row) for row in whole if any(row))
    if cells:
        yield Item("\n".join("\t".join(row) for row in cells), page, box, cells if is_data(whole) else ())


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).replace("\t", " ").replace("\f", " ").strip(" ")


def _page_number(value: Any, shift: int = 0) -> int:
    return min(MAX_PAGES, max(1, value + shift)) if isinstance(value, int) and not isinstance(value, bool) else 1


def _size(value: Any) -> tuple[float, float] | None:
    sides = [value.get("width"), value.get("height")] if isinstance(value, dict) else value
    if isinstance(sides, list) and len(sides) == 2 and all(isinstance(side, int | float) for side in sides):
        return float(sides[0]), float(sides[1])
    return None


def _four(value: Any) -> tuple[float, float, float, float] | None:
    if isinstance(value, list) and len(value) == 4 and all(isinstance(side, int | float) for side in value):
        return float(value[0]), float(value[1]), float(value[2]), float(value[3])
    return None


def _strings(value: Any) -> list[str]:
    return [text for text in value if isinstance(text, str) and text.strip()] if isinstance(value, list) else []


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
