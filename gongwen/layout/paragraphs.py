"""Paragraphs: lines rejoined where a page or a line broke them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from gongwen.layout.elements import Ground
from gongwen.layout.lines import Line
from gongwen.layout.measure import OPENS, Measure, closed, estimate
from gongwen.text import Text

_LONG = 40
"""Characters from which a line that breaks off is taken for a broken paragraph in a text that is not hard-wrapped."""

_CLAUSES = 15
"""Characters that a line of two clauses has at least."""


def paragraphs(ground: Ground, lines: list[Line]) -> list[Text]:
    """The paragraphs that the lines make up, each without layout blanks."""
    runs: list[list[Line]] = []
    setting = _setting(lines, estimate(lines))
    for line in lines:
        if runs and _goes_on(ground, runs[-1][-1], line, setting):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [ground.text(run) for run in runs]


_NO_END = frozenset("“‘《〈（〔")
_ENDED = frozenset("。；")
"""Before an opening quote that closes a line, the quote of the sentence is printed the wrong way round: 。“"""
_NO_START = frozenset("，。、；：！？”’》〉）〕")
"""Marks that no paragraph ends with, and that none starts with."""


class _Setting(NamedTuple):
    """How the lines are set."""

    measure: Measure
    wrap: int = 0
    """The indent of lines that go on with a paragraph."""
    indents: bool = False
    """Whether paragraphs open with an indent."""
    gaps: bool = False
    """Whether a blank line stands above each paragraph."""


def _setting(lines: list[Line], measure: Measure) -> _Setting:
    if not measure:
        return _Setting(measure)
    # The smallest indent behind a full line that closes no sentence.
    behind = [line.indent for last, line in pairwise(lines) if measure.full(last) and not closed(last)]
    wrap = min(behind, default=0)
    after = [line for last, line in pairwise(lines) if closed(last)]
    opening = sum(line.indent >= wrap + 2 for line in after)
    apart = sum(line.gap > 0 for line in after)
    return _Setting(
        measure, wrap, indents=opening >= 2 and opening > 0.5 * len(after), gaps=apart >= 2 and apart > 0.5 * len(after)
    )


def _open(tight: str) -> bool:
    """Whether a title in 《》 or a bracket opened on the line is closed only on the next."""
    return (
        tight.rfind("《") > tight.rfind("》")
        or tight.rfind("〔") > tight.rfind("〕")
        or (tight.rfind("（") > tight.rfind("）") and len(tight) > 20)
    )


def _runs_on(line: Line) -> bool:
    """Whether an indented line breaks off in a sentence: it is long, and no heading."""
    return len(line.tight) >= 20 and (not OPENS.match(line.tight) or "，" in line.tight or "。" in line.tight)


def _goes_on(ground: Ground, last: Line, line: Line, setting: _Setting) -> bool:
    """Whether a line goes on with the paragraph of the line above."""
    opens = OPENS.match(line.tight) is not None
    quoted = last.tight[-1] in _NO_END and not (opens and last.tight[-2:-1] in _ENDED)
    if quoted or last.row == line.row or _open(last.tight) or line.tight[0] in _NO_START:
        return True
    if not opens and _inside(last, line):
        return True
    if not setting.measure:
        return not opens and _broken_off(last, line)
    indented = line.indent >= setting.wrap + 2
    ended = closed(last)
    headed = OPENS.match(last.tight) is not None and not setting.measure.full(last)
    if not (ended or opens or indented or headed) and ground.holes and ground.between(last.end, line.start):
        return True  # a page ends in the paragraph
    if indented and (setting.indents or opens or ended or last.indent < setting.wrap + 2 or line.indent != last.indent):
        return False
    return _wraps(last, line, setting, opens=opens, indented=indented)


def _inside(last: Line, line: Line) -> bool:
    """Whether the lines part inside a number, or behind a ， with nothing that opens a paragraph."""
    number = last.tight[-1].isdecimal() and line.tight[0].isdecimal() and len(last.tight) > 20
    return number or (last.tight[-1] == "，" and not line.gap and line.indent <= last.indent)


def _broken_off(last: Line, line: Line) -> bool:
    """Whether a paragraph broke off though lines are not wrapped at a measure."""
    if closed(last):
        return False
    if last.indent >= line.indent + 2 and _runs_on(last):
        return True
    if line.indent > last.indent or last.tight[-1] in "”）》":
        return False
    return len(last.tight) > _LONG or _clause_breaks(last, line)


def _clause_breaks(last: Line, line: Line) -> bool:
    """Whether a line of two clauses, as no heading without a marker has, goes on in one that is no longer."""
    return (
        len(last.tight) >= _CLAUSES
        and "，" in last.tight
        and not (line.gap or OPENS.match(last.tight))
        and line.width <= last.width + 4
    )


def _wraps(last: Line, line: Line, setting: _Setting, *, opens: bool, indented: bool) -> bool:
    """Whether the line above was full, so that the line is its wrap."""
    full = setting.measure.full(last)
    ended = closed(last)
    if setting.indents and not indented:
        # Where paragraphs open with an indent, a line without one goes on.
        return (
            full and last.tight[-1] not in "。：！？" if opens else full or not (ended or setting.measure.short(last))
        )
    if opens and (ended or not full):
        return False
    if ended and (line.tight[:2] == "特此" or (setting.gaps and line.gap) or setting.measure.room(last, line)):
        return False
    unfinished = (
        len(last.tight) > _LONG
        or ("，" in last.tight and setting.measure.nearly(last))
        or ("。" in last.tight and last.tight[-1] not in "）”》")
    )
    return full or (not ended and not line.gap and unfinished)
