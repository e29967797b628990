"""Tables that converters hand on as HTML."""

from __future__ import annotations

from gongwen.reading.limits import MAX_MARKUP_BYTES

_MAX_SPAN = 64


def rows_of_html(markup: str) -> list[list[list[str]]]:
    """The rows of a table, a cell over several columns followed by empty ones."""
    from lxml import etree  # noqa: PLC0415

    if not markup.strip() or len(markup) > MAX_MARKUP_BYTES:
        return []
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(markup.replace("\0", ""), parser)
    rows: list[list[list[str]]] = []
    for row in () if root is None else root.iter("tr"):
        cells: list[list[str]] = []
        for cell in row.iterchildren("td", "th"):
            text = " ".join("".join(str(part) for part in cell.itertext()).split())
            span = cell.get("colspan") or "1"
            cells.append([text] if text else [])
            cells.extend([] for _ in range(min(int(span) if span.isdecimal() else 1, _MAX_SPAN) - 1))
        rows.append(cells)
    return rows
