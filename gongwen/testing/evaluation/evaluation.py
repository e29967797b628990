"""The verbs: gather predictions and gold, compare, report."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gongwen.testing.evaluation.bare import bare
from gongwen.testing.evaluation.comparison import Comparison
from gongwen.testing.evaluation.quotes import rows_of_gold
from gongwen.testing.evaluation.rows import Data, Rows, rows_of_document
from gongwen.testing.evaluation.scores import GROUPS, Scores, Tally


@dataclass(frozen=True, slots=True)
class Case:
    """One document of the comparison."""

    name: str
    wanted: Rows
    text: str
    found: Any
    """The prediction as JSON gives it; None where there is none."""


@dataclass(slots=True)
class Evaluation:
    """What came of it."""

    documents: int = 0
    absent: list[str] = field(default_factory=list)
    """Gold without a prediction that can be read; it counts as one that found nothing."""
    scores: Scores = field(default_factory=Scores)
    means: dict[str, float] = field(default_factory=dict)
    """Of each group the mean of the documents' F1."""

    @property
    def groups(self) -> dict[str, Tally]:
        """The tallies of the groups of fields."""
        return self.scores.groups()

    @property
    def fields(self) -> dict[str, Tally]:
        """The tallies of the fields."""
        return dict(self.scores.fields)

    @property
    def attributes(self) -> dict[str, float]:
        """Of the rows that were found the part whose attribute is right."""
        return {name: sum(marks) / len(marks) for name, marks in sorted(self.scores.marks.items()) if marks}

    @property
    def errors(self) -> list[str]:
        """The single differences."""
        return self.scores.errors

    def as_dict(self) -> Data:
        """The figures as plain data."""
        marks = self.scores.marks
        return {
            "documents": self.documents,
            "absent": self.absent,
            "groups": {name: {**_figures(tally), "mean": self.means.get(name)} for name, tally in self.groups.items()},
            "fields": {name: _figures(tally) for name, tally in self.fields.items()},
            "attributes": {name: {"accuracy": value, "n": len(marks[name])} for name, value in self.attributes.items()},
        }


def _figures(tally: Tally) -> Data:
    return {"f1": tally.f1, "precision": tally.precision, "recall": tally.recall, "gold": tally.wanted}


def evaluate(
    predictions: str | Path, gold: str | Path, *, texts: str | Path | None = None, names: Iterable[str] = ()
) -> Evaluation:
    """Compare a folder (or file) of Document JSON with a folder (or file) of gold.

    Gold is Document JSON too, or quotes a text of the same name in ``texts``, by default the folder
    ``text`` beside the gold's. ``names`` picks single documents. Raises FileNotFoundError where there is no gold.
    """
    absent: list[str] = []
    found = cases(Path(predictions), Path(gold), Path(texts) if texts else None, frozenset(names), absent)
    evaluation = evaluate_cases(found)
    evaluation.absent = absent
    return evaluation


def evaluate_cases(found: Iterable[Case]) -> Evaluation:
    """Compare the cases, one by one."""
    evaluation = Evaluation()
    means: defaultdict[str, list[float]] = defaultdict(list)
    for case in found:
        scores = _compare(case)
        evaluation.documents += 1
        evaluation.scores.include(scores)
        for name, tally in scores.groups().items():
            if tally.wanted:
                means[name].append(tally.f1 or 0.0)
    evaluation.means = {name: sum(means[name]) / len(means[name]) for name in GROUPS if name in means}
    return evaluation


def cases(
    predictions: Path, gold: Path, texts: Path | None, names: frozenset[str], absent: list[str]
) -> Iterator[Case]:
    """The gold with its predictions; what has none is noted in ``absent``."""
    for path in _gold_files(gold):
        if names and path.stem not in names:
            continue
        wanted, text = _wanted(path, texts)
        file = predictions / f"{path.stem}.json" if predictions.is_dir() else predictions
        prediction = None
        try:
            prediction = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            absent.append(f"{path.stem}: {error}")
        yield Case(path.stem, wanted, text, prediction)


def _gold_files(gold: Path) -> list[Path]:
    if gold.is_file():
        return [gold]
    files = sorted(gold.glob("*.json"))
    if not files:
        raise FileNotFoundError(f"no gold in {gold}")
    return files


def _wanted(path: Path, texts: Path | None) -> tuple[Rows, str]:
    """What a gold file wants, and the text that it speaks of."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(gold.get("text"), str):
        return rows_of_document(gold), gold["text"]
    folder = texts or path.parent.parent / "text"
    with (folder / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    return rows_of_gold(gold, text), text


def _compare(case: Case) -> Scores:
    found, complaint = _found(case)
    usable = found is not None
    scores = Comparison(case.name, found or rows_of_document(None), case.wanted).run(usable=usable)
    if complaint:
        scores.errors.insert(0, f"{case.name} {complaint}")
        scores.fields["malformed"].extra += 1
    if usable:
        scores.marks["text.exact"].append(case.found["text"] == case.text)
        scores.marks["spans.honest"].extend(_honest(case.found, case.found["text"]))
    return scores


def _found(case: Case) -> tuple[Rows | None, str | None]:
    """The rows of the prediction, or why there are none."""
    if case.found is None:
        return None, None
    if not (isinstance(case.found, dict) and isinstance(case.found.get("text"), str)):
        return None, "the prediction is no document with a text"
    if bare(case.found["text"]) != bare(case.text):
        return None, "the prediction holds another text"
    try:
        return rows_of_document(case.found), None
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        return None, f"the prediction is not of the model's form: {type(error).__name__}: {error}"


def _honest(value: Any, text: str) -> Iterator[bool]:
    """For every part with spans and text, whether the spans give the text."""
    if isinstance(value, list):
        for item in value:
            yield from _honest(item, text)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _honest(item, text)
        if value.get("spans") and isinstance(value.get("text"), str):
            yield _gives(value, text)


def _gives(part: Data, text: str) -> bool:
    try:
        return bool("".join(text[a:b] for a, b in part["spans"]) == part["text"])
    except (TypeError, ValueError):
        return False
