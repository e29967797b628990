"""DOCX: order, tables, tracked changes, and automatic numbering in the text."""

import pytest
from make_docx import definition, docx, instance, level, paragraph, run, table

from gongwen import parse
from gongwen.reading import UnreadableError, read

OFFICIAL = definition(
    "0",
    level(0, "%1、", "chineseCountingThousand", more='<w:suff w:val="nothing"/>'),
    level(1, "（%2）", "chineseCountingThousand", more='<w:suff w:val="nothing"/>'),
    level(2, "%3.", "decimal"),
    level(3, "（%4）", "decimal", more='<w:suff w:val="nothing"/>'),
    level(4, "%5", "decimalEnclosedCircle", more='<w:suff w:val="nothing"/>'),
)


def lines(body, **parts):
    return read(docx(body, **parts)).text.splitlines()


def test_levels_of_an_official_document():
    items = [
        (0, "总体要求"),
        (0, "主要任务"),
        (1, "抓落实"),
        (2, "定责"),
        (2, "定时"),
        (3, "甲"),
        (4, "子"),
        (1, "强保障"),
        (2, "投入"),
        (0, "附则"),
    ]
    body = "".join(paragraph(text, number=("1", index)) for index, text in items)
    assert lines(body, numbering=OFFICIAL + instance("1", "0")) == [
        "一、总体要求", "二、主要任务", "（一）抓落实", "1. 定责", "2. 定时", "（1）甲", "①子", "（二）强保障", "1. 投入", "三、附则",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number_format", "number", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("japaneseCounting", 19, "十九"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 9, "IX"),
        ("someFormatOfTheFuture", 5, "5"),
    ],
)
def test_number_formats(number_format, number, expected):
    numbering = definition("0", level(0, "第%1项", number_format, start=number)) + instance("1", "0")
    assert lines(paragraph("甲", number=("1", 0)), numbering=numbering) == [f"第{expected}项 甲"]


def test_number_of_several_levels_and_legal_style():
    numbering = definition(
        "0", level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1.%2.%3")
    )
    body = "".join(paragraph("甲", number=("1", index)) for index in (0, 1, 1, 2, 0, 1))
    found = lines(body, numbering=numbering + instance("1", "0"))
    assert found == ["第一章 甲", "1.1 甲", "1.2 甲", "一.2.1 甲", "第二章 甲", "2.1 甲"]


def test_instances_of_one_definition_count_on_and_an_override_starts_anew():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OFFICIAL + instance("1", "0") + instance("2", "0") + instance("3", "0", override)
    body = "".join(paragraph("甲", number=(name, 0)) for name in ("1", "1", "2", "3", "3"))
    assert lines(body, numbering=numbering) == ["一、甲", "二、甲", "三、甲", "一、甲", "二、甲"]


def test_override_with_a_level_of_its_own():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "附%1", "upperLetter")}</w:lvlOverride>'
    assert lines(paragraph("甲", number=("1", 0)), numbering=OFFICIAL + instance("1", "0", override)) == ["附A 甲"]


def test_level_that_never_restarts():
    numbering = definition("0", level(0, "%1、", "chineseCounting"), level(1, "%2.", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(paragraph("甲", number=("1", index)) for index in (0, 1, 1, 0, 1))
    assert [line[0] for line in lines(body, numbering=numbering + instance("1", "0"))] == ["一", "1", "2", "二", "3"]


def test_number_from_the_style_and_number_taken_away():
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="32"/><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = definition(
        "0",
        level(0, "%1、", "chineseCounting", more='<w:pStyle w:val="h1"/>'),
        level(1, "（%2）", "chineseCounting", more='<w:pStyle w:val="h2"/>'),
    )
    body = (
        paragraph("甲", style="h1")
        + paragraph("乙", style="h2")
        + paragraph("丙", style="h1", number=("0", 0))
        + paragraph("丁", style="h1")
    )
    reading = read(docx(body, numbering=numbering + instance("1", "0"), styles=styles))
    assert reading.text.splitlines() == ["一、 甲", "（一） 乙", "丙", "二、 丁"]
    form = reading.layout.form(0)
    assert (form.style, form.outline_level, form.number_level, form.marker) == ("heading 1", 0, 0, (0, 2))
    assert (reading.layout.look(0, 4).size, reading.layout.look(0, 4).bold) == (16.0, True)


def test_list_by_a_numbering_style():
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = definition("0", more='<w:numStyleLink w:val="L"/>') + definition(
        "1", level(0, "（%1）", "chineseCounting"), more='<w:styleLink w:val="L"/>'
    )
    numbering = linked + instance("1", "0") + instance("2", "1")
    assert lines(paragraph("甲", number=("1", 0)), numbering=numbering, styles=styles) == ["（一） 甲"]


def test_bullets_of_symbol_fonts():
    numbering = definition("0", level(0, "\uf06c", "bullet")) + instance("1", "0")
    assert lines(paragraph("甲", number=("1", 0)), numbering=numbering) == ["● 甲"]


def test_tracked_changes_are_accepted_and_comments_left_out():
    inside = (
        f"<w:del>{run('旧').replace('w:t', 'w:delText')}</w:del><w:ins>{run('新')}</w:ins>"
        f"<w:moveFrom>{run('走')}</w:moveFrom><w:r><w:commentReference w:id='0'/></w:r>{run('文')}"
    )
    merged = paragraph("前", properties="<w:rPr><w:del/></w:rPr>") + paragraph("后")
    assert lines(paragraph("甲", inside=inside) + merged) == ["甲新文", "前后"]


def test_fields_show_their_result_only():
    code = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>DATE</w:instrText>", '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2023年</w:t>", '<w:fldChar w:fldCharType="end"/>', "<w:t>完</w:t>",
        )
    )  # fmt: skip
    assert lines(paragraph(inside=code)) == ["2023年完"]


def test_text_box_once_and_above_its_anchor():
    box = f"<w:txbxContent>{paragraph('云江市人民政府文件')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert lines(paragraph("云政发〔2023〕1号", inside=f"<w:r>{choice}</w:r>")) == [
        "云江市人民政府文件",
        "云政发〔2023〕1号",
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", None),
        ('<w:ind w:firstLine="640"/>', 2),
        ('<w:ind w:firstLineChars="200" w:firstLine="643"/>', 2),
        ('<w:ind w:left="320" w:firstLineChars="200"/>', 3),
        ('<w:ind w:left="640" w:hanging="640"/>', None),
        ('<w:ind w:left="320" w:hanging="960"/>', None),
    ],
)
def test_indent_in_characters(said, expected):
    layout = read(docx(paragraph("本办法自公布之日起施行。", properties=f"{said}<w:jc w:val='left'/>"))).layout
    assert layout.form(0).indent == expected


def test_indent_of_a_style_goes_by_its_size_and_is_taken_back():
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="正文缩进"/><w:pPr><w:ind w:firstLine="420"/></w:pPr>'
        '<w:rPr><w:sz w:val="21"/></w:rPr></w:style>'
    )
    body = paragraph("甲", style="a") + paragraph("乙", style="a", properties='<w:ind w:firstLine="0"/>')
    forms = read(docx(body, styles=styles)).layout.forms
    assert [form.indent for form in forms] == [2, None]


WRAPPED = (
    "其一，管线迁改复杂。据调查，低层住户明确反对的占两成。",
    "其二，资金压力大。单台造价一般在五十万元左右，个人出资超过",
    "六成，余下部分由市、区两级财政按比例给予补助，其中区级承担",
    "三分之一。其三，施工周期长，设备安装后还要逐台办理使用登记",
    "手续。",
    "下一步，我局将会同市财政局研究完善补助办法，简化审批的流程",
    "并督促各区加快办理。",
)
"""Lines of two paragraphs as a file made from a print has them; the first one ends a sentence with room to spare."""


@pytest.mark.parametrize(("indents", "expected"), [((2, 0, 0, 0, 0, 2, 0), 2), ((0,) * 7, 3)])
def test_an_indent_tells_where_a_wrapped_paragraph_begins(indents, expected):
    body = "".join(
        paragraph(text, properties=f'<w:ind w:firstLineChars="{100 * n}"/>')
        for text, n in zip(WRAPPED, indents, strict=True)
    )
    assert len(parse(docx(body)).body.preamble) == expected


def test_table_rows_and_place():
    reading = read(docx(paragraph("前") + table([("地区", "数量"), ("东河", "12")]) + paragraph("后")))
    assert reading.text == "前\n地区\t数量\n东河\t12\n后\n"
    assert reading.tables[0].rows == (("地区", "数量"), ("东河", "12"))
    assert reading.tables[0].text == "地区\t数量\n东河\t12"


def test_table_that_arranges_the_page_is_text():
    reading = read(
        docx(table([("云政发〔2023〕1号", "签发人：林知远")]) + table([("抄送：市纪委。",), ("云江市政府办公室",)]))
    )
    assert reading.text == "云政发〔2023〕1号\t签发人：林知远\n抄送：市纪委。\n云江市政府办公室\n"
    assert reading.tables == ()


def test_headers_footers_and_notes_once():
    parts = {
        "header1": ("header1.xml", paragraph("内部资料"), "hdr"),
        "footer1": ("footer1.xml", paragraph("— 1 —"), "ftr"),
        "footnotes": (
            "footnotes.xml",
            f'<w:footnote w:type="separator">{paragraph("线")}</w:footnote><w:footnote>{paragraph("脚注一")}</w:footnote>',
            "footnotes",
        ),
    }
    section = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    reading = read(docx(paragraph("正文"), parts=parts, section=section))
    assert reading.text.splitlines() == ["内部资料", "正文", "— 1 —", "脚注一"]
    assert [reading.layout.form(reading.text.index(word)).part for word in ("内部", "— 1", "脚注")] == [
        "header",
        "footer",
        "footnote",
    ]


def test_look_of_a_red_letterhead():
    body = paragraph(
        "云江市人民政府文件", properties='<w:jc w:val="center"/>', look='<w:color w:val="FF0000"/><w:sz w:val="72"/>'
    )
    look = read(docx(body)).layout.look(0, 9)
    assert (look.red, look.size, look.centred, look.left) == (True, 36.0, True, None)


def test_package_without_a_body():
    with pytest.raises(UnreadableError):
        read(docx("").replace(b"word/document.xml", b"word/documint.xml"))
