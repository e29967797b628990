"""Scans of three degrees of difficulty, seals, and what is said without the extra."""

import pytest
from make_pdf import PdfPage, pdf
from make_scan import font, page, saved, skewed, with_seal

from gongwen.reading import MissingExtraError, UnreadableError, ocr, read

BODY = [
    "各区人民政府，市政府各部门：",
    "　　今年入春以来，全市平均降水量较常年偏少三成，部分水库蓄",
    "水不足。为切实做好抗旱工作，现就有关事项通知如下：",
    "　　一、提高思想认识。各级各部门要立足抗大旱、抗长旱，把保",
    "障群众饮水安全放在首位，做到责任、措施、资金三落实。",
    "　　二、加强水源调度。水利部门要每周会商1次，统筹安排生活、",
    "生产和生态用水，6月底前完成12座应急泵站建设，新增日供水能",
    "力3.5万吨。",
    "　　三、强化督促检查。市政府督查室将适时开展专项督查，对工",
    "作不力的单位予以通报。",
]
HEAD = [
    ("云江市人民政府文件", 40, 34, 40, "red"),
    ("云政发〔2023〕15号", 16, 80, 66, "black"),
    ("关于做好抗旱保供水工作的通知", 22, 50, 84, "black"),
]
END = [("云江市人民政府", 16, 120, 222, "black"), ("2023年5月6日", 16, 124, 233, "black")]
LINES = HEAD + [(line, 16, 28, 104 + 10.5 * k, "black") for k, line in enumerate(BODY)] + END
TEXT = "".join(text for text, *_ in LINES)

needs_ocr = pytest.mark.skipif(not ocr.available(), reason="the extra ocr is not installed")
needs_font = pytest.mark.skipif(font() is None, reason="no Chinese font: apt install fonts-arphic-gbsn00lp")


def bare(text):
    """What counts: characters, their width made one; OCR knows no blanks."""
    table = str.maketrans("，：；（）！？０１２３４５６７８９", ",:;()!?0123456789")
    return "".join(text.translate(table).split())


def errors(found, expected):
    """The share of characters that are wrong, missing or too many."""
    found, expected = bare(found), bare(expected)
    row = list(range(len(found) + 1))
    for i, want in enumerate(expected, 1):
        diagonal, row[0] = row[0], i
        for j, have in enumerate(found, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (want != have))
    return row[-1] / len(expected)


def scans():
    clean = page(LINES, 200)
    return {
        "clean": (saved(clean), 0.005),
        "skewed": (saved(skewed(page(LINES, 150), 1.0, 20)), 0.01),
        "sealed": (saved(with_seal(page(LINES, 100), 145, 230, 100), "JPEG", quality=60), 0.03),
    }


@needs_ocr
@needs_font
@pytest.mark.parametrize("kind", ["clean", "skewed", "sealed"])
def test_scan(kind):
    data, limit = scans()[kind]
    reading = read(data, f"{kind}.png")
    assert errors(reading.text, TEXT) <= limit
    lines = reading.text.split("\n")
    assert bare(lines[1]) == bare(LINES[1][0])
    assert bare(lines[2]) == bare(LINES[2][0])
    assert bare(lines[-1]) == bare(LINES[-1][0])
    assert reading.source.pages[0].width == pytest.approx(595.3)
    (box,) = reading.layout.boxes([(reading.text.index(lines[-1]), len(reading.text))])
    assert box.x0 == pytest.approx(124 / 25.4 * 72, abs=12)
    assert box.top == pytest.approx(233 / 25.4 * 72, abs=12)
    assert reading.layout.confidence([(0, len(reading.text))]) > 0.5


@needs_ocr
@needs_font
def test_scanned_page_of_a_pdf():
    picture = page(LINES[:4], 100)
    scanned, written = PdfPage(), PdfPage()
    scanned.picture(*picture.size, picture.tobytes())
    written.text("第二页是文字", 100, 100)
    reading = read(pdf([scanned, written]))
    first, second = reading.text.split("\f")
    assert errors(first, "".join(text for text, *_ in LINES[:4])) <= 0.03
    assert second.strip("\u3000") == "第二页是文字"


@needs_ocr
def test_empty_picture_is_said():
    assert [note.code for note in read(saved(page([], 50))).diagnostics] == ["ocr_empty"]


def test_without_the_extra(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    monkeypatch.setattr("gongwen.reading.image.available", lambda: False)
    scanned, written = PdfPage(), PdfPage()
    scanned.picture(10, 10, bytes(300))
    written.text("第二页是文字", 100, 100)
    with pytest.raises(MissingExtraError, match=r"gongwen\[ocr\]"):
        read(pdf([scanned]), "a.pdf")
    with pytest.raises(MissingExtraError, match=r"gongwen\[ocr\]"):
        read(b"\x89PNG\r\n\x1a\n", "a.png")
    reading = read(pdf([scanned, written]))
    assert reading.text.strip("\f\u3000") == "第二页是文字"
    assert [note.code for note in reading.diagnostics] == ["ocr_missing"]


@needs_ocr
@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(50), b"\xff\xd8\xff" + bytes(50), b"II*\0" + bytes(50)],
    ids=["png", "jpeg", "tiff"],
)
def test_broken_picture(data):
    with pytest.raises(UnreadableError, match="残缺"):
        read(data)
