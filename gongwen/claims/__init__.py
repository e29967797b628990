"""数据: the quantitative statements of a document."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.claims.build import claims_of
from gongwen.claims.course import Course
from gongwen.claims.periods import Times
from gongwen.model import Claim
from gongwen.passage import Passage, Setting


def find_claims(passages: Sequence[Passage], setting: Setting) -> tuple[Claim, ...]:
    """Every quantitative statement of the passages, in the order of the text."""
    times, course = Times.of(setting), Course.of(passages)
    out: list[Claim] = []
    for passage in passages:
        claims_of(passage, setting, times, course, out)
    return tuple(out)
