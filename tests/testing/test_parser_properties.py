"""Properties of the parser, over specimens: whatever the document and the noise, they hold."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

import gongwen
from gongwen.layout.lines import split
from gongwen.model import Block, Document
from gongwen.testing import generate
from gongwen.testing.specimens.noise import STEPS
from gongwen.testing.strategies import specimens, texts
from gongwen.text import fold

HARMLESS = (
    "pages", "spaced_digits", "spaced_head", "no_break_blanks", "en_blanks", "no_blank_lines", "no_indent", "litter",
    "crlf",
)  # fmt: skip
"""Steps of layout through which the parser reads the same today; a hard wrap is none of them (docs/quality.md)."""


@given(texts(noise=STEPS))
@settings(max_examples=60, deadline=None)
def test_lines_are_lossless(text):
    lines = split(text, fold(text))
    assert all(one.end <= other.start for one, other in pairwise(lines))
    inside = {k for line in lines for k in range(line.start, line.end)}
    assert not [char for k, char in enumerate(text) if k not in inside and not char.isspace()]


@given(specimens(noise=STEPS))
@settings(max_examples=40, deadline=None)
def test_spans_are_honest_and_blocks_leave_nothing_out(specimen):
    document = gongwen.parse(specimen.text)
    assert document.text == specimen.text
    assert all("".join(document.text[a:b] for a, b in node.spans) == node.text for node in document.nodes())
    taken = sorted(span for block in document.blocks for span in block.spans)
    assert all(one[1] <= other[0] for one, other in pairwise(taken))
    inside = {k for start, end in taken for k in range(start, end)}
    assert not [char for k, char in enumerate(specimen.text) if k not in inside and not char.isspace()]


@given(specimens(noise=STEPS))
@settings(max_examples=30, deadline=None)
def test_round_trip(specimen):
    document = gongwen.parse(specimen.text)
    assert Document.from_json(document.to_json()) == document


@pytest.mark.parametrize("step", HARMLESS)
def test_one_step_of_layout_changes_no_value(step):
    for seed in range(12):
        clean, noisy = generate(seed), generate(seed, noise=step)
        assert values(noisy) == values(clean), noisy.name


def values(specimen):
    """What the parser reads, without its places."""
    nodes = (node for node in gongwen.parse(specimen.text).nodes() if not isinstance(node, Block))
    return [(type(node).__name__, "".join(node.clean.split())) for node in nodes]
