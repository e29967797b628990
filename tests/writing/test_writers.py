"""Each output on documents that hold what is hard for it."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from typing import get_args

import openpyxl
import pytest
import yaml

import gongwen
from gongwen.model import Citation, Claim, Diagnostic, Document, Node, Quantity, Role, Source
from gongwen.model.rows import COLUMNS, claim_rows
from gongwen.writing import WRITERS, Wishes
from gongwen.writing.claim_tables import TABLES

TEXT = "关于*测试*的通知\n\n各|部门：\n　　=1+1 元占三分之一，约[20]元。\n依据《甲〈乙〉办法》。"


def node(of, words, **own):
    start = TEXT.index(words)
    return of(spans=((start, start + len(words)),), text=words, clean=words, **own)


@pytest.fixture
def document():
    """A document whose words are marks to every output."""
    third = node(Quantity, "三分之一", value=Fraction(1, 3))
    twenty = node(Quantity, "约[20]元", value=Decimal(20), high=Decimal("30.50"), unit="元", bound="about")
    return Document(
        source=Source(name="测试|.txt"),
        text=TEXT,
        note=node(Node, "关于*测试*的通知"),
        claims=(
            node(Claim, "=1+1 元占三分之一", quantity=third, kind="share", metric=node(Node, "=1+1 元")),
            node(Claim, "约[20]元", quantity=twenty, kind="change", direction="up", modality="target"),
        ),
        citations=(node(Citation, "《甲〈乙〉办法》", title="甲〈乙〉办法"),) * 2,
        diagnostics=(Diagnostic(code="odd", severity="warning", message="有*疑问*", spans=((0, 2),)),),
    )


def written(document, form, **wishes):
    out = io.StringIO()
    WRITERS[form].write(document, out, Wishes(**wishes))
    return out.getvalue()


@pytest.mark.parametrize("form", WRITERS)
def test_an_empty_document_can_be_written(form):
    assert written(gongwen.parse(""), form)


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("chinese", [False, True])
def test_json_is_read_back(document, form, chinese):
    assert Document.from_json(written(document, form, chinese=chinese)) == document


@pytest.mark.parametrize("chinese", [False, True])
def test_yaml_holds_what_json_holds(document, chinese):
    as_json = json.loads(written(document, "json", chinese=chinese))
    assert yaml.safe_load(written(document, "yaml", chinese=chinese)) == as_json


@pytest.mark.parametrize(
    "text", ["a\r\nb\r\n", "a \n\n b", "\fa\n\x85b", "是\n", "yes", "2022-05-03", "1e3", "#a: b\n- c"]
)
def test_yaml_keeps_every_character(text):
    document = Document(source=Source(), text=text)
    assert yaml.safe_load(written(document, "yaml"))["text"] == text


def test_yaml_keeps_offsets_on_one_line(document):
    assert "  spans: [[0, 9]]" in written(document, "yaml")


def test_several_documents_in_one_yaml_stream(document):
    opening, between, closing = WRITERS["yaml"].several
    one = written(document, "yaml")
    assert len(list(yaml.safe_load_all(opening + one + between + one + closing))) == 2


def test_marks_of_markdown_are_words(document):
    shown = written(document, "markdown")
    assert r"# 测试\|.txt" in shown
    assert r"| 附注 | 关于\*测试\*的通知 |" in shown
    assert r"约\[20\]元" in shown


def test_markdown_without_the_text(document):
    assert "## 正文" in written(document, "markdown")
    assert "## 正文" not in written(document, "markdown", text=False)


def test_the_terminal_shows_marks_as_they_are(document):
    shown = written(document, "text")
    for words in ("关于*测试*的通知", "约[20]元", "上升 目标", "《甲〈乙〉办法》  2 处", "警告 odd 有*疑问*（0–2）"):
        assert words in shown


class Words(HTMLParser):
    """The words of an element of a page, and the anchors and links in the page."""

    def __init__(self, element):
        super().__init__()
        self.element, self.inside, self.words = element, False, ""
        self.anchors, self.links, self.tags = set(), set(), set()

    def handle_starttag(self, tag, attributes):
        self.inside |= tag == self.element
        self.tags.add(tag)
        self.anchors.update(value for name, value in attributes if name == "id")
        self.links.update(value.removeprefix("#") for name, value in attributes if name == "href")

    def handle_endtag(self, tag):
        self.inside &= tag != self.element

    def handle_data(self, data):
        self.words += data if self.inside else ""


def page(document):
    words = Words("article")
    words.feed(written(document, "html"))
    return words


@pytest.mark.parametrize("text", ["<script>alert(1)</script>\n&amp; 关于甲的通知", TEXT, "甲\x0c乙\x00\n丙"])
def test_the_page_holds_the_whole_text_as_words(text):
    found = page(gongwen.parse(text))
    assert found.words == text.replace("\x0c", "\n").replace("\x00", " ")
    assert "script" not in found.tags


def test_the_links_of_the_page_lead_to_the_text(document):
    found = page(document)
    assert found.links == found.anchors == {"c0", "c1", "r0", "r1"}


def test_a_page_without_the_text(document):
    assert "<article>" not in written(document, "html", text=False)


def test_every_class_of_the_page_has_a_style():
    from importlib.resources import files

    style = (files("gongwen.writing") / "view.css").read_text()
    for role in set(get_args(Role)) - {"paragraph", "table"}:
        assert f".{role}" in style, role


def test_rows_have_the_columns(document):
    rows = claim_rows(document)
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert dict(zip((c.name for c in COLUMNS), rows[1], strict=True)) == {
        "file": "测试|.txt", "metric": None, "quantity": "约[20]元", "value": Decimal(20), "high": Decimal("30.50"),
        "unit": "元", "bound": "about", "period": None, "kind": "change", "direction": "up", "basis": None,
        "whole": None, "per": None, "modality": "target", "section": "", "quote": "约[20]元", "page": None,
        "start": TEXT.index("约"), "end": TEXT.index("约") + 6,
    }  # fmt: skip


def test_csv_has_exact_numbers(document):
    rows = list(csv.DictReader(io.StringIO(TABLES["csv"](claim_rows(document), chinese=False).decode("utf-8-sig"))))
    assert [row["value"] for row in rows] == ["1/3", "20"]
    assert [row["high"] for row in rows] == ["", "30.50"]


def test_words_that_look_like_a_formula_are_words_in_a_workbook(document):
    book = openpyxl.load_workbook(io.BytesIO(TABLES["xlsx"](claim_rows(document), chinese=False)))
    assert book.active["B2"].value == "=1+1 元"
    assert book.active["B2"].data_type == "s"


def test_control_characters_do_not_stop_a_workbook():
    book = openpyxl.load_workbook(io.BytesIO(TABLES["xlsx"]([("a\x0cb\x00",)], chinese=False)))
    assert book.active["A2"].value == "ab"


def test_a_frame_of_the_claims(document):
    frame = document.claims_frame()
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert list(frame["value"]) == [pytest.approx(1 / 3), 20.0]


def test_a_frame_of_no_claims():
    frame = gongwen.parse("").claims_frame()
    assert len(frame) == 0
    assert list(frame.columns) == [column.name for column in COLUMNS]
