"""From the quantities of a paragraph to claims."""

from __future__ import annotations

from gongwen.claims.bounds import bound_apart
from gongwen.claims.cases import Case, Metric
from gongwen.claims.conditions import with_lists
from gongwen.claims.context import Site, read_commas, sites
from gongwen.claims.course import Course
from gongwen.claims.kinds import kinds
from gongwen.claims.metrics import metrics
from gongwen.claims.modality import ballot, is_met, modalities, prior
from gongwen.claims.per import pers_of
from gongwen.claims.periods import Scope, Times
from gongwen.lexicon.units import Units
from gongwen.model import Claim
from gongwen.model.claim import Bound
from gongwen.passage import Passage, Setting
from gongwen.text import Text


def claims_of(passage: Passage, setting: Setting, times: Times, course: Course, out: list[Claim]) -> None:
    """Add the claims of a paragraph."""
    text = read_commas(passage.text.chars)
    places = sites(passage, text, Units.of(setting.units))
    scope = times.read(passage, [site.found.number for site in places])
    listed = course.read(passage)
    if not places:
        return
    ground = prior(passage, setting, text, course, listed=listed)
    said = kinds(text, places)
    scope.taken = sorted({k.basis for k in said if k.basis})
    pers = pers_of(text, places)
    ballots = [
        ballot(ground, site, kind, setting, scope.when(site), per=per)
        for site, kind, per in zip(places, said, pers, strict=True)
    ]
    moods = modalities(places, ballots)
    cases = [Case(*known) for known in zip(places, said, pers, moods, strict=True)]
    cases = with_lists(text, cases)
    measured = metrics(text, cases)
    kept: dict[int, int] = {}
    for case, metric in zip(cases, measured, strict=True):
        if case.site.found.recent and case.modality not in {"condition", "rule"}:
            continue
        kept[case.site.index] = len(out)
        level = level_of(text, case, cases, measured)
        out.append(
            _claim(
                passage,
                scope,
                case,
                metric,
                bound(text, case, cases),
                changes=None if level is None else kept.get(level),
            )
        )


def _claim(passage: Passage, scope: Scope, case: Case, metric: Metric, bounded: Bound, *, changes: int | None) -> Claim:
    site, kind, text = case.site, case.kind, passage.text.chars
    return Claim(
        **passage.text.place(*_clause(text, site)),
        quantity=_quantity(passage.text, site, bounded),
        kind=kind.kind,
        direction=kind.direction,
        basis=passage.text.clean(*kind.basis) if kind.basis else None,
        metric=_node(passage.text, metric.parts),
        whole=_node(passage.text, (metric.whole,)) if metric.whole else None,
        per=_node(passage.text, (case.per,)) if case.per else None,
        period=None if is_met(text, site) else scope.period(site, case.modality),
        modality=case.modality,
        changes=changes,
        section=(*passage.path, site.marker) if site.marker else passage.path,
    )


def bound(text: str, case: Case, cases: list[Case]) -> Bound:
    """The bound beside the number, further left in its clause, or before the list that it is in."""
    found, head = case.site.found, case.site.head
    if found.bound != "exact" or found.high is not None or found.rank:
        return found.bound
    if head is not case.site and head.found.start < head.found.number:
        return head.found.bound
    own = bound_apart(text, head.left, head.found.number, found.end, found.unit)
    return own or _listed_bound(text, case.site, cases) or "exact"


def _listed_bound(text: str, site: Site, cases: list[Case]) -> Bound | None:
    """The bound that stands apart from the first member of a list of things: 至少提供1次培训、2次推介."""
    last = cases[site.index - 1].site if site.index else None
    if last is None or last.end != site.end or last.found.unit != site.found.unit or last.head is site.head:
        return None
    if last.found.bound != "exact" or text.find("、", last.found.end, site.found.start) < 0:
        return None
    return bound_apart(text, last.left, last.found.number, last.found.end, last.found.unit)


def level_of(text: str, case: Case, cases: list[Case], measured: list[Metric]) -> int | None:
    """The quantity whose level a change changes: the last one before it in the sentence that speaks of the same."""
    if case.kind.kind != "change":
        return None
    own = _words(text, measured[case.site.index])
    for other in reversed(cases[max(0, case.site.index - 20) : case.site.index]):
        if other.site.sentence != case.site.sentence:
            return None
        if other.kind.kind not in {"level", "share", "duration"} or not _moves(case, other):
            continue
        if _words(text, measured[other.site.index]).endswith(own):
            return other.site.index
    return None


_POINTS = frozenset({"百分点", "基点"})
_PERCENT = frozenset({"%", "‰", "‱", "成"})


def _moves(change: Case, level: Case) -> bool:
    """Whether a change can be one of this level: 百分点 are of percentages only."""
    return change.site.found.unit not in _POINTS or level.site.found.unit in _PERCENT


def _words(text: str, metric: Metric) -> str:
    return "".join(text[begin:end] for begin, end in metric.parts)


_REACH = 160


def _clause(text: str, site: Site) -> tuple[int, int]:
    """The clause, as short as reads well: of a stretch without any comma no more than what is near."""
    begin = max(site.begin, site.found.start - _REACH)
    while text[begin] in " “（":
        begin += 1
    return min(begin, site.found.start), min(site.end, site.found.end + _REACH)


# Parts go to their claim as plain tables: one validation builds them all.
Table = dict[str, object]


def _quantity(text: Text, site: Site, bound: Bound) -> Table:
    f = site.found
    return {**text.place(f.start, f.end), "value": f.value, "high": f.high, "unit": f.unit, "bound": bound}


def _node(text: Text, parts: tuple[tuple[int, int], ...]) -> Table | None:
    """A part of one or several stretches; None where there is none."""
    if not parts:
        return None
    if len(parts) == 1 and parts[0][1] > parts[0][0]:
        return text.place(*parts[0])
    kept = _apart(parts)
    if not kept:
        return None
    spans = tuple([s for begin, end in kept for s in text.spans(begin, end)])
    source = "".join([text.source[a:b] for a, b in spans])
    return {"spans": spans, "text": source, "clean": "…".join([text.clean(b, e) for b, e in kept]).strip()}


def _apart(parts: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The stretches in the order of the text, those that meet made one."""
    out: list[tuple[int, int]] = []
    for begin, end in sorted(p for p in parts if p[1] > p[0]):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out
