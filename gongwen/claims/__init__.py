"""Claims: the quantitative statements of a document."""

from __future__ import annotations

from collections.abc import Sequence

from gongwen.claims.scan import quantities
from gongwen.model import Claim
from gongwen.model.claim import Quantity
from gongwen.passage import Passage, Setting


def find_claims(passages: Sequence[Passage], setting: Setting) -> tuple[Claim, ...]:
    """Every quantitative statement of the passages, in the order of the text."""
    out = []
    for p in passages:
        for f in quantities(p.text.chars):
            q = Quantity(**p.text.place(f.start, f.end), value=f.value, high=f.high, unit=f.unit, bound=f.bound)
            out.append(Claim(**p.text.place(f.start, f.end), quantity=q, section=p.path))
    return tuple(out)
