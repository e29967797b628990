"""All real documents that are at hand: what holds for every document holds for them, in bounded time."""

from statistics import median
from time import perf_counter

import pytest
from invariants import every_character_is_in_one_block, sections_are_nested, spans_are_honest, text_is_the_source

import gongwen
from gongwen.model import Document


@pytest.fixture(scope="module")
def texts(shared):
    paths = sorted(shared.glob("eval/text/*.txt")) + sorted(shared.glob("corpus/txt/*.txt"))
    if not paths:
        pytest.skip(f"no texts under {shared}")
    return {path.name: path.read_bytes() for path in paths}


def test_every_document(texts):
    wrong = {}
    for name, data in texts.items():
        try:
            doc = gongwen.parse(data)
            text_is_the_source(doc, doc.text)
            spans_are_honest(doc)
            every_character_is_in_one_block(doc)
            sections_are_nested(doc)
            assert Document.from_json(doc.to_json(keys="zh")) == doc
        except Exception as error:  # noqa: BLE001 - whatever is raised is what the test reports
            wrong[name] = f"{type(error).__name__}: {error}"[:300]
    assert not wrong, f"{len(wrong)} of {len(texts)}: {wrong}"


def test_no_document_is_slow(texts):
    """No document takes more than 50 times the median time per character."""

    def cost(data):
        start = perf_counter()
        doc = gongwen.parse(data)
        return (perf_counter() - start) / max(len(doc.text), 200)

    costs = {name: cost(data) for name, data in texts.items()}
    usual = median(costs.values())
    # A second look at those over the bar: something else may have had the machine.
    slow = {name: cost(texts[name]) / usual for name, value in costs.items() if value > 50 * usual}
    assert all(value <= 50 for value in slow.values()), slow
