"""网页: the main text of a web page, a line for each paragraph, a tab between table cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongwen.model import Source
from gongwen.reading.encoding import decode
from gongwen.reading.failure import UnreadableError
from gongwen.reading.limits import MAX_MARKUP_BYTES
from gongwen.reading.markup import write_markup
from gongwen.reading.plain import bounded, digest, lost
from gongwen.reading.reading import Reading
from gongwen.reading.webpage import find_main, is_skipped, metadata, short_text, shown_text, tight

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
_TEMPLATE = re.compile(r"<%[^%]*+(?:%(?!>)[^%]*+)*+(?:%>|\Z)")  # JSP and ASP that the server left in
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "cp950", "big5-hkscs": "big5hkscs"}
"""What pages declare, and what it has become since."""


def read_html(data: bytes, name: str | None) -> Reading:
    """Read a web page: its main text, and what it says of the document as metadata."""
    from lxml import etree  # noqa: PLC0415

    if len(data) > MAX_MARKUP_BYTES:
        raise UnreadableError(f"网页过大（上限 {MAX_MARKUP_BYTES >> 20} MB）", name)
    markup, encoding = decode_page(data)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    markup = _TEMPLATE.sub("", _UNREADABLE.sub("\ufffd", markup))
    root = etree.fromstring(markup.strip() or "<html/>", parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        raise UnreadableError("标签嵌套过深", name)
    return read_tree(root, Source(name=name, media_type="text/html", encoding=encoding, sha256=digest(data)))


def decode_page(data: bytes) -> tuple[str, str]:
    """The page as text: UTF-8 that holds goes before what the page declares, that before a guess."""
    text, encoding = decode(data)
    declared = _DECLARED.search(data[:4096])
    if encoding == "utf-8" or encoding.startswith("utf-16") or not declared:
        return text, encoding
    codec = _CHINESE.get(declared[1].decode().lower())
    try:
        return (data.decode(codec), codec) if codec else (text, encoding)
    except UnicodeDecodeError:
        return text, encoding


def read_tree(root: _Element | None, source: Source) -> Reading:
    """Read the tree of a page."""
    body = root if root is None or root.find("body") is None else root.find("body")
    if root is None or body is None:
        return Reading("", source)
    main = find_main(body)
    facts, tables = metadata(root, main)
    draft = write_markup(
        main,
        leave_out=tables,
        title=_title_above(body, main, [facts.get("ArticleTitle", ""), root.findtext(".//title") or ""]),
    )
    text = bounded(draft.text(), source.name)
    source = source.model_copy(update={"metadata": facts})
    return Reading(text, source, draft.tables(text), lost(text), draft.layout())


def _title_above(body: _Element, main: _Element, names: Collection[str]) -> _Element | None:
    """标题 that the page shows above the main text and not in it; ``names``: what the page calls itself."""
    head = tight(shown_text(main))[:600]
    whole = [tight(name) for name in names if name]
    for element in _shown_before(body, main):
        title = tight(short_text(element) or "")
        if not 6 <= len(title) <= 120 or title in head:
            continue
        named = len(title) >= 8 and any(name.startswith(title) for name in whole)
        if element.tag in {"h1", "h2"} or (named and element.tag not in {"a", "li", "td"}):
            return element
    return None


def _shown_before(body: _Element, main: _Element) -> Collection[_Element]:
    """The elements above the main text that are shown, innermost last, the main text's own chain left out."""
    out: list[_Element] = []
    around = set(main.iterancestors())
    for element in body.iter("*"):
        if element is main:
            break
        if element not in around and not is_skipped(element):
            out.append(element)
    return out
