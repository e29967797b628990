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
