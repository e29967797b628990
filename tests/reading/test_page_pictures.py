"""Page pictures with what was found drawn in: parse --images."""

from xml.etree import ElementTree

import pytest
from make_pdf import PdfPage, pdf
from render import ofd, pdf_lines

from gongwen.cli import main
from gongwen.reading import read
from gongwen.reading.picture import page_pictures

SVG = "{http://www.w3.org/2000/svg}"
TEXT = """关于做好抗旱工作的通知

各区人民政府：
现就有关事项通知如下。
一、落实责任
全市完成投资3亿元。

云江市人民政府
2023年5月6日
"""


def test_a_picture_for_each_page(tmp_path, capsys):
    file = tmp_path / "通知.pdf"
    file.write_bytes(pdf_lines(TEXT))
    with pytest.raises(SystemExit) as left:
        main(["parse", str(file), "--images", str(tmp_path / "图"), "--format", "json"])
    assert not left.value.code
    capsys.readouterr()
    svg = ElementTree.parse(tmp_path / "图" / "通知-1.svg").getroot()
    told = [title.text for title in svg.iter(f"{SVG}title")]
    assert "标题：关于做好抗旱工作的通知" in told
    assert "数据：3亿元" in told
    assert "成文日期：2023年5月6日" in told
    width = float(svg.find(f"{SVG}image").get("width"))
    boxes = [rect for rect in svg.iter(f"{SVG}rect") if rect.find(f"{SVG}title") is not None]
    assert len(boxes) == len(told)
    assert all(0 < float(box.get("x")) < width and float(box.get("width")) > 5 for box in boxes)


@pytest.mark.parametrize(("rotate", "matrix", "place"), [
    (0, "1 0 0 1", (100, 300)), (90, "1 0 0 1", (100, 300)), (0, "0 1 -1 0", (100, 300)),
    (90, "0 1 -1 0", (100, 300)), (0, "-1 0 0 -1", (500, 300)), (0, "0 -1 1 0", (400, 300)),
])  # fmt: skip
def test_pictures_stand_as_pages_are_read(rotate, matrix, place):
    """Where the box of the text is, the picture is dark: letters, since they show on every machine."""
    page = PdfPage(rotate=rotate)
    page.text("ABCDEFGHIJ", *place, 40, matrix=matrix)
    data = pdf([page], font="Helvetica", producer="identity")
    reading, (picture,) = read(data), page_pictures(data)
    size = reading.source.pages[0]
    assert picture.width / picture.height == pytest.approx(size.width / size.height, rel=0.01)
    (box,) = reading.layout.boxes([(0, len(reading.text))])
    scale = picture.width / size.width
    dark = picture.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert dark[0] >= box.x0 * scale - 4
    assert dark[1] >= box.top * scale - 4
    assert dark[2] <= box.x1 * scale + 30
    assert dark[3] <= box.bottom * scale + 4


def test_pages_without_a_picture_are_set_anew(tmp_path, capsys):
    file = tmp_path / "通知.ofd"
    file.write_bytes(ofd(TEXT))
    with pytest.raises(SystemExit) as left:
        main(["parse", str(file), "--images", str(tmp_path / "图"), "--format", "json"])
    assert not left.value.code
    assert "页面图像" not in capsys.readouterr().err
    svg = ElementTree.parse(tmp_path / "图" / "通知-1.svg").getroot()
    words = {text.text: text for text in svg.iter(f"{SVG}text")}
    title = next(rect for rect in svg.iter(f"{SVG}rect") if "标题：" in "".join(rect.itertext()))
    assert words["关于做好抗旱工作的通知"].get("x") == title.get("x")
    assert words["关于做好抗旱工作的通知"].get("textLength") == title.get("width")


def test_a_text_has_no_pictures(tmp_path, capsys):
    file = tmp_path / "通知.txt"
    file.write_text(TEXT, encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["parse", str(file), "--images", str(tmp_path / "图")])
    assert not left.value.code
    assert "只有 PDF、OFD 和扫描件有页面图像" in capsys.readouterr().err
