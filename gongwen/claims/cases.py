"""A quantity with what is known of it, handed from rule to rule."""

from __future__ import annotations

from dataclasses import dataclass

from gongwen.claims.context import Site
from gongwen.claims.kinds import Kind
from gongwen.claims.stretch import Stretch
from gongwen.model.claim import Modality


@dataclass(slots=True)
class Metric:
    """What is measured: stretches of the text; of a share also what it is part of."""

    parts: tuple[Stretch, ...] = ()
    whole: Stretch | None = None


@dataclass(slots=True)
class Case:
    """A quantity with what is known of it before its metric."""

    site: Site
    kind: Kind
    per: Stretch | None
    modality: Modality


@dataclass(slots=True)
class Beside:
    """What stands beside a quantity: the words in front, those behind, and what the quantity before speaks of."""

    left: Stretch
    right: Stretch | None
    earlier: tuple[Stretch, ...]
