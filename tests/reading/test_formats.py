"""A document says the same in every format: the fields parsed from each equal those parsed from its text."""

from pathlib import Path

import pytest
from render import FORMATS

from gongwen import parse

FIXTURES = sorted((Path(__file__).parent.parent.parent / "fixtures").glob("*.txt"))


def section(part):
    return part.marker, part.title, len(part.paragraphs), tuple(map(section, part.children))


def names(parts):
    return tuple(part.name for part in parts)


def clean(node):
    return node and node.clean


def fields(document):
    """What a document says, without where."""
    imprint = document.imprint
    return {
        "copy_number": clean(document.copy_number),
        "security": clean(document.security),
        "urgency": clean(document.urgency),
        "letterhead": document.letterhead and names(document.letterhead.agencies),
        "number": clean(document.number),
        "signers": names(document.signers),
        "title": clean(document.title),
        "kind": document.kind,
        "recipients": names(document.recipients),
        "sections": tuple(map(section, document.body.sections)),
        "attachment_list": tuple(item.title for item in document.attachment_list),
        "agencies": names(document.signature.agencies),
        "date": document.signature.date and document.signature.date.value,
        "note": clean(document.note),
        "attachments": tuple(part.title for part in document.attachments),
        "copies": names(document.copies),
        "imprint": imprint and (clean(imprint.agency), imprint.date and imprint.date.value, imprint.print_run),
        "claims": tuple((str(claim.quantity.value), claim.quantity.unit) for claim in document.claims),
        "citations": tuple((citation.title, citation.number) for citation in document.citations),
    }


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_fields_are_those_of_the_text(path, name):
    text = path.read_text("utf-8")
    data = FORMATS[name](text)
    assert fields(parse(data)) == fields(parse(text))
