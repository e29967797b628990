"""The examples and counterexamples that stand beside the entries of the tables are their tests."""

from importlib.resources import files
from typing import get_args

import pytest

import gongwen
from gongwen.lexicon import data
from gongwen.model import Role

TABLES = sorted(path.name.removesuffix(".toml") for path in (files("gongwen.lexicon") / "data").iterdir())
KINDS = data("kinds")["kind"]
DIMENSIONS = data("units")["dimension"]


def kind_of(title):
    """The kind that the parser reads from a title above a short text."""
    return gongwen.parse(f"{title}\n\n各县水利局：\n　　现将有关事项明确如下，请遵照执行。\n").kind


def quantities_of(phrase):
    return gongwen.parse(
        f"青阜市水利局关于灌区管理情况的报告\n\n市人民政府：\n　　灌区工作稳步推进，达到{phrase}。\n"
    ).claims


@pytest.mark.parametrize("name", TABLES)
def test_table_can_be_read(name):
    assert data(name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_kind(kind):
    assert kind.get("examples"), "an entry without an example"
    for title in kind["examples"]:
        if not kind.get("attached"):
            assert kind_of(title) == kind["name"], title
    for title in kind.get("counterexamples", ()):
        assert kind_of(title) != kind["name"], title


def test_each_word_of_a_kind_closes_a_title():
    lexicon = gongwen.Lexicon.default()
    for kind in lexicon.kinds:
        for word in (kind.name, *kind.also):
            assert lexicon.kind_of[word] == kind
            assert lexicon.kind_tail.search(f"关于整治河道的{word}") or kind.attached


def test_no_kind_twice():
    names = [kind["name"] for kind in KINDS]
    assert len(names) == len(set(names))


def test_the_fifteen_kinds_are_those_of_the_regulation():
    """条例 第八条."""
    statutory = {kind["name"] for kind in KINDS if kind.get("statutory")}
    assert statutory == {
        "决议", "决定", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("dimension", "example"),
    [(d["name"], e) for d in DIMENSIONS for e in d.get("examples", ())],
)
def test_unit(dimension, example):
    printed, _, wanted = example.partition(" = ")
    value, _, unit = wanted.partition(" ")
    found = [(str(c.quantity.value), c.quantity.unit) for c in quantities_of(printed)]
    assert found == [(value, unit)], dimension


@pytest.mark.parametrize("phrase", [e for d in DIMENSIONS for e in d.get("counterexamples", ())])
def test_no_unit(phrase):
    assert not quantities_of(phrase)


def test_each_ending_makes_an_agency():
    lexicon = gongwen.Lexicon.default()
    wrong = [tail for tail in lexicon.tails if not lexicon.is_agency("青阜" + tail)]
    assert not wrong


@pytest.mark.parametrize(
    "name",
    ["现将有关事项通知如下", "关于做好防汛工作的通知", "附件1", "抄送市财政局", "2022年5月3日", "一、总体要求", "请示"],
)
def test_no_agency(name):
    assert not gongwen.Lexicon.default().is_agency(name)


def test_layouts_name_zones_that_have_roles():
    for name, layout in data("layouts").items():
        assert layout["title"], name
        slots = [slot for zone in layout["zones"] for slot in zone]
        assert "body" in slots, name
        assert all(slot.isidentifier() for slot in slots), name
    assert {"title", "number", "recipients", "signature", "date", "copies"} <= set(get_args(Role))
