"""The library: texts to cite, with their numbers and articles."""

from __future__ import annotations

from typing import Any

from gongwen.testing.specimens.quantities import han
from gongwen.testing.specimens.stock import Drawing
from gongwen.testing.specimens.world import World

_LAWS = (
    "{field}促进条例",
    "{topic}条例",
    "{topic}管理办法",
    "{topic}若干规定",
    "{place}{topic}实施细则",
    "{topic}技术规范",
)
_NAMED = (
    "关于加强{topic}的指导意见",
    "{place}{topic}三年行动方案",
    "关于印发{place}{topic}实施方案的通知",
    "{place}“十四五”{topic}规划",
    "关于进一步做好{topic}的通知",
)
_CLASSES = ("发", "函", "办发", "规", "办函", "字")


class Library:
    """Draws titles, each with a number, an article, or nothing behind it."""

    def __init__(self, drawing: Drawing, world: World, domain: dict[str, Any], year: int) -> None:
        self.drawing, self.world, self.year = drawing, world, year
        self.own = {
            "topic": tuple(domain["topics"].split()),
            "field": (domain["office"],),
            "place": (world.province, world.place, world.city),
        }

    def draw(self, *, numbered: bool) -> tuple[str, str | None, dict[str, Any] | None, str | None]:
        """Title, number, the number's parts, article."""
        rng = self.drawing.rng
        if numbered or rng.random() < 0.3:
            title = self.drawing.fill(rng.choice(_NAMED), self.own)
            return title, *self.number(), None
        title = self.drawing.fill(rng.choice(_LAWS), self.own)
        if rng.random() < 0.4:
            article = f"第{han(rng.randint(2, 58))}条" + (f"第{han(rng.randint(1, 4))}款" if rng.random() < 0.4 else "")
            return title, None, None, article
        return title, None, None, None

    def number(self) -> tuple[str, dict[str, Any]]:
        """A number as printed, and its parts."""
        rng = self.drawing.rng
        body = rng.choice([self.world.government, self.world.above, *self.world.departments])
        code = body.code + rng.choice(_CLASSES)
        year, serial = self.year - rng.randint(0, 5), rng.randint(1, 180)
        return f"{code}〔{year}〕{serial}号", {"agency_code": code, "year": year, "serial": serial, "style": "standard"}
