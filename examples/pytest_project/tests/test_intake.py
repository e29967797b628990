"""The register, tested with samples, with specimens that are made to measure, and with files of every format."""

import json

import pytest
from intake import register, register_folder


def test_a_sample(gongwen_samples):
    sample = gongwen_samples["请示"][0]
    assert register(sample.path).title == sample.document.title.clean


@pytest.mark.gongwen(kinds=["通知", "请示", "函"], layouts=["letterhead", "upward", "letter"], n=9, seed=3)
def test_numbers_are_noted(gongwen_specimen, tmp_path):
    path = tmp_path / "in.txt"
    path.write_text(gongwen_specimen.text, encoding="utf-8")
    assert register(path).number == gongwen_specimen.document.number.clean


def test_an_urgent_telegram(make_gongwen, tmp_path):
    path = tmp_path / "in.txt"
    path.write_text(make_gongwen(kind="通知", layout="telegram").text, encoding="utf-8")
    assert register(path).urgent


def test_a_folder_of_all_formats(gongwen_corpus):
    folder = gongwen_corpus(5, kind="通知", layout="letterhead")
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    assert [entry.number for entry in register_folder(folder)] == [document["number"]["clean"] for document in gold]


def test_fields(assert_gongwen, gongwen_document):
    assert_gongwen(gongwen_document, kind="请示", direction="up", date="2024-05-20", attachment_list=1)
