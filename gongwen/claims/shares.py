"""份额: a share's part and its whole: 占…的, 总投入的30%, 90%的企业."""

from __future__ import annotations

import re

from gongwen.claims.cases import Case, Metric
from gongwen.claims.sides import right_of
from gongwen.claims.stretch import Stretch, clause_before, trim
from gongwen.claims.subjects import given_before, maybe, subject_of

_BY = re.compile("可?按照?")
# 对数据中心按照实际投入的: who gets it, then the whole.
_LAST_BY = re.compile("[^，]{2,30}(?<!按)按照?")
_OF = re.compile(r"占(?!比)|为(?=[^，]*的$)|恢复到")
_BOUND = re.compile(r"(?:原则上)?(?:不[得应]?[低高]于|不[得应]?[超少]过?于?|至少)")


def share_of(text: str, case: Case, left: Stretch, earlier: tuple[Stretch, ...]) -> Metric:
    """占…的: the part is what came before, the whole what stands between."""
    site = case.site
    words = text[left[0] : left[1]]
    bound = _BOUND.search(words)
    if bound and words.endswith("的"):
        front, whole = (left[0], left[0] + bound.start()), (left[0] + bound.end(), left[1] - 1)
        subject = (front,) if bound.start() else earlier or maybe(clause_before(text, site))
        return Metric((*subject[:2], whole), whole)
    match = _OF.search(words)
    if match:
        whole = trim(text, left[0] + match.end(), left[1])
        subject = () if match.start() else earlier or maybe(clause_before(text, site))
        return Metric((*subject[:2], left), whole)
    right = right_of(text, case)
    if words.endswith("的"):
        by = _LAST_BY.match(words)
        whole = (left[0] + (by.end() if by else 0), left[1] - 1)
        given = given_before(text, site) or clause_before(text, site) if _BY.match(text, site.left) else None
        return Metric((*maybe(given), left, right) if right else (*(maybe(given) or earlier[:2]), left), whole)
    if right and site.found.unit != "":
        given = given_before(text, site) or (clause_before(text, site) if _BY.match(text, site.left) else None)
        return Metric((*maybe(given), left, right) if words else (right,))
    return Metric(subject_of(text, left, earlier, site))
