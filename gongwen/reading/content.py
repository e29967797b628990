"""What stands on a page before it is made lines, and the way from a file's coordinates to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from gongwen.reading.glyphs import Chunk
from gongwen.reading.ruled import Rule


@dataclass(slots=True)
class PageContent:
    """What stands on a page, in points from the upper left corner as the page is read."""

    width: float
    height: float
    chunks: list[Chunk] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    image_share: float = 0.0
    """The part of the page that images cover."""
    invisible: int = 0
    """Characters that are not read because they are written but not shown."""
    cut: bool = False
    """Whether the page holds more than is read."""
    left_out: int = 0
    """Text objects of a hidden text layer that are not read because their glyphs show nothing."""

    @property
    def is_picture(self) -> bool:
        """Whether the page is a scan: a picture covers it, and hardly anything is written on it."""
        return self.image_share > 0.5 and self.characters < 20

    @property
    def characters(self) -> int:
        """How many characters are written on the page."""
        return sum(len(piece.glyphs) for piece in self.chunks)

    def cover(self, box: tuple[float, float, float, float]) -> None:
        """A picture covers this part of the page: left, top, right, bottom."""
        x0, top, x1, bottom = box
        inside = max(0.0, min(x1, self.width) - max(x0, 0)) * max(0.0, min(bottom, self.height) - max(top, 0))
        self.image_share = max(self.image_share, inside / max(1.0, self.width * self.height))


class Frame:
    """The way from the file's coordinates to those of the page as it is read."""

    def __init__(self, box: tuple[float, float, float, float], turns: int) -> None:
        self.left, self.bottom, self.right, self.top = box
        self.turns = turns % 4
        self.width, self.height = self.right - self.left, self.top - self.bottom
        if self.turns % 2:
            self.width, self.height = self.height, self.width

    def sides(self) -> tuple[tuple[int, float, float], ...]:
        """How left, top, right and bottom on the page come from (text, x0, y0, x1, y1): which, its sign, what is added."""
        left, bottom, right, top = -self.left, -self.bottom, self.right, self.top
        return (
            ((1, 1.0, left), (4, -1.0, top), (3, 1.0, left), (2, -1.0, top)),
            ((2, 1.0, bottom), (1, 1.0, left), (4, 1.0, bottom), (3, 1.0, left)),
            ((3, -1.0, right), (2, 1.0, bottom), (1, -1.0, right), (4, 1.0, bottom)),
            ((4, -1.0, top), (3, -1.0, right), (2, -1.0, top), (1, -1.0, right)),
        )[self.turns]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A rectangle on the page: left, top, right, bottom."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
