"""Whole documents against what a careful reader wrote down of them (fixtures/gold)."""

import pytest
from against_gold import FIELDS, differences
from documents import NAMES, gold, parsed

# What is known to be wrong: (document, field): the defect.
KNOWN: dict[tuple[str, str], str] = {}


def _cases():
    for name in NAMES:
        for field in FIELDS:
            defect = KNOWN.get((name, field))
            marks = [pytest.mark.xfail(reason=defect, strict=True)] if defect else []
            yield pytest.param(name, field, id=f"{name}-{field}", marks=marks)


@pytest.mark.parametrize(("name", "field"), list(_cases()))
def test_document(name, field):
    wrong = differences(field, parsed(name), gold(name))
    assert not wrong, "\n" + "\n".join(wrong)
