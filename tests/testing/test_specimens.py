"""Specimens: honest, reproducible, various; and what the parser makes of them."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from gongwen.model import Block, Document
from gongwen.testing import generate
from gongwen.testing.specimens.layouts import LAYOUTS
from gongwen.testing.specimens.noise import PROFILES, STEPS
from gongwen.testing.specimens.specimen import KINDS
from gongwen.testing.strategies import specimens

LAYOUT_STEPS = ("wrap", "spaced_digits", "no_break_blanks", "en_blanks", "no_blank_lines", "crlf")
"""Steps that change no character that is read."""


def test_all_kinds_of_the_regulation_and_replies():
    statutory = "决议 决定 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 答复"
    assert set(statutory.split()) <= set(KINDS)


def test_the_same_seed_gives_the_same_specimen():
    one, other = (generate(5, kind="通知", noise="all") for _ in range(2))
    assert (one.text, one.document) == (other.text, other.document)
    assert generate(6, kind="通知", noise="all").text != one.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout(layout):
    for seed in range(3):
        document = generate(seed, layout=layout).document
        assert document.title
        assert document.kind == document.title.kind


def test_what_is_asked_for():
    specimen = generate(1, kind="请示", signers=3, noise="pdf")
    assert len(specimen.document.signers) == len(specimen.document.signature.agencies) == 3
    assert len(generate(1, kind="报告", signers=2).document.signers) == 2
    for wishes, said in (
        ({"kind": "天书"}, "没有这样的文种：天书，可用的有 通知、"),
        ({"layout": "竹简"}, "没有这样的版式：竹简，可用的有 letterhead、"),
        ({"kind": "令", "layout": "web"}, "令没有版式 web，可用的有 order"),
        ({"kind": "通知", "signers": 2}, "通知不是上行文，没有签发人"),
    ):
        with pytest.raises(ValueError, match=said):
            generate(1, **wishes)
    with pytest.raises(ValueError, match="没有这样的噪声"):
        generate(1, noise="wrap+雨")


@pytest.mark.parametrize("noise", [None, *PROFILES, "all", *STEPS])
def test_every_character_is_in_one_block(noise):
    for seed in range(4):
        document = generate(seed, noise=noise).document
        taken = sorted(span for block in document.blocks for span in block.spans)
        assert all(one[1] <= other[0] for one, other in pairwise(taken))
        outside = set(range(len(document.text))) - {k for start, end in taken for k in range(start, end)}
        assert not "".join(document.text[k] for k in sorted(outside)).strip(" \n\r\u3000\xa0\u2002")


@given(specimens(noise=STEPS))
@settings(max_examples=30, deadline=None)
def test_gold_is_a_document(specimen):
    assert Document.from_json(specimen.document.to_json()) == specimen.document
    for node in specimen.document.nodes():
        assert "".join(specimen.text[a:b] for a, b in node.spans) == node.text


@given(specimens(noise=LAYOUT_STEPS))
@settings(max_examples=30, deadline=None)
def test_layout_noise_leaves_the_values(specimen):
    seed = int(specimen.name.partition("-")[0])
    clean = generate(seed, kind=specimen.kind)
    assert values(clean.document) == values(specimen.document)


def values(document):
    nodes = (node for node in document.nodes() if not isinstance(node, Block))
    return [(type(node).__name__, "".join(node.clean.split())) for node in nodes]


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_read_alike(kind):
    shingles = [_shingles(generate(seed, kind=kind).text) for seed in range(8)]
    for one, other in combinations(shingles, 2):
        assert len(one & other) < 0.4 * min(len(one), len(other))


def _shingles(text):
    text = "".join(text.split())
    return {text[k : k + 8] for k in range(len(text) - 7)}
