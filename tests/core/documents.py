"""The fixture documents, each parsed once."""

import json
from functools import cache
from pathlib import Path

import gongwen

FIXTURES = Path(__file__).parents[2] / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.txt"))


@cache
def source(name):
    """The fixture's text with every line end as it stands."""
    return (FIXTURES / f"{name}.txt").read_bytes().decode()


@cache
def parsed(name):
    return gongwen.load(FIXTURES / f"{name}.txt")


@cache
def gold(name):
    """What a careful reader finds in the fixture, written by hand."""
    return json.loads((FIXTURES / "gold" / f"{name}.json").read_text(encoding="utf-8"))
