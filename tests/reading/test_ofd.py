"""OFD: paths, templates, runs of deltas, colours, tables, limits."""

import zipfile
from io import BytesIO

import pytest

from gongwen.reading import UnreadableError, read
from gongwen.reading.ofd_page import colour_is_red, deltas
from gongwen.testing.ofd import OfdPageDraft, write_ofd


def letter():
    page = OfdPageDraft()
    page.text("云江市人民政府文件", x=40, y=40, size=14, font="方正小标宋简体", colour="#ee #20 #25")
    page.text("云政发〔2023〕15号", x=75, y=65)
    page.text("关于做好抗旱工作的通知", x=60, y=85, size=7.8, font="方正小标宋简体")
    page.text("各区人民政府：", x=28, y=105)
    page.text("现就有关事项通知如下。", x=39, y=115)
    page.text("云江市人民政府", x=130, y=150)
    page.text("2023年5月6日", x=133, y=160)
    return page


LINES = [
    "云江市人民政府文件", "云政发〔2023〕15号", "关于做好抗旱工作的通知", "各区人民政府：", "现就有关事项通知如下。",
    "云江市人民政府", "2023年5月6日",
]  # fmt: skip


def unindented(page):
    return [line.lstrip("\u3000") for line in page.split("\n")]


def repack(data, change):
    """The package with its entries renamed or rewritten."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            renamed, content = change(name, old.read(name))
            new.writestr(renamed, content)
    return out.getvalue()


def test_lines_pages_and_looks():
    reading = read(write_ofd([letter(), letter()], title="通知"))
    assert unindented(reading.text.split("\f")[1]) == LINES
    assert [page.number for page in reading.source.pages] == [1, 2]
    assert reading.source.pages[1].width == pytest.approx(595.3, abs=0.1)
    assert reading.source.metadata == {"标题": "通知"}
    head = reading.layout.look(0, 9)
    assert (head.red, head.bold, round(head.size, 1)) == (True, True, 39.7)
    assert not reading.layout.look(10, 20).red
    date = reading.text.index("2023年5月")
    assert reading.layout.look(date, date + 9).alignment == "right"


def test_boxes_are_on_the_page():
    reading = read(write_ofd([letter(), letter()]))
    start = reading.text.rindex("抗旱")
    (box,) = reading.layout.boxes([(start, start + 2)])
    assert box.page == 2
    millimetres = [value * 25.4 / 72 for value in box[1:]]
    assert millimetres == pytest.approx([60 + 4 * 7.8, 85, 60 + 6 * 7.8, 85 + 7.8], abs=0.2)


def test_objects_cut_in_the_middle_of_a_line_are_joined_by_their_baseline():
    page = OfdPageDraft()
    page.text("15号", x=80, y=50)
    page.text("下一行", x=28, y=60)
    page.text("云政发〔2023〕", x=40, y=50.2)
    assert read(write_ofd([page])).text == "云政发〔2023〕15号\n下一行"


def test_wide_gaps_stay_gaps():
    page = OfdPageDraft()
    page.text("云江市水利局", x=28, y=50)
    page.text("云江市农业局", x=120, y=50)
    left, right = read(write_ofd([page])).text.split()
    assert (left, right) == ("云江市水利局", "云江市农业局")


@pytest.mark.parametrize(
    "locate",
    [str.upper, lambda path: "/Doc_0/" + path, lambda path: path.replace("/", "\\"), lambda path: "./x/../" + path],
)
def test_paths_however_they_are_written(locate):
    def change(name, content):
        path = "Pages/Page_0/Content.xml"
        return name, content.replace(path.encode(), locate(path).encode()) if name.endswith("Document.xml") else content

    assert unindented(read(repack(write_ofd([letter()]), change)).text) == LINES


def test_template_is_part_of_the_page():
    template = OfdPageDraft()
    template.text("云江市人民政府", x=28, y=20)
    page = OfdPageDraft(template=0)
    page.text("正文", x=28, y=50)
    assert read(write_ofd([page], templates=[template])).text == "云江市人民政府\n正文"


def test_table_from_rules():
    page = OfdPageDraft()
    page.text("表前", x=28, y=30)
    page.table([("地区", "数量"), ("东河市", "12.5")], x=28, y=40)
    page.text("表后", x=28, y=80)
    reading = read(write_ofd([page]))
    assert reading.text == "表前\n地区\t数量\n东河市\t12.5\n表后"
    assert reading.tables[0].rows == (("地区", "数量"), ("东河市", "12.5"))
    assert (reading.tables[0].text, reading.tables[0].page) == ("地区\t数量\n东河市\t12.5", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 2 3", [1, 2, 3]),
        ("g 3 2.5", [2.5, 2.5, 2.5]),
        ("1 g 2 4 5", [1, 4, 4, 5]),
        ("g 999999999 1", [1] * 10),
        ("x y", [0, 0]),
        ("g 2", [0, 2]),
    ],
)
def test_deltas(text, expected):
    assert deltas(text, 10) == expected


@pytest.mark.parametrize(
    ("value", "red"),
    [
        ("255 0 0", True),
        ("#ee #20 #25", True),
        ("0 255 255 0", True),
        ("0 0 0", False),
        ("200", False),
        (None, False),
        ("#zz 0 0", False),
    ],
)
def test_colours(value, red):
    assert colour_is_red(value) is red


def test_page_that_is_missing_is_said():
    def change(name, content):
        return name.replace("Page_1", "Page_9"), content

    reading = read(repack(write_ofd([letter(), letter()]), change))
    assert [note.code for note in reading.diagnostics] == ["page_unreadable"]
    assert len(reading.source.pages) == 2


def test_ofd_without_pages():
    with pytest.raises(UnreadableError, match="没有页面"):
        read(write_ofd([]))
