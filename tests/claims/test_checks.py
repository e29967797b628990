import datetime

import pytest

from gongwen.claims import find_claims
from gongwen.claims.checks import check_claims
from gongwen.passage import Passage, Setting
from gongwen.text import Text, fold


def codes(sentence: str) -> list[str]:
    text = Text.of(sentence, fold(sentence), 0, len(sentence))
    setting = Setting("通报", datetime.date(2023, 5, 1), 2023)
    return [d.code for d in check_claims(find_claims([Passage(text, kind="通报")], setting))]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "claims-shares",
            "甲厂产值占总产值的60%，乙厂产值占总产值的55%。",
            "甲厂产值占总产值的60%，乙厂产值占总产值的40%。",
        ),
        (
            "claims-level",
            "2021年，全区用电总量50亿千瓦时。2021年，全区用电总量52亿千瓦时。",
            "2021年，全区用电总量50亿千瓦时。2022年，全区用电总量52亿千瓦时。",
        ),
        (
            "claims-change",
            "合格率由2020年的50%提高到60%，提高12个百分点。",
            "合格率由2020年的50%提高到60%，提高10个百分点。",
        ),
        ("claims-count", "东山市、南河市、西海市4个市。", "东山市、南河市、西海市3个市。"),
        ("claims-points", "合格率由2020年的90%提高到95%，提高5%。", "合格率由2020年的90%提高到95%，提高5个百分点。"),
    ],
)
def test_check(code: str, wrong: str, right: str) -> None:
    assert code in codes(wrong)
    assert codes(right) == []
