"""Claims: the quantitative statements of a document."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.model import Claim
from gongwen.passage import Passage, Setting


def find_claims(passages: Sequence[Passage], setting: Setting) -> tuple[Claim, ...]:
    """Every quantitative statement of the passages, in the order of the text."""
    return ()
