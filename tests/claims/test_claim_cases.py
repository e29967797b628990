from pathlib import Path

import pytest

from tests.claims.casefile import Case, claims_of, read, shown

CASES = [case for path in sorted(Path(__file__).parent.glob("cases/*.txt")) for case in read(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    claims = claims_of(case)
    likes = case.claims + [""] * (len(claims) - len(case.claims))
    assert [shown(claim, like) for claim, like in zip(claims, likes, strict=False)] == case.claims
