"""数据核对: what the claims of a document say against each other.

Every check is a function from claims to diagnostics; its docstring holds the code, the rule, and a
wrong and a right example.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from gongwen.lexicon.units import UnitError, Units
from gongwen.model import Claim, Diagnostic

Claims = Sequence[Claim]
_ROUNDING = Fraction(1, 2)
"""How far a sum of rounded percentages may pass 100."""


def check_claims(claims: Claims) -> tuple[Diagnostic, ...]:
    """Every contradiction that the claims show, in the order of the checks."""
    return tuple(diagnostic for check in CHECKS for diagnostic in check(claims))


def shares(claims: Claims) -> Iterator[Diagnostic]:
    """Code ``claims-shares``: the shares of one whole pass 100 % in one sentence list.

    Wrong: 甲占总量的60%、乙占总量的55%. Right: 甲占总量的60%、乙占总量的40%.
    """
    groups: dict[tuple[str, str | None, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "share" and claim.whole and claim.quantity.unit == "%" and claim.quantity.bound == "exact":
            groups[claim.whole.clean, claim.period.value if claim.period else None, claim.section].append(claim)
    for (whole, _, _), members in groups.items():
        parts = {c.metric.clean: c for c in members if c.metric}
        total = sum(Fraction(c.quantity.value) for c in parts.values())
        if len(parts) > 1 and total > 100 + _ROUNDING:
            spans = tuple(s for c in parts.values() for s in c.quantity.spans)
            yield _warning("claims-shares", f"占“{whole}”的各项份额合计{float(total):g}%，超过100%", spans)


def levels(claims: Claims) -> Iterator[Diagnostic]:
    """Code ``claims-level``: two levels of one metric at one time differ.

    Wrong: 2021年用电量50亿千瓦时。…2021年用电量52亿千瓦时. Right: 2021年…50亿千瓦时。…2022年…52亿千瓦时.
    """
    seen: dict[tuple[str, str, str], Claim] = {}
    for claim in claims:
        if not _is_firm(claim) or claim.metric is None or claim.period is None or len(claim.metric.clean) < 4:
            continue
        key = (claim.metric.clean, claim.period.value, claim.quantity.unit)
        first = seen.setdefault(key, claim)
        if first.metric and first.metric.spans != claim.metric.spans and first.quantity.value != claim.quantity.value:
            message = f"“{claim.metric.clean}”前后不一：{first.quantity.clean}，{claim.quantity.clean}"
            yield _warning("claims-level", message, (*first.quantity.spans, *claim.quantity.spans))


def changes(claims: Claims) -> Iterator[Diagnostic]:
    """Code ``claims-change``: a change does not fit between two stated levels of the same metric.

    Wrong: 由2017年的41%提高到53%，提高15个百分点. Right: 由2017年的41%提高到53%，提高12个百分点.
    """
    for at, claim in enumerate(claims):
        if claim.changes is None or claim.quantity.unit not in {"百分点", "%"} or at < 2:
            continue
        before, after = claims[claim.changes - 1], claims[claim.changes]
        linked = claim.changes >= 1 and before.spans == after.spans and before.quantity.unit == after.quantity.unit
        linked = linked and bool(_FROM.search(before.clean))
        if linked and claim.quantity.bound == "exact" and not _fits(before, after, claim):
            message = f"从{before.quantity.clean}到{after.quantity.clean}，与{claim.quantity.clean}不符"
            yield _warning(
                "claims-change", message, (*before.quantity.spans, *after.quantity.spans, *claim.quantity.spans)
            )


_FROM = re.compile("[由从].*[到至为]")


def _fits(before: Claim, after: Claim, change: Claim) -> bool:
    old, new, said = Fraction(before.quantity.value), Fraction(after.quantity.value), Fraction(change.quantity.value)
    moved = abs(new - old)
    if change.quantity.unit == "%":
        if not old:
            return True
        moved = moved / old * 100
    return abs(moved - said) <= _tolerance(said)


def _tolerance(said: Fraction) -> Fraction:
    """Half of the last digit printed, and a little for levels that are rounded themselves."""
    return max(Fraction(6, 10), said / 20) if said.denominator == 1 else max(Fraction(11, 100), said / 50)


def counted(claims: Claims) -> Iterator[Diagnostic]:
    """Code ``claims-count``: a list does not hold as many members as the number behind it says.

    Wrong: 甲市、乙市、丙市4个市. Right: 甲市、乙市、丙市3个市; with 等 more may be meant.
    """
    for claim in claims:
        if (
            claim.quantity.unit not in {"个", "项", "家", "类"}
            or claim.quantity.bound != "exact"
            or claim.metric is None
        ):
            continue
        before = claim.clean.partition(claim.quantity.clean)[0]
        names = before.split("、")
        # Only lists of like members: each ends as the first does (…市、…市、…市).
        alike = len(names) > 2 and len({n[-1:] for n in names}) == 1 and all(2 <= len(n) <= 10 for n in names[1:])
        if alike and len(names) != claim.quantity.value:
            yield _warning("claims-count", f"列出{len(names)}项，与“{claim.quantity.clean}”不符", claim.spans)


def points(claims: Claims) -> Iterator[Diagnostic]:
    """Code ``claims-points``: a rate that moves by so many % where 百分点 is meant, or the other way.

    Wrong: 合格率由90%提高到95%，提高5%. Right: 合格率由90%提高到95%，提高5个百分点.
    """
    for claim in claims:
        if claim.kind != "change" or claim.changes is None:
            continue
        level, unit = claims[claim.changes], claim.quantity.unit
        if unit == "%" and level.quantity.unit == "%" and _is_difference(claims, claim):
            message = f"“{claim.quantity.clean}”是两个百分数之差，应为{claim.quantity.value}个百分点"
            yield _warning("claims-points", message, claim.quantity.spans)
        elif unit == "百分点" and not _is_ratio(level.quantity.unit):
            message = f"“{level.quantity.clean}”不是百分数，其变化不以百分点计"
            yield Diagnostic(code="claims-points", severity="info", message=message, spans=claim.quantity.spans)


def _is_difference(claims: Claims, change: Claim) -> bool:
    """Whether the change is just the difference of the two percentages before it."""
    at = change.changes or 0
    before, after = claims[at - 1], claims[at]
    if at < 1 or before.quantity.unit != "%" or before.spans != after.spans:
        return False
    return abs(Fraction(after.quantity.value) - Fraction(before.quantity.value)) == Fraction(change.quantity.value)


def _is_ratio(unit: str) -> bool:
    try:
        Units.default().convert(Fraction(1), unit, "%")
    except UnitError:
        return False
    return True


def _is_firm(claim: Claim) -> bool:
    """A level that is stated as a fact and exactly."""
    plain = claim.kind == "level" and claim.modality == "actual" and claim.per is None
    return plain and claim.quantity.bound == "exact" and claim.quantity.high is None


def _warning(code: str, message: str, spans: tuple[tuple[int, int], ...]) -> Diagnostic:
    return Diagnostic(code=code, severity="warning", message=message, spans=tuple(sorted(set(spans))))


CHECKS: tuple[Callable[[Claims], Iterator[Diagnostic]], ...] = (shares, levels, changes, counted, points)
