"""Evaluation: its figures, and that they are those of the measure that the gold comes with."""

import json
import subprocess
import sys

import pytest

from gongwen.testing import evaluate, generate
from gongwen.testing.evaluation import Case, evaluate_cases
from gongwen.testing.evaluation.rows import rows_of_document

NAMES = {
    "document.fields right": "documents with all fields right",
    "document.structure right": "documents with all structure right",
    "claims.period, where there is one": "claims.period where there is one",
}


def data(document):
    return json.loads(document.to_json())


def scores(wanted, found):
    return evaluate_cases([Case("one", rows_of_document(data(wanted)), wanted.text, found)])


@pytest.fixture
def specimen():
    return generate(12, kind="报告", layout="upward").document


def test_what_is_right_scores_one(specimen):
    evaluation = scores(specimen, data(specimen))
    assert {name: tally.f1 for name, tally in evaluation.groups.items() if tally.wanted} == dict.fromkeys(
        (name for name, tally in evaluation.groups.items() if tally.wanted), 1.0
    )
    assert not evaluation.errors


def test_a_wrong_field_is_a_miss_and_a_surplus(specimen):
    found = data(specimen)
    found["kind"] = "请示"
    tally = scores(specimen, found).fields["kind"]
    assert (tally.hits, tally.extra, tally.missed) == (0, 1, 1)


def test_a_lost_claim_lowers_recall_alone(specimen):
    found = data(specimen)
    found["claims"] = found["claims"][1:]
    tally = scores(specimen, found).groups["claims"]
    assert tally.precision == 1.0
    assert tally.recall == pytest.approx(1 - 1 / len(specimen.claims))


def test_a_wrong_attribute_counts_under_the_star(specimen):
    found = data(specimen)
    found["claims"][0]["modality"] = "condition"
    groups = scores(specimen, found).groups
    assert groups["claims"].f1 == 1.0
    assert groups["claims*"].hits == len(specimen.claims) - 1


def test_a_section_at_another_depth_counts_under_the_star(specimen):
    found = data(specimen)
    section = found["body"]["sections"].pop(1)
    found["body"]["sections"][0]["children"].append(section)
    groups = scores(specimen, found).groups
    assert groups["structure"].f1 == 1.0
    assert groups["structure*"].f1 < 1.0


def test_blanks_and_width_do_not_matter(specimen):
    found = data(specimen)
    found["title"]["clean"] = " ".join(found["title"]["clean"])
    assert scores(specimen, found).fields["title"].f1 == 1.0


@pytest.mark.parametrize("found", [None, [], {"text": "另一份"}, {"text": None}])
def test_what_is_no_prediction_finds_nothing(specimen, found):
    evaluation = scores(specimen, found)
    assert evaluation.groups["header"].hits == 0
    assert evaluation.attributes["documents with all fields right"] == 0.0


def test_folders(tmp_path, specimen):
    for folder in ("gold", "found"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.json").write_text(specimen.to_json(), encoding="utf-8")
    (tmp_path / "gold" / "b.json").write_text(specimen.to_json(), encoding="utf-8")
    evaluation = evaluate(tmp_path / "found", tmp_path / "gold")
    assert evaluation.documents == 2
    assert [line.partition(":")[0] for line in evaluation.absent] == ["b"]
    assert evaluation.groups["header"].recall == 0.5


def test_quoted_gold_gives_the_figures_of_its_own_measure(tmp_path, shared):
    """On every document of the shared gold, predictions that are right, wrong and broken."""
    gold = shared / "eval" / "gold"
    for n, path in enumerate(sorted(gold.glob("*.json"))):
        with (shared / "eval" / "text" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        (tmp_path / path.name).write_text(json.dumps(spoilt(text, n), ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, str(shared / "eval" / "score.py"), "--pred", str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = evaluate(tmp_path, gold).as_dict()
    assert {name.replace(", every attribute", "*"): row for name, row in theirs["groups"].items()} == ours["groups"]
    assert {name.replace(".full", "*"): row for name, row in theirs["fields"].items()} == ours["fields"]
    assert {NAMES.get(name, name): row for name, row in theirs["attr"].items()} == ours["attributes"]


def spoilt(text, n):
    """What the parser finds, spoilt in a different way from document to document."""
    import gongwen

    found = data(gongwen.parse(text))
    match n % 5:
        case 0:
            found["claims"] = found["claims"][::2] * 2
        case 1:
            found["citations"] = [{**c, "title": (c["title"] or "")[1:]} for c in found["citations"]]
        case 2:
            found["recipients"] = found["copies"]
            found["body"]["sections"] = found["body"]["sections"][1:]
        case 3 if n % 2:
            return {"text": "别的"}
    for claim in found["claims"]:
        if n % 3 == 0:
            claim["metric"], claim["quantity"]["value"] = None, "1" + claim["quantity"]["value"]
    return found
