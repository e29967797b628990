"""pdfplumber, where PDFium leaves text out: it reads the same, and keeps to limits of time and memory."""

import time
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from make_pdf import PdfPage, pdf
from render import pdf_characters, pdf_lines

from gongwen.model import Source
from gongwen.reading import plumber, read
from gongwen.reading.pages import Pages
from gongwen.reading.pdf import _write
from gongwen.reading.plumbed import plumbed

TEXT = (Path(__file__).parents[2] / "fixtures" / "notice.txt").read_text("utf-8")


def layer():
    """A hidden layer of text in which some characters are objects of their own."""
    page = PdfPage()
    page.text("云江市人民政府文件", 79, 100, mode=3)
    for k, character in enumerate("关于做好抗旱工作的通知"):
        page.text(character, 79 + 16 * k, 130, mode=3)
    return page


def by_pdfplumber(data):
    pages = Pages(None)
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            _write(plumbed(page, pages.style), pages)
    return pages.reading(Source(name=None, media_type="", sha256="0" * 64))


def table():
    page = PdfPage()
    page.text("表前", 79, 100, colour="0 1 1 0 k")
    page.table([("地区", "数量"), ("东河市", "12.5")], 79, 110)
    page.text("表后", 79, 190)
    return pdf([page])


def turned(turn, matrix, *places):
    page = PdfPage(rotate=turn)
    for place, line in zip(places, ("第一行文字", "第二行文字"), strict=True):
        page.text(line, *place, matrix=matrix)
    return pdf([page])


@pytest.mark.parametrize(
    "data",
    [
        pdf_lines(TEXT), pdf_characters(TEXT), table(), turned(90, "0 1 -1 0", (100, 300), (130, 300)),
        turned(180, "-1 0 0 -1", (500, 300), (500, 270)), turned(0, "0 -1 1 0", (400, 300), (370, 300)),
    ],
    ids=["lines", "characters", "table", "90", "180", "270"],
)  # fmt: skip
def test_it_reads_what_pdfium_reads(data):
    ours, other = read(data), by_pdfplumber(data)
    assert other.text == ours.text
    assert [(t.rows, t.spans) for t in other.tables] == [(t.rows, t.spans) for t in ours.tables]
    for start in range(0, len(ours.text) - 2, 7):
        assert other.layout.look(start, start + 2) == ours.layout.look(start, start + 2)
        sides = [[round(side) for box in r.layout.boxes([(start, start + 2)]) for side in box] for r in (ours, other)]
        assert sides[0] == sides[1]


def test_a_hidden_layer_is_read_whole():
    reading = read(pdf([layer(), layer()], producer="glyphless"))
    assert reading.text == "\f".join(["云江市人民政府文件\n关于做好抗旱工作的通知"] * 2)
    assert reading.diagnostics == ()
    (box,) = reading.layout.boxes([(10, 21)])
    assert [round(side) for side in box] == [1, 79, 116, 255, 132]


def test_without_it_the_loss_is_said(monkeypatch):
    monkeypatch.setattr(plumber, "MAX_PLUMBER_SECONDS", 0)
    reading = read(pdf([layer()], producer="glyphless"))
    assert reading.text == "云江市人民政府文件"
    assert [note.code for note in reading.diagnostics] == ["text_left_out"]


def test_a_font_that_fills_the_memory_ends_the_child_only():
    begun = time.monotonic()
    reading = read(pdf([layer()], producer="glyphless", widths="[0 2000000000 500]"))
    assert [note.code for note in reading.diagnostics] == ["text_left_out"]
    assert time.monotonic() - begun < plumber.MAX_PLUMBER_SECONDS + 3
