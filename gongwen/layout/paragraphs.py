"""Paragraphs: lines rejoined where a page or a line broke them."""

from __future__ import annotations

import re
from typing import NamedTuple

from gongwen.layout.elements import Ground
from gongwen.layout.lines import Line
from gongwen.text import Text

_OPENS = re.compile(
    r"(?:[一二三四五六七八九十百]{1,4}、|（[一二三四五六七八九十]{1,3}）|\d{1,3}[.、](?!\d)|（\d{1,2}）|[①-⑳]|第[一二三四五六七八九十百零\d]{1,5}[章条节编部]|——)"
)
_CLOSED = "。！？；："
_LONG = 40
"""Characters from which a line that breaks off is taken for a broken paragraph in a text that is not hard-wrapped."""
_RAGGED = 7
"""Columns by which a full line may fall short: a Latin word or a closing mark moved down."""


def paragraphs(ground: Ground, lines: list[Line], measure: int) -> list[Text]:
    """The paragraphs that the lines make up, each without layout blanks."""
    runs: list[list[Line]] = []
    setting = _setting(lines, measure)
    for line in lines:
        if runs and _goes_on(ground, runs[-1][-1], line, setting):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [ground.text(run) for run in runs]


def _wrap_indent(lines: list[Line], measure: int) -> int:
    """The indent of lines that go on with a paragraph: the smallest behind a full line that closes no sentence."""
    behind = [
        line.indent
        for last, line in zip(lines, lines[1:], strict=False)
        if last.width >= measure - _RAGGED and last.tight[-1] not in _CLOSED
    ]
    return min(behind, default=0)


def _open(tight: str) -> bool:
    """Whether a title in 《》 or a bracket opened on the line is closed only on the next."""
    return tight.rfind("《") > tight.rfind("》") or tight.rfind("〔") > tight.rfind("〕") or (
        tight.rfind("（") > tight.rfind("）") and len(tight) > 20
    )


class _Setting(NamedTuple):
    """How the lines are set."""

    measure: int
    """The columns of a full line, 0 where the text is not hard-wrapped."""
    wrap: int
    """The indent of lines that go on with a paragraph."""
    indents: bool
    """Whether paragraphs open with an indent."""


def _setting(lines: list[Line], measure: int) -> _Setting:
    if not measure:
        return _Setting(0, 0, indents=False)
    wrap = _wrap_indent(lines, measure)
    opening = sum(line.indent >= wrap + 2 for line in lines)
    return _Setting(measure, wrap, indents=opening > 0.2 * len(lines))


def _goes_on(ground: Ground, last: Line, line: Line, setting: _Setting) -> bool:
    """Whether a line goes on with the paragraph of the line above."""
    measure, wrap, indents = setting
    if last.row == line.row:
        return True
    if _open(last.tight) or (last.tight[-1].isdecimal() and line.tight[0].isdecimal() and len(last.tight) > 20):
        return True
    opens = _OPENS.match(line.tight) is not None
    closed = last.tight[-1] in _CLOSED
    if not measure:
        broken = len(last.tight) > _LONG and not closed and last.tight[-1] not in "”）》"
        return broken and not opens and line.indent <= last.indent
    full = last.width >= measure - _RAGGED
    indented = line.indent >= wrap + 2
    crossing = ground.holes and ground.between(last.end, line.start)
    if crossing and not closed and not opens and not indented:
        return True
    if indented and (opens or closed or last.indent < wrap + 2 or line.indent != last.indent):
        return False
    if indents and full and last.tight[-1] != "。":
        return True  # where paragraphs open with an indent, a line without one goes on
    if opens and (indented or closed or not full):
        return False
    return full or (not closed and not line.gap and len(last.tight) > _LONG)
