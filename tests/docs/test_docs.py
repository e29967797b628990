"""The docs are true: their code runs, their output is what comes out, their links lead somewhere."""

import doctest
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("fixtures/*.md")])
CONSOLE = re.compile(r"(?<=```console\n)(?P<command>\$ [^\n]+\n)(?P<shown>.*?)(?=```)", re.DOTALL)
PYCON = re.compile(r"```pycon\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@pages
def test_the_python_code_gives_what_it_says(page, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    # Blanked out but for the code, so that a failure names the line of the page.
    code = ["".join(c if c == "\n" else " " for c in text)]
    for match in PYCON.finditer(text):
        start, end = match.span(1)
        code[0] = code[0][:start] + match[1] + code[0][end:]
    test = doctest.DocTestParser().get_doctest(code[0], {}, page.name, str(page), 0)
    said = []
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert not said, "".join(said)


@pages
def test_the_commands_show_what_they_say(page, rewrite_golden):
    text = page.read_text(encoding="utf-8")
    new = CONSOLE.sub(lambda match: match["command"] + shown_by(match["command"]), text)
    if rewrite_golden:
        page.write_text(new, encoding="utf-8")
    assert new == text, "run pytest tests/docs --rewrite-golden and read the difference"


def shown_by(line):
    command = shlex.split(line.removeprefix("$ "))
    assert command[0] == "gongwen", line
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    run = [sys.executable, "-c", "from gongwen.cli import main; main()", *command[1:]]
    shown = subprocess.run(
        run, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    return "".join(f"{row.rstrip()}\n" for row in shown.stdout.splitlines())


@pages
def test_the_links_lead_somewhere(page):
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def generator():
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["glossary.md", "reference.md"])
def test_the_generated_pages_are_those_of_the_model(name):
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == generator().page(name), "run make docs"


def test_every_role_has_a_chinese_name():
    from typing import get_args

    from gongwen.model import Role
    from gongwen.writing.words import SLOTS

    assert set(get_args(Role)) <= SLOTS.keys()
