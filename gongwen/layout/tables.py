"""Tables that reached the text as lines: rows with tabs, or one cell a line with a column of numbers."""

from __future__ import annotations

import re
from itertools import pairwise

from gongwen.layout.lines import Line

_HEADS = {"序号", "编号", "排名", "名次", "项目", "指标", "单位"}
_LEAP = 10
"""Row numbers that may be left out."""
_LONGEST = 400
"""Lines from one row number to the next, at most."""


def table_lines(lines: list[Line]) -> set[int]:
    """The indexes of lines that are rows or cells of a table."""
    found = _tabbed(lines) | _rows(lines)
    numbers = [(i, int(line.tight)) for i, line in enumerate(lines) if len(line.tight) <= 3 and line.tight.isdecimal()]
    run: list[int] = []
    for i, n in [*numbers, (-1, -1)]:
        if run and not 0 < n - int(lines[run[-1]].tight) <= _LEAP:
            found |= _region(lines, run)
            run = []
        if run or n == 1:
            run.append(i)
    return found


def _tabbed(lines: list[Line]) -> set[int]:
    """Rows whose cells stand between tabs: two such lines or more, one below the other."""
    rows = {i for i, line in enumerate(lines) if line.tabs}
    return {i for i in rows if i - 1 in rows or i + 1 in rows}


_LATIN = re.compile(" (?<=[A-Za-z] )(?=[A-Za-z])")
"""The blank between two words, which parts no cells."""
_CELLS = re.compile(r"[^。；：]+")


def _rows(lines: list[Line]) -> set[int]:
    """Rows of three cells or more, set apart by blanks, under a row of column heads."""
    found: set[int] = set()
    rows: list[int] = []
    for i, line in enumerate([*lines, None]):
        if (
            line is not None
            and line.chars.count(" ") >= 2
            and len(_LATIN.sub("", line.chars).split()) >= 3
            and _CELLS.fullmatch(line.chars)
        ):
            rows.append(i)
            continue
        if len(rows) >= 3 and (lines[rows[0]].chars.split()[0] in _HEADS or lines[rows[1]].tight[0].isdigit()):
            found.update(rows)
        rows = []
    return found


def _region(lines: list[Line], run: list[int]) -> set[int]:
    """From the head of the columns to the last cell of the last row."""
    gaps = [b - a for a, b in pairwise(run)]
    if len(run) < 3 or min(gaps) < 2 or max(gaps) > _LONGEST:
        return set()
    start = run[0]
    while (
        start
        and run[0] - start < 12
        and len(lines[start - 1].tight) < 24
        and not re.search("[。；：]", lines[start - 1].tight)
    ):
        start -= 1
        if lines[start].tight in _HEADS:
            break
    else:
        start = run[0]
    return set(range(start, min(len(lines), run[-1] + sorted(gaps)[len(gaps) // 2])))
