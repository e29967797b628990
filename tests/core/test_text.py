"""Text remembers where its characters came from, whatever is done to it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongwen.text import Text, clean, fold, join

SOURCE = "甲　乙\n— 3 —\n丙１２（三）"
MARKS = st.text(st.sampled_from("甲乙１2 　\n\u200b（)〔]—ab，"), max_size=40)


def whole(source):
    return Text.of(source, fold(source), 0, len(source))


def placed(text):
    """What the places of the characters give in the source."""
    return "".join(text.source[a:b] for a, b in text.spans(0, len(text)))


@given(st.text(max_size=200))
def test_fold_keeps_offsets(source):
    assert len(fold(source)) == len(source)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("ＡＢ１２", "AB12"),
        ("a:b;(c)?!~", "a：b；（c）？！～"),
        ("[1]﹝2﹞［3］", "〔1〕〔2〕〔3〕"),
        ("甲\u3000乙\xa0丙\t", "甲 乙 丙 "),
        ("–―─━", "————"),
        ("……①", "……①"),
        ("\ufeff\u200b", "\u200b\u200b"),
    ],
)
def test_fold(source, folded):
    assert fold(source) == folded


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第 60 号", "第60号"),
        ("X X 市 文 件".replace("X", "某"), "某某市文件"),
        ("GB/T  9704", "GB/T 9704"),
        ("小微企\n　　业", "小微企业"),
        ("达到1\n26万条", "达到126万条"),
        ("\u200b通\ufeff知", "通知"),
        ("  两端  ", "两端"),
    ],
)
def test_clean(text, wanted):
    assert clean(text) == wanted


def test_a_hole_splits_the_spans_and_a_blank_does_not():
    text = whole(SOURCE)
    joined = join([text[0:3], text[10:11]], holes=True)
    assert joined.chars == "甲 乙丙"
    assert joined.spans(0, 4) == ((0, 3), (10, 11))
    assert joined.place()["text"] == "甲　乙丙"
    assert text[0:3].tight().spans(0, 2) == ((0, 3),)


def test_offsets_after_many_steps():
    text = whole(SOURCE).drop(re.compile("— 3 —")).tight()
    at = text.chars.index("丙")
    assert SOURCE[text.offset(at)] == "丙"
    assert SOURCE[text[at:].offset(1)] == "１"


@given(MARKS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_slices_know_their_place(source, cuts):
    text = whole(source)
    for start, end in cuts:
        text = text[start:end]
        assert fold(placed(text)) == text.chars


@given(MARKS)
def test_dropping_blanks_keeps_every_character_in_place(source):
    for view in (whole(source).tight(), whole(source).tidy(), whole(source).strip()):
        assert all(fold(source[view.offset(i)]) == char for i, char in enumerate(view.chars))
        assert not view or view.offset(0) <= view.offset(len(view) - 1)


@given(MARKS, MARKS)
def test_joined_texts_know_their_place(one, other):
    source = one + "|" + other
    text = whole(source)
    joined = join([text[: len(one)], text[len(one) + 1 :]], holes=True)
    assert joined.chars == fold(one + other)
    assert placed(joined) == one + other
