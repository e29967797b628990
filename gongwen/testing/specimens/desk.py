"""The desk: all that the writers of one specimen share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from gongwen.testing.specimens.citing import Library
from gongwen.testing.specimens.draft import Draft
from gongwen.testing.specimens.sentences import Setting, Writer
from gongwen.testing.specimens.stock import Drawing, data, words
from gongwen.testing.specimens.world import Body, World

_LINKED = {
    # A slot and the list that it is drawn from: the domain's, or that of all statements.
    "thing": "things",
    "thing2": "things",
    "measure": "measures",
    "act": "acts",
    "act2": "acts",
    "act3": "acts",
    "limit": "limits",
    "limit2": "limits",
    "asset": "assets",
    "scale": "scales",
    "size": "sizes",
    "price": "prices",
}


@dataclass(slots=True)
class Desk:
    """Draft, world, words and wishes of a specimen in the making."""

    rng: Random
    drawing: Drawing
    world: World
    draft: Draft
    domain: dict[str, Any]
    day: date
    kind: dict[str, Any]
    layout: str
    library: Library
    writer: Writer
    issuers: list[Body]
    wishes: dict[str, Any] = field(default_factory=dict)

    def fill(self, pattern: str) -> str:
        """A pattern filled with the document's words."""
        return self.drawing.fill(pattern, self.writer.setting.own)

    def refresh(self) -> None:
        """Draw the words that go together in the next sentence: a noun and its unit."""
        own = self.writer.setting.own
        for slot, key in _LINKED.items():
            choices = self.domain[key] if key in self.domain else data("statements")[key]
            noun, _, unit = self.drawing.one_of(tuple(choices.split())).partition("/")
            own[slot], own[f"{slot}_u"] = (noun,), (unit,)
        verbs = data("statements")["done"]
        own["done"] = tuple(verbs.get(own["thing_u"][0].partition(":")[0], verbs["*"]).split())
        own["digits"] = (str(self.rng.randint(100000, 999999)),)
        own["month"], own["day"] = (str(self.rng.randint(1, 12)),), (str(self.rng.randint(1, 28)),)
        own["number"] = (str(self.rng.randint(11, 999)),)

    def chance(self, probability: float) -> bool:
        """Whether it falls so."""
        return self.rng.random() < probability


def own_words(domain: dict[str, Any], world: World, issuer: Body, year: int) -> dict[str, tuple[str, ...]]:
    """The document's own words, by slot."""
    lists = {
        "topic": "topics",
        "amount": "amounts",
        "rate": "rates",
        "work": "works",
        "trouble": "troubles",
        "group": "groups",
        "project": "projects",
    }
    own = {slot: tuple(domain[key].split()) for slot, key in lists.items()}
    own["scope"] = (f"全{world.word}", f"我{world.word}", f"全{world.word}")
    own["we"] = ("我局",) if issuer.name.endswith("局") else (f"我{world.word}",)
    own["place"] = (world.place,)
    own["word"] = (world.word,)
    own["town"] = words("world", "towns")
    own["lastyear"], own["baseyear"] = (f"{year - 1}年",), (f"{year - 2}年", f"{year - 3}年", f"{year - 2}年底")
    own["digit"] = tuple("二三四五六七八九")
    own["day"] = tuple(map(str, range(1, 13)))
    own["number"] = own["digits"] = ("531", "108", "1035")
    own["month"] = ("3", "5", "9")
    own["institution"] = tuple(d.short for d in world.departments)
    # The words of statements that are no phrases.
    for name, found in data("statements").items():
        if isinstance(found, str):
            own[name] = tuple(found.split())
    return own


def setting(own: dict[str, tuple[str, ...]], day: date, library: Library) -> Setting:
    """The setting of the sentences."""
    return Setting(own=own, day=day, cite=library.draw)
