"""政府网站: where the document stands on a web page, and what the page says of it.

The site systems of Chinese governments mark the main text with an id or class of their
own; where none is found, the element with most text outside of links is taken.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_LITTLE = 20
"""Characters that a main text has at least."""
_PIECES, _LENGTH = 60, 300
"""The most that a label or value of a metadata table holds."""
_PUNCTUATION = re.compile("[，。；：、！？]")
_BLANKS = re.compile(r"[\s\u3000\u200b]+")
_LABELLED = re.compile(
    r"[\s\u3000]*[【\[]?((?:[^\s\u3000：:】\]][\s\u3000]*){1,9}?)[】\]]?[\s\u3000]*[：:](.*)", re.DOTALL
)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "select", "button", "input", "textarea", "nav"}
    | {"head", "title", "svg", "audio", "video", "footer"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FRAGMENT = ("td", "th", "li", "p", "div", "dd", "dt", "span", "b", "strong", "em", "h1", "label")


class _Rules(NamedTuple):
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    labels: frozenset[str]
    meta: frozenset[str]


@cache
def _rules() -> _Rules:
    """What webpages.toml says."""
    data = tomllib.loads(files("gongwen.reading").joinpath("webpages.toml").read_text("utf-8"))
    return _Rules(tuple(data["ids"]), tuple(data["classes"]), frozenset(data["labels"]), frozenset(data["meta"]))


def is_skipped(element: _Element) -> bool:
    """Whether the element is never shown as text."""
    return (
        not isinstance(element.tag, str)
        or element.tag in _SKIPPED
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def shown_text(element: _Element) -> str:
    """All text of the element that a reader sees."""
    return "".join(_shown(element))


def _shown(element: _Element) -> Iterator[str]:
    from lxml import etree  # noqa: PLC0415

    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node is not element and is_skipped(node):
                walk.skip_subtree()
            else:
                yield node.text or ""
        if event == "end" and node is not element:
            yield node.tail or ""


def short_text(element: _Element) -> str | None:
    """The text of an element that can be a label or a value; None where it holds too much for that."""
    pieces = list(islice(_shown(element), _PIECES))
    text = "".join(pieces)
    return text if len(pieces) < _PIECES and len(text) <= _LENGTH else None


def tight(text: str) -> str:
    """The text without any blanks."""
    return _BLANKS.sub("", text)


def find_main(body: _Element) -> _Element:
    """The element that holds the document."""
    marked = [element for element in _marked(body) if len(tight(shown_text(element))) >= _LITTLE]
    dense = _densest(body)
    if marked:
        best = max(marked[:8], key=lambda element: len(tight(shown_text(element))))
        # A rule's element that holds a fraction of the text is a side show (a list of files, a summary).
        if 3 * len(tight(shown_text(best))) >= len(tight(shown_text(dense))) or dense is body:
            return best
    return dense


def _marked(body: _Element) -> Iterator[_Element]:
    by_id: dict[str, _Element] = {}
    by_class: dict[str, _Element] = {}
    for element in body.iter("*"):
        by_id.setdefault(element.get("id") or "", element)
        for name in (element.get("class") or "").split():
            by_class.setdefault(name, element)
    yield from (by_id[name] for name in _rules().ids if name in by_id)
    yield from (by_class[name] for name in _rules().classes if name in by_class)


def _densest(body: _Element) -> _Element:
    """Go down from the body as long as one child holds nearly all the running text."""
    weights = _weights(body)
    element = body
    while True:
        child = max(element, key=lambda node: weights.get(node, 0.0), default=None)
        held = 0.0 if child is None else weights.get(child, 0.0)
        if child is None or held <= 0 or held < 0.7 * weights[element] or child.tag in {"p", "tr", "tbody"}:
            break
        element = child
    return next(element.iterancestors("table"), element) if element.tag in {"tbody", "tr"} else element


def _weights(body: _Element) -> dict[_Element, float]:
    """How much running text each element holds: characters outside of links, sentences counting more."""
    from lxml import etree  # noqa: PLC0415

    weights: dict[_Element, float] = {}
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node is not body and (is_skipped(node) or node.tag == "a"):
                walk.skip_subtree()
                weights[node] = 0.0
            else:
                weights[node] = _weight(node.text)
        elif node is not body:
            parent = node.getparent()
            weights[parent] = weights.get(parent, 0.0) + weights.get(node, 0.0) + _weight(node.tail)
    return weights


def _weight(text: str | None) -> float:
    if not text:
        return 0.0
    return len(tight(text)) + 20 * len(_PUNCTUATION.findall(text))


def metadata(root: _Element, main: _Element) -> tuple[dict[str, str], list[_Element]]:
    """What the page says of the document, and the tables inside the main text that say it."""
    found = {
        element.get("name") or "": (element.get("content") or "").strip()
        for element in root.iter("meta")
        if (element.get("name") or "").lower() in _rules().meta
    }
    out = {name: value for name, value in found.items() if value}
    tables: list[_Element] = []
    for zone, pairs in _zones(root):
        if len(pairs) >= 3:
            out.update((label, value) for label, value in pairs.items() if value and label not in out)
            if main in zone.iterancestors():
                tables.append(zone)
    return out, tables


def _zones(root: _Element) -> Iterator[tuple[_Element, dict[str, str]]]:
    """The elements that hold labels with their values: the innermost table, list or division of each."""
    zones: dict[_Element, dict[str, str]] = {}
    for element in root.iter(*_FRAGMENT):
        if len(element) <= 3 and (pair := _pair(element)):
            zone = next(element.iterancestors("table", "ul", "dl", "div"), None)
            if zone is not None:
                zones.setdefault(zone, {}).setdefault(*pair)
    # 左右两栏: divisions of labels side by side are one zone.
    for zone in list(zones):
        parent = zone.getparent()
        if zone.tag == "div" and parent is not None and zone in zones:
            beside = [node for node in parent if node in zones and node is not zone and node.tag == "div"]
            for node in beside:
                for label, value in zones.pop(node).items():
                    zones[zone].setdefault(label, value)
    yield from zones.items()


def _pair(element: _Element) -> tuple[str, str] | None:
    """A label and its value: ``<td>文号：</td><td>…</td>`` or ``<p><b>文号</b>：…</p>``."""
    whole = short_text(element)
    if whole is None:
        return None
    if match := _LABELLED.fullmatch(whole):
        label, value = tight(match[1]), match[2].strip()
        if label in _rules().labels and value:
            return label, " ".join(value.split())
    label = tight(whole).rstrip("：:").strip("【】[]")
    if label not in _rules().labels or element.tag not in {
        "td",
        "th",
        "dt",
        "li",
        "span",
        "div",
        "b",
        "strong",
        "em",
        "label",
    }:
        return None
    following = element.getnext()
    value = " ".join(((short_text(following) or "") if following is not None else element.tail or "").split())
    return (label, value) if len(value) <= 300 and tight(value).rstrip("：:") not in _rules().labels else None
