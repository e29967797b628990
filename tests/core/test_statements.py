"""The statements around the quantities, over all fixtures: how often each attribute is as the gold has it.

Single statements are matters of judgement; what is held here is that no change makes them worse unnoticed.
"""

from collections import Counter
from difflib import SequenceMatcher
from functools import cache

import pytest
from against_gold import clean, expected, norm, settle
from documents import NAMES, gold, parsed

# The least share of agreement: a little under what is reached. Raise it when it gets better.
FLOORS = {
    "kind": 0.97,
    "direction": 0.98,
    "basis": 0.98,
    "per": 0.92,
    "period": 0.93,
    "modality": 0.76,
    "metric": 0.79,
}


def _quantities(doc, wanted):
    rows = [(clean(claim.quantity),) for claim in doc.claims]
    return [row[0] for row in settle("claims", rows, wanted)]


def _pairs():
    """The claims of the gold and those found that speak of the same quantity."""
    for name in NAMES:
        doc, want = parsed(name), expected(gold(name))["claims"]
        blocks = SequenceMatcher(None, [row[0] for row in want], _quantities(doc, want), autojunk=False)
        for one, other, size in blocks.get_matching_blocks():
            for i in range(size):
                yield gold(name)["claims"][one + i], doc.claims[other + i]


def _agree(attribute, row, claim):
    have, want = getattr(claim, attribute), row[attribute]
    if attribute == "metric":
        return bool(have) and _overlap(norm(want.replace("…", "")), norm(have.clean)) >= 0.6
    if attribute == "period":
        return (have and have.value) in {want, row["period_inherited"] or want}
    return norm(have.clean if hasattr(have, "clean") else have) == norm(want)


def _overlap(one, other):
    same = sum((Counter(one) & Counter(other)).values())
    return 2 * same / (len(one) + len(other))


@cache
def shares():
    pairs = list(_pairs())
    return {attribute: sum(_agree(attribute, row, claim) for row, claim in pairs) / len(pairs) for attribute in FLOORS}


@pytest.mark.parametrize("attribute", FLOORS)
def test_agreement(attribute):
    assert shares()[attribute] >= FLOORS[attribute]


def test_nearly_all_claims_are_found():
    wanted = sum(len(gold(name)["claims"]) for name in NAMES)
    found = sum(len(parsed(name).claims) for name in NAMES)
    paired = len(list(_pairs()))
    assert 2 * paired / (wanted + found) >= 0.95
