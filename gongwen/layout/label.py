"""Labelling: each line gets a slot of the layout that fits the text best, and says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongwen.layout.cues_attachment import attachment_cues
from gongwen.layout.cues_close import close_cues
from gongwen.layout.cues_head import head_cues
from gongwen.layout.cues_imprint import imprint_cues, litter_cues
from gongwen.layout.cues_look import look_cues
from gongwen.layout.cues_title import annotation_cues, recipient_cues, title_cues
from gongwen.layout.path import State, Weights, best_path
from gongwen.layout.view import Cue, Page
from gongwen.lexicon import Layout

_STRUCTURE = re.compile(
    r"(?:[一二三四五六七八九十百]{1,4}[、，]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}）(?![》”，。；：])|\d{1,2}[.、](?!\d)|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十百零\d]{1,5}[章条节编]"
    r"|[一二三四五六七八九十]是|[一二三四五六七八九十]要|首先|其次|其[一二三四])"
)
_SENTENCE = "。；！？"
_INNER = frozenset({"attachment_list", "attachment_list+", "signature", "date", "table"})
_EDGE = 14
"""Lines from the start in which elements of the head are looked for."""


@dataclass(frozen=True, slots=True)
class Label:
    """The slot of a line."""

    state: State
    layout: str
    weighed: Sequence[Cue]
    """All cues of the line, whatever slot they speak for."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The reasons for this slot and against it, of all that were weighed."""
        return tuple(c for c in self.weighed if c.slot.rstrip("+") == self.state.slot)

    @property
    def slot(self) -> str:
        """The slot's name."""
        return self.state.slot


def label(page: Page) -> list[Label]:
    """The labels of the lines, by the layout with the best path."""
    if not page.lines:
        return []
    cues = [line_cues(page, i) for i in range(len(page.lines))]
    weights = [_weights(page, i, own) for i, own in enumerate(cues)]
    names = {cue.name for own in cues for cue in own if cue.weight > 0}
    best: tuple[float, list[State], Layout] | None = None
    for layout in page.lexicon.layouts:
        if layout.attached != page.attached or (layout.needs and not layout.needs & names):
            continue
        score, states = best_path(weights, layout)
        if states and (best is None or score > best[0]):
            best = (score, states, layout)
    if best is None:
        raise LookupError("no layout of the lexicon takes the text")
    _, states, layout = best
    return [Label(state, layout.name, own) for state, own in zip(states, cues, strict=True)]


def line_cues(page: Page, i: int) -> list[Cue]:
    """Every cue of a line."""
    line = page.lines[i]
    tight = line.tight
    size, last = len(tight), tight[-1]
    cues: list[Cue] = []
    if i in page.tables:
        cues.append(Cue("table", 6, "表格"))
    if i not in page.ruled:  # a number that opens a row is none of the body's
        cues.extend(body_cues(tight))
    if size > 60 and last in _SENTENCE:
        if tight[0] in "抄主分发报印送（" or (i and page.lines[i - 1].tight[0] in "抄主分"):
            cues.extend(imprint_cues(page, i))
        if i > _EDGE and page.dates[i - 1] and page.agencies[i - 2] and _behind_text(page, i):
            cues.append(Cue("attachment", 4, "署名、日期之后又一文本"))
        return cues
    if i < _EDGE + 10:
        if i < _EDGE or size < 40:
            cues.extend(head_cues(page, i))
        cues.extend(title_cues(page, i))
        cues.extend(annotation_cues(page, i))
        cues.extend(recipient_cues(page, i))
    if size <= 130:
        cues.extend(attachment_cues(page, i))
        cues.extend(close_cues(page, i))
        cues.extend(imprint_cues(page, i))
    cues.extend(litter_cues(page, i))
    cues.extend(look_cues(page, i))
    return cues


def _behind_text(page: Page, i: int) -> bool:
    """Whether sentences of the document stand above a line, so that 署名 and date right above it close them."""
    return not page.attached and any(line.tight[-1] == "。" for line in page.lines[: i - 2])


def body_cues(tight: str) -> Iterator[Cue]:
    """Cues of running text."""
    if _STRUCTURE.match(tight):
        yield Cue("body", 5, "层次序号")
        yield Cue("attachment", -6, "层次序号")
    if len(tight) > 40:
        yield Cue("body", 2, "长行")
    if tight[-1] in _SENTENCE and not tight.startswith("（"):
        yield Cue("body", 2, "句末标点")
    if tight[-1] == "：" and len(tight) > 12 and ("如下" in tight[-8:] or "通知" in tight[-4:]):
        yield Cue("body", 3, "如下")


def _weights(page: Page, i: int, cues: list[Cue]) -> Weights:
    """The summed weights of a line's slots; body and the text of an attachment take any line."""
    weights: Weights = {"body": 0.0}
    if not page.attached and len(page.lines[i].tight) < 130:
        weights["attachment+"] = 0.0
        weights["litter"] = -2.5
        if i + 6 < len(page.lines) and i >= 12:
            weights["litter"] = -5.0
    for slot, weight, _ in cues:
        weights[slot] = weights.get(slot, 0.0) + weight
    if page.attached:
        return weights
    if weights.get("attachment", -1.0) <= 0 and "litter" in weights:
        weights["attachment"] = -9.0
    # A text printed along has elements of its own: what speaks for one speaks for the text as a whole.
    weights["attachment+"] = max(
        [
            weights["body"],
            *(cue.weight - 0.5 * (cue.slot != "table") for cue in cues if cue.weight >= 4 and cue.slot in _INNER),
        ]
    )
    return weights
