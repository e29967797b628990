"""The world of a specimen: an invented place, its agencies with their 代字, its people."""

from __future__ import annotations

from dataclasses import dataclass

from gongwen.testing.specimens.stock import Drawing, data, words

LEVELS = ("省", "市", "县")


@dataclass(frozen=True, slots=True)
class Body:
    """机关: full name, short name as used inside the place, and 代字."""

    name: str
    short: str
    code: str
    field: str = ""


class World:
    """A place at one level, with those above and below it."""

    def __init__(self, drawing: Drawing, level: str | None = None) -> None:
        self.drawing = drawing
        self.level = level or drawing.rng.choice(("省", "市", "市", "市", "县", "县"))
        self.province = drawing.one_of(words("world", "provinces")) + "省"
        self.city = self._name("city") + "市"
        self.county = self._name("county") + drawing.rng.choice("县县区市")
        self.place = {"省": self.province, "市": self.city, "县": self.county}[self.level]
        self.word = self.place[-1]
        """省, 市, 县 or 区: how the place calls itself."""
        self.code = self.place[0]
        self.government = Body(f"{self.place}人民政府", f"{self.word}人民政府", f"{self.code}政")
        self.office = Body(
            f"{self.place}人民政府办公{'厅' if self.level == '省' else '室'}",
            f"{self.word}政府办公{'厅' if self.level == '省' else '室'}",
            f"{self.code}政办",
        )
        self.party = Body(f"中共{self.place}委", f"{self.word}委", f"{self.code}委")
        self.party_office = Body(f"中共{self.place}委办公室", f"{self.word}委办公室", f"{self.code}委办")
        if self.level == "省":
            self.party = Body(f"中共{self.place}委员会", "省委", f"{self.code}委")
            self.party_office = Body(f"中共{self.place}委办公厅", "省委办公厅", f"{self.code}委办")
        self.departments = [self._department(row) for row in data("world")["office"]]

    def _name(self, which: str) -> str:
        return self.drawing.one_of(words("world", f"{which}_first")) + self.drawing.one_of(
            words("world", f"{which}_second")
        )

    def _department(self, row: dict[str, str]) -> Body:
        stem = (
            row["province"]
            if self.level == "省"
            else row.get("county", row["city"])
            if self.level == "县"
            else row["city"]
        )
        short = stem if self.level == "省" or ("county" in row and self.level == "县") else row.get("short", stem)
        if self.level == "省":
            short = stem.replace("委员会", "委")
        return Body(f"{self.place}{stem}", f"{self.word}{short}", self.code + row["code"], row["field"])

    def department(self, field: str | None = None) -> Body:
        """A department, of a field if one is named."""
        found = [d for d in self.departments if d.field == field]
        return found[0] if found else self.drawing.rng.choice(self.departments)

    def departments_but(self, count: int, *but: Body) -> list[Body]:
        """So many departments, none of those named."""
        return self.drawing.rng.sample([d for d in self.departments if d not in but], count)

    @property
    def above(self) -> Body:
        """The government above."""
        place = {"县": self.city, "市": self.province, "省": "国务院"}[self.level]
        return Body(
            place if self.level == "省" else f"{place}人民政府",
            "国务院" if self.level == "省" else f"{place[-1]}人民政府",
            "国" if self.level == "省" else f"{place[0]}政",
        )

    def lower_governments(self) -> tuple[str, ...]:
        """How the governments below are addressed."""
        return self.drawing.rng.choice(
            {
                "省": (("各市、县（市、区）人民政府",), ("各市、县人民政府",)),
                "市": (("各县（市、区）人民政府",), ("各区、县（市）人民政府",), ("各县、区人民政府",)),
                "县": (("各乡镇人民政府",), ("各镇人民政府", "各街道办事处"), ("各乡（镇）人民政府",)),
            }[self.level]
        )

    def person(self) -> str:
        """A name."""
        rng = self.drawing.rng
        surname = self.drawing.one_of(words("world", "surnames"))
        return surname + self.drawing.one_of(words("world", "given_one" if rng.random() < 0.35 else "given_two"))

    def phone(self) -> str:
        """A phone."""
        rng = self.drawing.rng
        number = f"{rng.randint(2, 8)}{rng.randint(100000, 9999999):07}"
        return rng.choice((f"0{rng.randint(310, 990)}-{number}", number, f"0{rng.randint(310, 990)}－{number}"))
