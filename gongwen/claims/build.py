"""From the quantities of a paragraph to claims."""

from __future__ import annotations

from gongwen.claims.context import Site, read_commas, sites
from gongwen.claims.kinds import Kind, kinds
from gongwen.claims.metrics import Metric, metrics
from gongwen.claims.modality import modality, prior
from gongwen.claims.per import per_before
from gongwen.claims.periods import Scope, Times
from gongwen.model import Claim, Node
from gongwen.model.claim import Quantity
from gongwen.passage import Passage, Setting
from gongwen.text import Text


def claims_of(passage: Passage, setting: Setting, times: Times, out: list[Claim]) -> None:
    """Add the claims of a paragraph."""
    text = read_commas(passage.text.chars)
    places = sites(passage, text)
    scope = times.read(passage, [site.found.number for site in places])
    if not places:
        return
    said = kinds(text, places)
    pers = [per_before(text, site) for site in places]
    measured = metrics(text, places, said, pers)
    ground = prior(passage, setting)
    for site, kind, per, metric in zip(places, said, pers, measured, strict=True):
        mood = modality(text, site, kind, ground, setting, scope.year(site, kind))
        if site.found.recent and mood not in {"condition", "rule"}:
            continue
        out.append(
            Claim(
                **passage.text.place(*_clause(text, site)),
                quantity=_quantity(passage.text, site),
                kind=kind.kind,
                direction=kind.direction,
                basis=passage.text[kind.basis[0] : kind.basis[1]].chars if kind.basis else None,
                metric=_node(passage.text, metric.parts),
                whole=_node(passage.text, (metric.whole,) if metric.whole else ()),
                per=_node(passage.text, (per,) if per else ()),
                period=scope.period(site, kind, mood),
                modality=mood,
                section=_section(passage, site),
            )
        )


def _clause(text: str, site: Site) -> tuple[int, int]:
    begin = site.begin
    while text[begin] in " “（":
        begin += 1
    return min(begin, site.found.start), site.end


def _quantity(text: Text, site: Site) -> Quantity:
    f = site.found
    return Quantity(**text.place(f.start, f.end), value=f.value, high=f.high, unit=f.unit, bound=f.bound)


def _node(text: Text, parts: tuple[tuple[int, int], ...]) -> Node | None:
    """A part of one or several stretches; None where there is none."""
    kept = sorted({p for p in parts if p[1] > p[0]})
    if not kept:
        return None
    spans = tuple(s for begin, end in kept for s in text.spans(begin, end))
    source = "".join(text.source[a:b] for a, b in spans)
    return Node(spans=spans, text=source, clean=_clean("…".join(text[b:e].chars for b, e in kept)))


def _clean(chars: str) -> str:
    return chars.strip()


def _section(passage: Passage, site: Site) -> tuple[str, ...]:
    marker = next((m for at, m in reversed(passage.points) if at == site.point), None)
    return (*passage.path, marker) if marker and site.point else passage.path


__all__ = ["Kind", "Metric", "Scope", "claims_of"]
