"""Runs the case files in cases/: texts that a clerk can read, with what is to be found in them.

A file is a list of cases. ``# `` opens a comment, ``【框架】`` gives a document around the inputs
(``〔输入〕`` marks the place) for the cases that follow. A case is

    == its title
    依据：the clause or the practice
    -- 输入
    the text
    -- 期望
    字段: 值

A field that is listed several times is a list in this order; ``字段: 无`` says that there is none.
"""

from pathlib import Path

import pytest
from fields_by_name import FIELDS

import gongwen

CASES = Path(__file__).parent / "cases"

# What is known to be wrong: "file: title of the case": the defect.
KNOWN: dict[str, str] = {}


def read(path):
    """The cases of a file: title, text, and the values that each field is to have."""
    frame = "〔输入〕"
    for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, rest = part.partition("\n-- 输入\n")
        text, _, wanted = rest.partition("\n-- 期望\n")
        title = head.split("\n")[0]
        if title.startswith("【框架】"):
            frame = rest.rstrip("\n")
            continue
        yield title, frame.replace("〔输入〕", text), _values(wanted)


def _values(lines):
    values = {}
    for line in filter(None, lines.split("\n")):
        name, _, value = line.partition(": ")
        values.setdefault(name, []).extend([] if value == "无" else [value])
    return values


def _params():
    for path in sorted(CASES.glob("*.txt")):
        for title, text, wanted in read(path):
            name = f"{path.stem}: {title}"
            marks = [pytest.mark.xfail(reason=KNOWN[name], strict=True)] if name in KNOWN else []
            yield pytest.param(text, wanted, id=name, marks=marks)


@pytest.mark.parametrize(("text", "wanted"), list(_params()))
def test_case(text, wanted):
    doc = gongwen.parse(text)
    assert wanted, "the case expects nothing"
    assert {name: FIELDS[name](doc) for name in wanted} == wanted


def test_known_defects_are_of_cases():
    names = {f"{path.stem}: {title}" for path in CASES.glob("*.txt") for title, _, _ in read(path)}
    assert set(KNOWN) <= names
