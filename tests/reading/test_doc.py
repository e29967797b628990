"""DOC and WPS: pieces, automatic numbers, tables, fields, encrypted files."""

import struct

import pytest
from make_doc import _compound, doc, level

from gongwen.reading import UnreadableError, read

IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)
CENTRED = struct.pack("<HB", 0x2403, 1)


def plain(*lines):
    return [(line, None, b"") for line in lines]


def test_text_in_pieces_of_both_widths():
    data = doc(plain("关于做好抗旱工作的通知\r", "No. 15, 2023\r", "各区人民政府：\r"), narrow={1})
    assert read(data, "a.docx").text == "关于做好抗旱工作的通知\nNo. 15, 2023\n各区人民政府：\n"
    assert read(data, "a.wps").source.media_type == "application/msword"


def test_automatic_numbers():
    levels = (level("%1、", 39), level("（%2）", 37), level("%3.", 0, follow=1), level("%4", 18))
    items = [
        (0, "总体要求"),
        (0, "主要任务"),
        (1, "抓落实"),
        (2, "定责"),
        (2, "定时"),
        (3, "甲"),
        (1, "强保障"),
        (2, "投入"),
        (0, "附则"),
    ]
    reading = read(doc([(f"{text}\r", number, b"") for number, text in items], levels=levels))
    assert reading.text.splitlines() == [
        "一、总体要求", "二、主要任务", "（一）抓落实", "1. 定责", "2. 定时", "①甲", "（二）强保障", "1. 投入", "三、附则",
    ]  # fmt: skip
    assert reading.layout.form(0).marker == (0, 2)


def test_table():
    cells = [("地区\x07", None, IN_TABLE), ("数量\x07", None, IN_TABLE), ("\x07", None, ROW_END)]
    cells += [
        ("东河\r", None, IN_TABLE),
        ("新区\x07", None, IN_TABLE),
        ("12.5\x07", None, IN_TABLE),
        ("\x07", None, ROW_END),
    ]
    reading = read(doc([*plain("表前\r"), *cells, *plain("表后\r")]))
    assert reading.text == "表前\n地区\t数量\n东河 新区\t12.5\n表后\n"
    assert reading.tables[0].rows == (("地区", "数量"), ("东河新区", "12.5"))


def test_fields_marks_and_alignment():
    lines = [("甲\x13 PAGE \x141\x15乙\x0b丙\x1e丁\x05\r", None, CENTRED), *plain("戊\x0c己\r")]
    reading = read(doc(lines))
    assert reading.text == "甲1乙\n丙-丁\n戊\n己\n"
    assert reading.layout.form(0).alignment == "centre"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (struct.pack("<Hh", 0x8460, 640), 2),
        (struct.pack("<HhHh", 0x845E, 640, 0x8460, -320), 1),
        (struct.pack("<HhHh", 0x8411, 643, 0x4457, 200), 2),
        (struct.pack("<Hh", 0x8460, -640), None),
    ],
    ids=["first line", "left and hanging", "characters count", "hanging"],
)
def test_indent_in_characters(properties, expected):
    layout = read(doc([("甲\r", None, CENTRED + properties)])).layout
    assert layout.form(0).indent == expected


def test_characters_beyond_the_basic_plane():
    assert read(doc(plain("地名𠮷村\r"))).text == "地名𠮷村\n"


def test_footnotes_come_last():
    reading = read(doc(plain("正文\x02\r"), footnotes=("\x02 脚注一\r",)))
    assert reading.text == "正文\n 脚注一\n"
    assert reading.layout.form(reading.text.index("脚注")).part == "footnote"


def test_encrypted():
    with pytest.raises(UnreadableError, match="加密"):
        read(doc(plain("甲\r"), flags=0x0100), "a.doc")


@pytest.mark.parametrize(
    ("stream", "cause"),
    [("EncryptedPackage", "已加密"), ("Workbook", "电子表格"), ("PowerPoint Document", "演示文稿")],
)
def test_other_compound_files_are_named(stream, cause):
    with pytest.raises(UnreadableError, match=cause):
        read(_compound({stream: bytes(100), "other": bytes(100)}), "a.docx")


def test_broken():
    with pytest.raises(UnreadableError, match="残缺"):
        read(doc(plain("甲\r"))[:600], "a.doc")
