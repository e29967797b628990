"""The public contract: frozen, honest, lossless."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from documents import NAMES, parsed, source
from pydantic import ValidationError

import gongwen
from gongwen.model import Document, Node, Quantity, Source, Title

TEXT = "关于防汛的通知"


def title(**changes):
    return Title(**{"spans": ((0, 7),), "text": TEXT, "clean": TEXT, **changes})


def test_a_document_that_is_honest():
    assert Document(source=Source(), text=TEXT, title=title()).title.clean == TEXT


@pytest.mark.parametrize(
    "spans", [((1, 7),), ((0, 6),), ((0, 8),), ((4, 7), (0, 4)), ((0, 4), (3, 7)), ((0, 0),), (), ((-1, 7),)]
)
def test_spans_that_do_not_give_the_text_are_refused(spans):
    with pytest.raises(ValidationError):
        Document(source=Source(), text=TEXT, title=title(spans=spans))


@pytest.mark.parametrize("name", NAMES)
def test_json_that_was_changed_is_refused(name):
    values = json.loads(parsed(name).to_json())
    values["text"] = "甲" + values["text"]
    with pytest.raises(ValidationError):
        Document.model_validate(values)


def test_unknown_keys_are_refused():
    with pytest.raises(ValidationError):
        Document.from_json('{"source": {}, "text": "", "titel": null}')


def test_frozen():
    doc = parsed("reply")
    with pytest.raises(ValidationError):
        doc.kind = "函"


@pytest.mark.parametrize(("printed", "value"), [("4.860", "4.860"), ("1E+6", "1000000"), ("1/3", "1/3")])
def test_numbers_are_plain_strings(printed, value):
    quantity = Quantity(spans=((0, 1),), text="关", clean="关", value=printed)
    assert json.loads(quantity.model_dump_json())["value"] == value


def test_numbers_are_exact():
    assert isinstance(Quantity(spans=(), text="", clean="", value="3.5").value, Decimal)
    assert isinstance(Quantity(spans=(), text="", clean="", value="1/3").value, Fraction)
    with pytest.raises(ValidationError):
        Quantity(spans=(), text="", clean="", value=3.5)


def test_keys_in_chinese():
    values = json.loads(parsed("reply").to_json(keys="zh"))
    assert values["发文字号"]["原文"] == "青教建〔2023〕19号"
    assert values["文种"] == "答复"
    assert not any(key.isascii() for key in _keys({k: v for k, v in values.items() if k != "来源"}))


def _keys(value):
    if isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item)


def test_parts_at_an_offset_outermost_first():
    doc = parsed("reply")
    parts = doc.at(source("reply").index("2.38亿元"))
    assert parts
    assert all(isinstance(part, Node) for part in parts)
    lengths = [part.end - part.start for part in parts]
    assert lengths == sorted(lengths, reverse=True)
    assert "Section" in {type(part).__name__ for part in parts}


def test_a_date_has_its_day():
    assert parsed("reply").signature.date.date == date(2023, 6, 15)
    doc = gongwen.parse(
        "关于防汛的通知\n\n各县水利局：\n　　请抓好落实。\n\n　　　　　青阜市水利局\n　　　　　2022年5月\n"
    )
    assert doc.signature.date.value == "2022-05"
    assert doc.signature.date.date is None


def test_a_lone_surrogate_is_replaced_and_said():
    doc = gongwen.parse("通\ud800知")
    assert doc.text == "通\ufffd知"
    assert [d.spans for d in doc.diagnostics if d.code == "surrogate"] == [((1, 2),)]


def test_what_a_document_looks_like():
    assert "青教建〔2023〕19号" in repr(parsed("reply"))
    assert str(parsed("reply").title) == "关于对市十六届人大二次会议第88号建议的答复"


def test_a_notebook_shows_a_table():
    shown = parsed("reply")._repr_html_()
    assert "<th>发文字号</th><td>青教建〔2023〕19号</td>" in shown
    assert "<th>内容</th><td>3 个一级层次，" in shown
    assert "&lt;某市&gt;" in gongwen.parse("关于<某市>防汛工作的通知")._repr_html_()


def test_the_schema_names_every_field():
    schema = Document.model_json_schema(by_alias=False)
    assert set(schema["properties"]) >= {"text", "blocks", "number", "claims", "citations", "proposal"}
    assert all("description" in field for field in schema["properties"].values())


@pytest.mark.parametrize("name", ["reply.txt", "wrapped.txt"])
def test_load_names_its_source(name):
    from documents import FIXTURES

    doc = gongwen.load(FIXTURES / name)
    assert doc.source.name == name
    assert doc.source.encoding == "utf-8"
    assert len(doc.source.sha256) == 64


def test_last_year_counts_from_the_reference_date():
    text = "关于受理情况的报告\n\n市人民政府：\n　　去年全市受理申请212件。\n"
    assert gongwen.parse(text).claims[0].period is None
    assert gongwen.parse(text, reference_date=date(2022, 5, 1)).claims[0].period.value == "2021"
    assert gongwen.parse(text + "\n　　　　青阜市水利局\n　　　　2020年3月1日\n").claims[0].period.value == "2019"


def test_a_missing_file():
    with pytest.raises(FileNotFoundError):
        gongwen.load("没有.txt")
