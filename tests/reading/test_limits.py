"""Hostile files: bombs, entities, nesting, encrypted and foreign files. One clear error each, never a hang."""

import io
import struct
import time
import zipfile
from zlib import crc32

import pytest
from fuzz import fuzz, outcome
from make_docx import docx, paragraph
from make_pdf import PdfPage, pdf
from seeds import SEEDS

from gongwen.reading import UnreadableError, limits, read
from gongwen.reading.foreign import _MAGIC
from gongwen.reading.image import open_picture
from gongwen.testing.ofd import OfdPageDraft, write_ofd


def package(entries, *, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as new:
        for name, content in entries.items():
            new.writestr(name, content)
    return out.getvalue()


def document(inside, head=""):
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return package({"word/document.xml": f'{head}<w:document xmlns:w="{w}"><w:body>{inside}</w:body></w:document>'})


def refused(data, cause, name=None):
    start = time.monotonic()
    with pytest.raises(UnreadableError, match=cause) as caught:
        read(data, name)
    assert time.monotonic() - start < 10
    assert caught.value.name == name


def test_zip_bomb():
    refused(package({"word/document.xml": b"<a>" + b" " * (limits.MAX_ENTRY_BYTES + 10)}), "过大", "a.docx")


def test_zip_bomb_that_lies_about_its_size():
    data = bytearray(package({"word/document.xml": b" " * (limits.MAX_ENTRY_BYTES + 10)}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    struct.pack_into("<I", data, 22, 100)
    refused(bytes(data), "残缺|过大")


def test_many_entries():
    refused(package({f"word/{k}.xml": b"" for k in range(limits.MAX_ENTRIES + 1)}), "过多|压缩包")


def test_entities():
    bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;">]>'
    refused(document("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", bomb), "实体")
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    refused(document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", outside), "实体")


def test_deep_nesting():
    refused(document("<w:sdt><w:sdtContent>" * 3000), "嵌套过深")
    refused(document("<w:tbl><w:tr><w:tc>" * 2000), "嵌套过深")


def test_nested_tables_within_the_limit_are_read():
    inside = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("深处") + "</w:tc></w:tr></w:tbl>" * 60
    assert "深处" in read(docx(inside)).text


def test_style_and_paragraph_based_on_itself():
    style = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    assert read(docx(paragraph("甲", style="a"), styles=style)).text == "甲\n"


def test_encrypted_entry():
    data = bytearray(package({"word/document.xml": b"<a/>"}))
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    refused(bytes(data), "加密")


def test_paths_out_of_the_archive_are_only_names():
    data = write_ofd([OfdPageDraft()]).replace(b"Doc_0/Document.xml", b"../c/passwd.xml..")
    with pytest.raises(UnreadableError):
        read(data)


def test_many_pages():
    page = PdfPage()
    refused(pdf([page] * (limits.MAX_PAGES + 1)), "页数过多")


@pytest.mark.parametrize("magic", [magic for magic, _ in _MAGIC], ids=repr)
def test_foreign_formats_are_named(magic):
    refused(magic + bytes(200), "，|压缩包", "file")


@pytest.mark.parametrize(
    ("entry", "cause"),
    [("xl/workbook.xml", "电子表格"), ("ppt/presentation.xml", "演示文稿"), ("a.txt", "压缩包")],
    ids=str,
)
def test_other_packages_are_named(entry, cause):
    refused(package({entry: b"x"}), cause)


def test_text_that_opens_like_a_program():
    assert read(b"MZ is no program here").text == "MZ is no program here"


def test_too_many_entries():
    refused(package({f"word/{k}.xml": b"" for k in range(limits.MAX_ENTRIES + 1)}), "文件过多")


def test_a_picture_of_too_many_pixels():
    chunks = (b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0", b"IDAT", b"IEND")
    coded = b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", crc32(c)) for c in chunks)
    with pytest.raises(UnreadableError, match="图片过大"):
        open_picture(b"\x89PNG\r\n\x1a\n" + coded, None)


def test_too_large(monkeypatch):
    monkeypatch.setattr("gongwen.reading.reader.MAX_BYTES", 10)
    refused(b"x" * 11, "过大")


def test_too_much_text(monkeypatch):
    monkeypatch.setattr("gongwen.reading.plain.MAX_CHARACTERS", 5)
    refused("一二三四五六".encode(), "过多")


@pytest.mark.parametrize("size", [0, 1, 2, 3, 10, 100])
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_truncated_files(name, size):
    for original in SEEDS[name]():
        assert outcome(original[:size], None) is None
        assert outcome(original[: len(original) - size], None) is None


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_fuzz_a_little(name, tmp_path):
    problems, _ = fuzz(name, 10 if name == "hidden-pdf" else 40, tmp_path)
    assert problems == []


def test_fuzzing_finds_what_it_should(monkeypatch):
    def broken(*_):
        raise KeyError("x")

    monkeypatch.setattr("fuzz.read", broken)
    assert "KeyError" in outcome(b"x", None)
