"""版记 (GB/T 9704-2012 7.4): 抄送机关, 印发机关和印发日期, 份数."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from gongwen.fields.parties import split_parties
from gongwen.grammar.dates import find_date, iso
from gongwen.grammar.numerals import integer
from gongwen.layout import Ground, Line, Sheet
from gongwen.lexicon import Lexicon
from gongwen.model import Agency, Copy, Date, Imprint
from gongwen.text import Text, join

_LABEL = re.compile(r"(?P<word>抄送|抄报|主送|分送|发送|报送|抄发|印送|抄|报|送|发)(?:单位|机关|部门)?：")
_ROLES: dict[str, Literal["抄送", "抄报", "主送", "分送"]] = {
    "抄送": "抄送", "抄报": "抄报", "主送": "主送", "分送": "分送", "发送": "主送", "报送": "抄报",
    "抄发": "抄送", "印送": "分送", "抄": "抄送", "报": "抄报", "送": "抄送", "发": "主送",
}  # fmt: skip
_RUN = re.compile(r"(?P<n>\d+|[一二三四五六七八九十百千]+)份")
_LAST = re.compile(".*[、，：；。]")
_OWN = re.compile("[省市县区州各]")
"""What the short name of a body opens with."""
_PRINTED = re.compile(r"印发机关|印发单位|印制单位|承办单位|：")


def find_copies(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> tuple[Copy, ...]:
    """抄送, 抄报, and 主送 and 分送 that stand in the imprint: one entry for each party."""
    copies: list[Copy] = []
    group = 0
    for element in sheet.all("copies"):
        for lines in _lists(element.lines, lexicon):
            text = ground.text(lines)
            label = _LABEL.match(text.chars)
            role = _ROLES[label["word"]] if label else copies[-1].role if copies else "抄送"
            for party in split_parties(text[label.end() :] if label else text, lexicon, group):
                place = party.text.place()
                copies.append(Copy(name=str(place["clean"]), group=party.group, role=role, **place))
                group = party.group + 1
    return tuple(copies)


def _lists(lines: list[Line], lexicon: Lexicon) -> list[list[Line]]:
    """The lines of each list: a name may end with its line without a mark, and the next line open another."""
    lists = [[lines[0]]]
    for last, line in pairwise(lines):
        whole = lexicon.is_agency(_LAST.sub("", last.tight)) and _OWN.match(line.tight) is not None
        if whole:
            lists.append([line])
        else:
            lists[-1].append(line)
    return lists


def find_imprint(ground: Ground, sheet: Sheet) -> Imprint | None:
    """印发机关 and 印发日期 (7.4.3), with the print run where it is printed."""
    elements = sheet.all("imprint")
    runs = sheet.all("print_run")
    if not elements and not runs:
        return None
    texts = [ground.text(element.lines) for element in elements]
    agency: Agency | None = None
    date: Date | None = None
    for text in (t.tight() for t in texts):
        match = find_date(text.chars)
        value = iso(match) if match else None
        if match and value and date is None:
            date = Date(value=value, **text.place(*match.span()))
        agency = agency or _agency(text[: match.start()] if match else text)
    number = next((m for e in (*runs, *elements) if (m := _RUN.search(ground.text(e.lines).tight().chars))), None)
    whole = (
        join(sorted([*texts, *(ground.text(e.lines) for e in runs)], key=lambda text: text.offset(0)))
        if _adjacent(ground, sheet)
        else texts[0]
        if texts
        else ground.text(runs[0].lines)
    )
    return Imprint(agency=agency, date=date, print_run=integer(number["n"]) if number else None, **whole.place())


def _agency(text: Text) -> Agency | None:
    label = _PRINTED.match(text.chars)
    text = text[label.end() :] if label else text
    text = text.strip("：，、 印发日期机关" if label else " ，：")
    return Agency(name=text.clean(), **text.place()) if len(text) > 1 else None


def _adjacent(ground: Ground, sheet: Sheet) -> bool:
    lines = sorted(
        (line for slot in ("imprint", "print_run") for e in sheet.all(slot) for line in e.lines),
        key=lambda line: line.start,
    )
    return all(not ground.folded[a.end : b.start].strip() for a, b in pairwise(lines))
