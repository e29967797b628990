"""What holds for every document, whatever its text: checked without the library's own validators."""

import json
from itertools import pairwise

from gongwen.model import Document, Paragraph

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u3164"

ORDERED = (
    "blocks", "signers", "recipients", "attachment_list", "attachments", "copies", "contacts", "citations", "tables",
)  # fmt: skip


def blank(char):
    return char.isspace() or char in ZERO_WIDTH


def check(doc, text):
    """Assert all that holds for any document; ``text`` is what was parsed."""
    text_is_the_source(doc, text)
    spans_are_honest(doc)
    every_character_is_in_one_block(doc)
    json_round_trips(doc)
    sections_are_nested(doc)
    lists_follow_the_text(doc)
    clean_is_clean(doc)


def text_is_the_source(doc, text):
    assert doc.text == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def spans_are_honest(doc):
    for path, spans, text in _placed(doc.model_dump(exclude={"diagnostics"}), "doc"):
        assert spans, f"{path} has no place"
        assert all(0 <= a < b <= len(doc.text) for a, b in spans), f"{path}: {spans}"
        assert all(one[1] <= other[0] for one, other in pairwise(spans)), f"{path}: {spans} out of order"
        assert "".join(doc.text[a:b] for a, b in spans) == text, f"{path}: {spans} do not give {text!r}"
    for diagnostic in doc.diagnostics:
        assert all(0 <= a <= b <= len(doc.text) for a, b in diagnostic.spans), diagnostic


def _placed(value, path):
    if isinstance(value, dict):
        if "spans" in value and "text" in value:
            yield path, value["spans"], value["text"]
        for key, item in value.items():
            yield from _placed(item, f"{path}.{key}")
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _placed(item, f"{path}[{index}]")


def every_character_is_in_one_block(doc):
    taken = [0] * len(doc.text)
    for block in doc.blocks:
        for start, end in block.spans:
            for offset in range(start, end):
                taken[offset] += 1
    wrong = [i for i, c in enumerate(doc.text) if (not blank(c) and taken[i] != 1) or taken[i] > 1]
    assert not wrong, f"in no block or in several: {wrong[:5]} {doc.text[wrong[0] : wrong[0] + 30]!r}"


def json_round_trips(doc):
    for keys in ("en", "zh"):
        data = doc.to_json(keys=keys)
        again = Document.from_json(data)
        assert again == doc
        assert again.to_json(keys=keys) == data
        assert Document.from_json(doc.to_json(keys=keys, text=False), text=doc.text) == doc


def sections_are_nested(doc):
    for body in (doc.body, *(attachment.body for attachment in doc.attachments)):
        _nested(body.sections, 1)


def _nested(sections, level):
    for section in sections:
        assert section.level == level, f"{section.marker} says level {section.level} at depth {level}"
        assert section.ordinal >= 0
        assert section.text.lstrip().startswith(section.marker[:1])
        inner = [*section.paragraphs, *section.children]
        for node in [*inner, *([section.heading] if section.heading else [])]:
            assert section.start <= node.start
            assert node.end <= section.end, f"{section.marker} ends before what stands in it"
        _nested(section.children, level + 1)
    for one, other in pairwise(sections):
        assert one.end <= other.start, f"{one.marker} runs into {other.marker}"


def lists_follow_the_text(doc):
    lists = {name: getattr(doc, name) for name in ORDERED}
    lists["claims"] = [claim.quantity for claim in doc.claims]
    lists["letterhead"] = doc.letterhead.agencies if doc.letterhead else ()
    lists["signature"] = doc.signature.agencies
    for name, items in lists.items():
        starts = [item.start for item in items]
        assert starts == sorted(starts), f"{name} out of order: {starts}"
    paragraphs = [node for node in doc.nodes() if isinstance(node, Paragraph)]
    for paragraph in paragraphs:
        for point in paragraph.points:
            assert paragraph.start <= point.start < point.end <= paragraph.end
            assert point.ordinal >= 1
        for one, other in pairwise(paragraph.points):
            assert one.end <= other.start
    for body in (doc.body, *(attachment.body for attachment in doc.attachments)):
        parts = [*body.preamble, *body.sections, *body.conclusion]
        assert all(one.end <= other.start for one, other in pairwise(parts)), "the parts of a body overlap"


def clean_is_clean(doc):
    for node in doc.nodes():
        assert not any(c in node.clean for c in "\n\r\f\u2028\u2029\u3000\u200b"), f"layout left in {node!r}"


def plain(doc, *without):
    """The document as plain data, without what names its source."""
    return {k: v for k, v in json.loads(doc.to_json()).items() if k not in {"source", *without}}
