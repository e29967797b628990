"""PDF: lines, gaps, rotation, colours, tables, hidden text, pages."""

import threading

import pytest
from make_pdf import PdfPage, pdf

from gongwen import parse
from gongwen.reading import UnreadableError, read
from gongwen.reading.fonts import font_name, rgb


def letter(step=40):
    page = PdfPage()
    page.text("云江市人民政府文件", 118, 150, 40, "1 0 0 rg", step=step)
    page.text("云政发〔2023〕15号", 226, 220)
    page.text("关于做好抗旱工作的通知", 177, 280, 22)
    page.text("各区人民政府：", 79, 330)
    page.text("现就有关事项通知如下。", 111, 360)
    page.text("云江市人民政府", 360, 430)
    page.text("2023年5月6日", 376, 460)
    return page


LINES = [
    "云江市人民政府文件", "云政发〔2023〕15号", "关于做好抗旱工作的通知", "各区人民政府：", "现就有关事项通知如下。",
    "云江市人民政府", "2023年5月6日",
]  # fmt: skip


def unindented(page):
    return [line.lstrip("\u3000") for line in page.split("\n")]


def test_indents_are_kept_as_blanks():
    page = PdfPage()
    page.text("　　本段落的第一行空两个字，这样一行文字有二十八个全角字", 79, 100)
    page.text("各行从版心左边的同一个位置起，左边空两个字的是段落的第", 79, 128)
    page.text("二行从头写起，满一行的文字也是二十八个字，再写一些补足", 79, 156)
    page.text("新的一段又空两个字，", 79 + 32, 184)
    page.text("2023年5月6日", 79 + 16 * 20, 212)
    lines = read(pdf([page])).text.split("\n")
    assert [len(line) - len(line.lstrip("\u3000")) for line in lines] == [2, 0, 0, 2, 20]


@pytest.mark.parametrize("producer", ["adobe", "identity"])
def test_lines_and_pages(producer):
    reading = read(pdf([letter(), letter()], producer=producer, title="通知"))
    assert [unindented(page) for page in reading.text.split("\f")] == [LINES, LINES]
    first, second = reading.source.pages
    assert (first.number, first.width, first.height) == (1, 595.0, 842.0)
    assert unindented(reading.text[slice(*second.span)]) == LINES
    assert reading.source.metadata == {"标题": "通知"}


def test_looks():
    reading = read(pdf([letter()]))
    head, title = (
        reading.layout.look(at, at + len(line))
        for at, line in ((0, LINES[0]), (reading.text.index(LINES[2]), LINES[2]))
    )
    assert (head.red, head.size, head.centred) == (True, 40.0, True)
    assert (title.red, title.size, title.centred) == (False, 22.0, True)
    date = reading.text.index(LINES[6])
    assert reading.layout.look(date, date + 9).alignment == "right"
    assert reading.layout.look(0, 5).font == "STSong-Light"


@pytest.mark.parametrize("producer", ["adobe", "identity"])
@pytest.mark.parametrize("font", ["FangSong", "SimSun", "Unknown", "ABCDEF+FZXBSJW--GB1-0"])
def test_nothing_depends_on_the_fonts_of_the_machine(font, producer):
    page = PdfPage()
    page.characters("云江市，〔2023〕第2号 抄送：龘㐀ａ", 79, 100)
    reading = read(pdf([page], font=font, producer=producer))
    assert reading.text == "云江市，〔2023〕第2号 抄送：龘㐀ａ"
    (box,) = reading.layout.boxes([(0, 3)])
    assert [round(side) for side in box[1:]] == [79, 86, 127, 102]


def test_a_part_of_a_line_stands_where_the_line_does():
    reading = read(pdf([letter()]))
    start = reading.text.index("抗旱")
    assert reading.layout.look(start, start + 2).centred


def test_boxes_one_for_each_line():
    reading = read(pdf([letter()]))
    start = reading.text.index("各区")
    first, second = reading.layout.boxes([(start, start + 10)])
    assert (first.page, round(first.x0), round(first.x1)) == (1, 79, 191)
    assert first.top < 330 < first.bottom < second.top
    (part,) = reading.layout.boxes([(start + 2, start + 4)])
    assert (round(part.x0), round(part.x1)) == (111, 143)


@pytest.mark.parametrize("colour", ["1 0 0 rg", "0 1 1 0 k", "0.8 0.1 0.1 rg"])
def test_red_in_every_colour_space(colour):
    page = PdfPage()
    page.text("云江市", 100, 100, 30, colour)
    assert read(pdf([page])).layout.look(0, 3).red


@pytest.mark.parametrize("colour", ["0 g", "0 0 0 1 k", "0.5 0.4 0.4 rg", "0 0 1 rg"])
def test_what_is_not_red(colour):
    page = PdfPage()
    page.text("云江市", 100, 100, 30, colour)
    assert not read(pdf([page])).layout.look(0, 3).red


@pytest.mark.parametrize(("turn", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")])
def test_rotated_pages_are_read_upright(turn, matrix):
    page = PdfPage(rotate=turn)
    start = {90: (100, 300), 180: (500, 300), 270: (400, 300)}[turn]
    page.text("第一行文字", *start, matrix=matrix)
    second = {90: (130, 300), 180: (500, 270), 270: (370, 300)}[turn]
    page.text("第二行文字", *second, matrix=matrix)
    reading = read(pdf([page]))
    assert reading.text == "第一行文字\n第二行文字"
    (box,) = reading.layout.boxes([(0, 5)])
    assert box.x1 - box.x0 > 3 * (box.bottom - box.top)


def test_text_out_of_order_and_cut_in_the_line():
    page = PdfPage()
    page.text("15号", 180, 100)
    page.text("下一行", 79, 130)
    page.text("云政发〔2023〕", 79, 100)
    assert read(pdf([page])).text == "云政发〔2023〕15号\n下一行"


def test_two_columns_keep_their_gap():
    page = PdfPage()
    page.text("云江市水利局", 79, 100)
    page.text("云江市农业局", 350, 100)
    text = read(pdf([page])).text
    assert text.split() == ["云江市水利局", "云江市农业局"]
    assert text.count(" ") > 5


def test_text_printed_twice_to_look_bold_is_read_once():
    page = PdfPage()
    page.text("关于做好工作的通知", 100, 100)
    page.text("关于做好工作的通知", 100.3, 100)
    assert read(pdf([page])).text == "关于做好工作的通知"


def test_hidden_text_is_left_out_and_said():
    page = PdfPage()
    page.text("看得见", 100, 100)
    page.text("看不见", 100, 130, mode=3)
    reading = read(pdf([page]))
    assert reading.text == "看得见"
    assert [note.code for note in reading.diagnostics] == ["hidden_text"]


def test_text_layer_under_a_scan_is_read():
    page = PdfPage()
    page.text("扫描件下面有一层看不见的文字，共二十几个字，应当读入", 50, 100, mode=3)
    assert read(pdf([page])).text.startswith("扫描件下面")


def test_table_between_paragraphs():
    page = PdfPage()
    page.text("表前", 79, 100)
    page.box(79, 110, 240, 24)
    page.table([("地区", "数量"), ("东河市", "12.5")], 79, 110)
    page.text("表后", 79, 190)
    reading = read(pdf([page]))
    assert reading.text == "表前\n地区\t数量\n东河市\t12.5\n表后"
    (table,) = reading.tables
    assert (table.rows, table.page, table.text) == (
        (("地区", "数量"), ("东河市", "12.5")),
        1,
        "地区\t数量\n东河市\t12.5",
    )


def test_coloured_ground_is_no_table():
    page = PdfPage()
    for k in range(4):
        page.box(79, 100 + 24 * k, 300, 20)
        page.text("一行文字", 84, 117 + 24 * k)
    assert read(pdf([page])).tables == ()


def test_empty_page_and_no_page():
    assert read(pdf([PdfPage(), letter()])).text.startswith("\f云江市")
    assert read(pdf([PdfPage()])).text == ""


@pytest.mark.parametrize(("cut", "cause"), [(slice(0, 40), "残缺"), (slice(9, None), None)])
def test_broken(cut, cause):
    data = b"%PDF-1.5\n" + pdf([letter()])[cut]
    if cause is None:
        assert unindented(read(data).text) == LINES
    else:
        with pytest.raises(UnreadableError, match=cause):
            read(data, "a.pdf")


def test_encrypted():
    """The keys are wrong, so that the empty password does not open it."""
    data = pdf([letter()])
    at = data.index(b"/Root")
    guard = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>/ID[<00><00>]" % (b"11" * 32, b"22" * 32)
    with pytest.raises(UnreadableError, match="已加密"):
        read(data[:at] + guard + data[at:], "a.pdf")


def test_threads():
    data, texts = pdf([letter()] * 3), []
    threads = [threading.Thread(target=lambda: texts.append(read(data).text)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 4
    assert len(set(texts)) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("b'\\xb7\\xc2\\xcb\\xce_GB2312'", "仿宋_GB2312"),
        (b"\xcb\xce\xcc\xe5", "宋体"),
        ("ËÎÌå", "宋体"),
        ("ABCDEF+FangSong", "FangSong"),
        ("b'broken", "b'broken"),
    ],
    ids=repr,
)
def test_font_names(name, expected):
    assert font_name(name) == expected


@pytest.mark.parametrize(
    ("colour", "expected"),
    [((1, 0, 0), (255, 0, 0)), ((0, 1, 1, 0), (255, 0, 0)), (0.5, (127.5,) * 3), (None, None), (("P1",), None)],
)
def test_colours(colour, expected):
    assert rgb(colour) == expected


def test_rows_of_a_ruled_table_are_neither_headings_nor_paragraphs():
    """Also in a text printed along, and where a number opens the row."""
    first, second = letter(), PdfPage()
    second.text("附件", 79, 100)
    second.text("抗旱资金安排表", 177, 140, 22)
    second.table(
        [("项目", "安排数（万元）"), ("一、工程建设", "120"), ("二、物资储备", "45"), ("合计", "165")], 79, 170
    )
    document = parse(pdf([first, second]))
    (table,) = document.tables
    inside = [b for b in document.blocks if b.start < table.end and b.end > table.start]
    assert {block.role for block in inside} == {"table"}
    assert [part.title for part in document.attachments] == ["抗旱资金安排表"]
    assert document.attachments[0].body.sections == ()
