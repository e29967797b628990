"""Claims on any text: honest places, no exception, linear time."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from gongwen.claims import find_claims
from gongwen.model.base import honest
from gongwen.passage import Passage, Setting
from gongwen.text import Text, fold

PIECES = st.sampled_from(
    [
        *"一二三十百千万亿零〇两点成分之第前后约超近余多以上下内%‰元个年月日人家户吨亩，。；：、（）《》“”—～-/.的为由到至比占同增降 12345６",
        "2021年",
        "百分之",
        "不低于",
        "分别",
        "其中",
        "工作日",
        "亿元",
        "增长",
        "每人",
    ]
)


def passage(text: str) -> Passage:
    return Passage(Text.of(text, fold(text), 0, len(text)), kind="方案")


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=400, deadline=None)
def test_places_are_honest(pieces: list[str]) -> None:
    text = "".join(pieces)
    claims = find_claims([passage(text)], Setting("方案", None, 2022))
    ends = [c.quantity.end for c in claims]
    assert ends == sorted(ends)
    for claim in claims:
        assert all(honest(node, text) for node in claim.walk() if hasattr(node, "spans"))


def seconds(text: str) -> float:
    begin = time.process_time()
    find_claims([passage(text)], Setting("方案", None, 2022))
    return time.process_time() - begin


def test_hostile_text_takes_linear_time() -> None:
    for piece in (
        "1",
        "一",
        "1,",
        "百",
        "《",
        "“",
        "第",
        "由1",
        "（1",
        "A1-",
        "1：",
        "12年",
        "分别1%、",
        "比上年增长1%，",
        "1.",
        "1+",
    ):
        small, large = min(seconds(piece * 500) for _ in range(3)), seconds(piece * 10000)
        # Twenty times the text: four hundred times the cost where it grows with the square.
        assert large < max(120 * small, 0.6), piece
