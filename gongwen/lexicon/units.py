"""计量单位和量词: units with their dimension and exact factor, and what converts between them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


class UnitError(ValueError):
    """Two units that measure different things."""


@dataclass(frozen=True, slots=True)
class Unit:
    """单位: a unit, or the quotient of units (元/平方米)."""

    name: str
    dimension: tuple[str, ...]
    """What it measures; of a quotient what each part measures."""
    factor: Fraction
    """How many base units of its dimension it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """All units that are known."""

    simple: Mapping[str, Unit]
    nouns: frozenset[str]
    """Nouns that are counted without a counting word (标准机架)."""
    words: frozenset[str]
    """Counting words (量词)."""
    bracketed: tuple[str, ...]
    behind_ge: tuple[str, ...]
    guards: Mapping[str, str]

    @classmethod
    def default(cls) -> Units:
        """The units that the package brings."""
        return _default()

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]]) -> Units:
        """The package's units and those of a user's ``[[unit]]`` tables: ``name``, and with ``dimension`` its ``factor``."""
        return _extended(json.dumps(rows, sort_keys=True, default=str)) if rows else _default()

    def __getitem__(self, name: str) -> Unit:
        """The unit of this name, also a quotient of units and one that no table holds (a kind of its own)."""
        parts = [p for p in re.split(r"[/每·]", name) if p] if name not in self.simple else [name]
        units = [self._simple(p) for p in parts] or [self._simple("")]
        factor = units[0].factor
        for unit in units[1:]:
            factor /= unit.factor
        return Unit(name, tuple(d for u in units for d in u.dimension), factor)

    def _simple(self, name: str) -> Unit:
        return self.simple.get(name) or Unit(name, (name,), Fraction(1))

    def convert(self, value: Fraction, source: str, target: str) -> Fraction:
        """The value in another unit of the same dimension; raises UnitError where there is none."""
        magnitude, target = _magnitude(target, self)
        here, there = self[source], self[target]
        if here.dimension != there.dimension:
            raise UnitError(f"单位“{source}”不能换算为“{target}”")
        return value * here.factor / there.factor / magnitude


_MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def _magnitude(name: str, units: Units) -> tuple[int, str]:
    """The magnitude that a unit is written with (万元) and the unit without it."""
    factor = 1
    while name not in units.simple and name[:1] in _MAGNITUDES:
        factor, name = factor * _MAGNITUDES[name[0]], name[1:]
    return factor, name


@cache
def _default() -> Units:
    text = files("gongwen.lexicon").joinpath("data/units.toml").read_text(encoding="utf-8")
    return _units(tomllib.loads(text))


@lru_cache(maxsize=16)
def _extended(rows: str) -> Units:
    """The package's units and a user's, which are written as JSON so that equal ones are read once."""
    own = {
        row["name"]: Unit(row["name"], (str(row.get("dimension", row["name"])),), Fraction(str(row.get("factor", 1))))
        for row in json.loads(rows)
        if isinstance(row.get("name"), str) and row["name"]
    }
    return replace(_default(), simple={**_default().simple, **own}, nouns=_default().nouns | own.keys())


def _units(table: dict[str, Any]) -> Units:
    simple: dict[str, Unit] = {}
    for dimension in table["dimension"]:
        for name, factor in dimension["units"].items():
            kind = name if dimension.get("separate") else dimension["name"]
            simple[name] = Unit(name, (kind,), Fraction(factor))
    words, nouns = table["count"]["words"].split(), table["count"]["nouns"].split()
    for name in words + nouns:
        simple.setdefault(name, Unit(name, (name,), Fraction(1)))
    return Units(
        simple=simple,
        nouns=frozenset(nouns),
        words=frozenset(words),
        bracketed=tuple(table["count"]["bracketed"].split()),
        behind_ge=tuple(table["behind_ge"]["words"].split()),
        guards=table["guard"],
    )
