"""数据: the quantitative statements of a document."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.claims.build import claims_of
from gongwen.claims.periods import Times
from gongwen.model import Claim
from gongwen.passage import Passage, Setting


def find_claims(passages: Sequence[Passage], setting: Setting) -> tuple[Claim, ...]:
    """Every quantitative statement of the passages, in the order of the text."""
    times = Times.of(setting)
    out: list[Claim] = []
    for passage in passages:
        claims_of(passage, setting, times, out)
    return tuple(out)
