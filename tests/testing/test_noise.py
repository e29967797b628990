"""Noise: each step does what it says, and the gold says what it said."""

import re
from itertools import combinations

import pytest

from gongwen.model import Block
from gongwen.testing import generate
from gongwen.testing.evaluation.bare import bare
from gongwen.testing.specimens.noise import PROFILES, STEPS

HEAD = {"letterhead", "number", "signers", "copy_number", "security", "urgency", "category"}
_ONE_KIND = str.maketrans(dict.fromkeys("〔[［﹝【（", "(") | dict.fromkeys("〕]］﹞】）", ")") | {"弓": "号"})


def roles(specimen):
    return {block.role for block in specimen.document.blocks}


# What the text has after a step; the text before is there to compare with.
DONE = {
    "lost_header": lambda _, after: not {"letterhead", "number"} & roles(after),
    "wrap": lambda before, after: after.text.count("\n") > before.text.count("\n"),
    "pages": lambda _, after: "furniture" in roles(after),
    "spaced_digits": lambda _, after: re.search(r"[\u4e00-\u9fff] \d", after.text),
    "spaced_head": lambda _, after: re.search(r"^[ 　]*(?:[\u4e00-\u9fff][ 　])+件$", after.text, re.MULTILINE),
    "full_width": lambda _, after: not re.search("[0-9%]", after.text),
    "half_width": lambda _, after: not re.search("[（）]", after.text),
    "brackets": lambda _, after: "〔" not in after.text,
    "no_break_blanks": lambda _, after: "\xa0" in after.text and "　" not in after.text,
    "en_blanks": lambda _, after: "\u2002" in after.text and "　" not in after.text,
    "no_blank_lines": lambda _, after: "\n\n" not in after.text,
    "no_indent": lambda _, after: not re.search("^[ 　]{2,4}[^ 　]", after.text, re.MULTILINE),
    "lost_breaks": lambda before, after: after.text.count("\n") < before.text.count("\n"),
    "confusions": lambda _, after: re.search(r"\[\d{4}〕|〔\dO|\d弓", after.text),
    "litter": lambda _, after: "litter" in roles(after),
    "crlf": lambda _, after: not re.search(r"(?<!\r)\n", after.text),
}


def test_every_step_has_its_test():
    assert DONE.keys() == STEPS.keys()


@pytest.mark.parametrize("step", STEPS)
def test_a_step_does_what_it_says(step):
    pairs = [pair(seed, step) for seed in range(12)]
    changed = [(before, after) for before, after in pairs if before.text != after.text]
    assert changed
    assert all(DONE[step](before, after) for before, after in changed)


@pytest.mark.parametrize("step", [*STEPS, *PROFILES, "all"])
def test_the_gold_stays_true(step):
    for seed in range(12):
        before, after = pair(seed, step)
        lost = said(before) - said(after)
        assert said(after) <= said(before)
        assert not lost or (("lost_header" in step or step == "all") and {name for name, _ in lost} <= LOST)


LOST = {"Letterhead", "Agency", "DocumentNumber", "Signer", "Node", "Security"}
"""What stands in a head that is lost; the marks of 7.2 are plain nodes."""


@pytest.mark.parametrize("steps", list(combinations(STEPS, 2)), ids="+".join)
def test_steps_go_together(steps):
    seed = sum(map(ord, "".join(steps))) % 1000
    one, other = (generate(seed, kind="通知", layout="letterhead", noise="+".join(row)) for row in (steps, steps[::-1]))
    assert one.text == other.text
    assert one.document == other.document
    assert said(one) <= said(generate(seed, kind="通知", layout="letterhead"))


def pair(seed, step):
    """The same specimen without and with noise."""
    return (generate(seed, kind="通知", layout="letterhead", noise=noise) for noise in (None, step))


def said(specimen):
    """What the parts of the gold say, whatever characters it is printed in."""
    nodes = (node for node in specimen.document.nodes() if not isinstance(node, Block))
    return {(type(node).__name__, bare(node.clean).translate(_ONE_KIND).replace("O", "0")) for node in nodes}
