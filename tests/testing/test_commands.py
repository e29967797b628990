"""gongwen generate and gongwen evaluate, as a user runs them."""

import json
from pathlib import Path

import pytest

from gongwen.cli import main
from gongwen.model import Document


def run(*arguments):
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return left.value.code


def test_generate_and_evaluate(tmp_path, capsys):
    assert run("generate", "-n", 3, "--seed", 7, "--kind", "请示", "--noise", "pdf", "--out", tmp_path) == 0
    gold = sorted((tmp_path / "gold").iterdir())
    assert [path.stem for path in gold] == [path.stem for path in sorted((tmp_path / "text").iterdir())]
    for path in gold:
        document = Document.from_json(path.read_text(encoding="utf-8"))
        assert document.text == (tmp_path / "text" / f"{path.stem}.txt").read_bytes().decode()
    capsys.readouterr()
    assert run("evaluate", tmp_path / "gold", tmp_path / "gold", "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["documents"] == 3
    assert {row["f1"] for row in figures["groups"].values() if row["gold"]} == {1.0}


def test_the_table_names_groups_and_differences(tmp_path, capsys):
    run("generate", "-n", 2, "--kind", "通知", "--layout", "letterhead", "--out", tmp_path)
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    for path in (tmp_path / "gold").iterdir():
        found = json.loads(path.read_text(encoding="utf-8")) | {"kind": "通报"}
        (wrong / path.name).write_text(json.dumps(found), encoding="utf-8")
    capsys.readouterr()
    assert run("evaluate", wrong, tmp_path / "gold", "--errors", 1) == 0
    shown = capsys.readouterr().out
    assert "kind：应为 '通知'，得到 '通报'" in shown
    assert "版头与标题" in shown


def test_what_has_no_prediction_is_said(tmp_path, capsys):
    run("generate", "-n", 2, "--out", tmp_path)
    (tmp_path / "none").mkdir()
    assert run("evaluate", tmp_path / "none", tmp_path / "gold") == 1
    assert capsys.readouterr().err.count("没有结果：") == 2


@pytest.mark.parametrize("form", ["html", "docx", "ofd", "pdf"])
def test_other_formats(tmp_path, form):
    assert run("generate", "-n", 2, "--format", form, "--out", tmp_path) == 0
    assert {path.suffix for path in (tmp_path / "text").iterdir()} == {f".{form}"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "--kind", "天书", "--out", "x"), "没有这样的文种"),
        (("generate", "--noise", "雨", "--out", "x"), "没有这样的噪声"),
        (("evaluate", "没有", "也没有"), "没有 没有"),
    ],
)
def test_wrong_usage(arguments, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == 2
    assert said in capsys.readouterr().err
    assert not any(Path(tmp_path).rglob("*.json"))
