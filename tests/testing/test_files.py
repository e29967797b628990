"""Specimens as files: what is read back is what the gold says."""

import pytest

import gongwen
from gongwen.testing import generate
from gongwen.testing.files import FORMATS, write_file


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("seed", range(6))
def test_the_gold_is_that_of_the_file(form, seed):
    specimen = generate(seed, kind=("通知", "请示", "函")[seed % 3])
    file = write_file(specimen, form)
    assert gongwen.parse(file.data, name=file.name).text == file.document.text
    assert [c.quantity.value for c in file.document.claims] == [c.quantity.value for c in specimen.document.claims]
    assert file.document.title.subject == specimen.document.title.subject


FIELDS = (
    "kind", "copy_number", "security", "urgency", "category", "letterhead", "number", "signers", "title", "recipients",
    "attachment_list", "signature", "note", "copies", "imprint", "contacts",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", ["通知", "请示", "函", "答复", "纪要"])
def test_the_fields_are_read_back_from_every_format(form, kind):
    file = write_file(generate(4, kind=kind), form)
    document = gongwen.parse(file.data, name=file.name)
    for name in FIELDS:
        assert getattr(document, name) == getattr(file.document, name), name


def test_all_formats_at_once():
    files = generate(3, kind="请示", signers=3).files
    assert list(files) == ["txt", "html", "docx", "ofd", "pdf"]
    assert {len(file.document.signers) for file in files.values()} == {3}


def test_automatic_numbers_are_not_in_the_text_of_the_file():
    specimen = next(
        s for s in (generate(seed, kind="报告") for seed in range(20)) if s.document.body.sections[0].marker == "一、"
    )
    file = write_file(specimen, "docx")
    assert "一、".encode() not in b"".join(_parts(file.data))
    assert gongwen.parse(file.data, name=file.name).body.sections[0].marker == "一、"


def _parts(data):
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as package:
        yield package.read("word/document.xml")
