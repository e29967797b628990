"""Why each line is what it is: the labels of the best path with the cues that spoke for and against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gongwen.layout import Ground, Line, Sheet, lay_out
from gongwen.layout.label import Label
from gongwen.lexicon import Lexicon
from gongwen.reading import read


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of the source, or a cell of one, with its label."""

    line: int
    """The number of the source line, from 1; cells of one line share it."""
    start: int
    end: int
    """Its offsets in ``Document.text``, blanks around it left out."""
    text: str
    slot: str
    """The slot of the layout, or ``furniture`` or ``litter``."""
    part: int = 0
    """0 in the document itself, n in the n-th text printed along."""
    layout: str = ""
    """The name of the layout that fitted best; empty for what was set aside before."""
    more: bool = False
    """Whether the line goes on with the element of the line before."""
    cues: tuple[tuple[str, float], ...] = ()
    """The cues for the slot, negative weights against it."""

    @property
    def score(self) -> float:
        """The sum of the cues."""
        return sum(weight for _, weight in self.cues)


def explain(data: str | bytes, *, name: str | None = None, lexicon: Lexicon | None = None) -> list[ExplainedLine]:
    """Every line that holds more than blanks, in the order of the text.

    Raises UnreadableError as :func:`gongwen.parse` does.
    """
    reading = read(data, name)
    ground, sheet = lay_out(reading.text, lexicon or Lexicon.default())
    # The lines of a text printed along are labelled twice: as that, and by their own layout. The latter tells more.
    found = {(row.start, row.end): row for row in (*_aside(ground), *_labelled(ground, sheet, 0))}
    for part, inner in enumerate(sheet.attachments, 1):
        found |= {(row.start, row.end): row for row in _labelled(ground, inner, part)}
    return sorted(found.values(), key=lambda row: (row.start, row.end))


def _labelled(ground: Ground, sheet: Sheet, part: int) -> Iterator[ExplainedLine]:
    for element in sheet.elements:
        for line, label in zip(element.lines, element.labels, strict=True):
            yield ExplainedLine(
                **_place(ground, line),
                slot=label.slot,
                part=part,
                layout=label.layout,
                more=label.state.more,
                cues=_cues(label),
            )


def _cues(label: Label) -> tuple[tuple[str, float], ...]:
    """The cues that count in the label's state: those for going on with an element have a + behind its slot."""
    weights: dict[str, float] = {}
    for cue in label.cues:
        if cue.slot == label.slot + "+" * label.state.more:
            weights[cue.name] = weights.get(cue.name, 0.0) + cue.weight
    return tuple(weights.items())


def _aside(ground: Ground) -> Iterator[ExplainedLine]:
    for slot, lines in (("furniture", ground.furniture), ("litter", ground.litter)):
        yield from (ExplainedLine(**_place(ground, line), slot=slot) for line in lines)


def _place(ground: Ground, line: Line) -> dict[str, Any]:
    text = ground.source[line.start : line.end]
    return {"line": line.row, "start": line.start, "end": line.end, "text": text}
