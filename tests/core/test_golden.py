"""The whole JSON of each fixture against a golden file; ``make golden`` writes them anew, and the diff is read."""

import json
from pathlib import Path

import pytest
from documents import NAMES, parsed

from gongwen.model import Document

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 150


def pretty(value, indent=""):
    """JSON with a line for each thing that fits on one: short enough to read, stable enough to diff."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, dict | list):
        return line
    inner = indent + " "
    if isinstance(value, dict):
        rows = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {pretty(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + indent + "}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + "\n" + indent + "]"


def dump(doc):
    return pretty(json.loads(doc.to_json(text=False))) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_golden(name, rewrite_golden):
    path = GOLDEN / f"{name}.json"
    if rewrite_golden:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(dump(parsed(name)), encoding="utf-8")
    assert path.exists(), f"no golden file for {name}: make golden"
    assert dump(parsed(name)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_golden_is_a_document(name):
    """What was written loads again as the same document."""
    data = (GOLDEN / f"{name}.json").read_text(encoding="utf-8")
    assert Document.from_json(data, text=parsed(name).text) == parsed(name)


def test_no_golden_file_without_its_fixture():
    assert {path.stem for path in GOLDEN.glob("*.json")} <= set(NAMES)
