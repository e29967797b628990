"""Patterns kept from one run to the next are the ones that Python would compile."""

import marshal
import os
import re
import subprocess
import sys

import pytest

from gongwen.cli import patterns


@pytest.fixture
def parse(reply, tmp_path):
    """A process that parses, with a cache of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-c", "from gongwen.cli import main; main()", "parse", "--format", "json", str(reply)]

    def parse(**more):
        run = subprocess.run(command, env=environment | more, capture_output=True, check=True, timeout=120)
        assert run.stderr == b""
        return run.stdout

    return parse


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "gongwen" / f"patterns.{sys.implementation.cache_tag}"


def test_a_second_run_gives_the_same(parse, path):
    first = parse()
    before = path.stat().st_mtime_ns
    assert parse() == first
    assert path.stat().st_mtime_ns == before, "nothing new was compiled, nothing is written"


def test_what_is_kept_is_what_python_compiles(parse, path):
    import _sre

    parse()
    _, found = marshal.loads(path.read_bytes())
    assert len(found) > 50
    for (pattern, flags), parts in found.items():
        assert _sre.compile(pattern, *parts) == re.compile(pattern, flags)


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", marshal.dumps((1, {})), marshal.dumps((None, 3))],
    ids=["empty", "nonsense", "other", "odd"],
)
def test_a_broken_file_is_passed_over(parse, path, content):
    first = parse()
    path.write_bytes(content)
    assert parse() == first


def test_code_that_is_none_is_not_taken(parse, path):
    first = parse()
    magic, found = marshal.loads(path.read_bytes())
    broken = {key: (parts[0], [7, 7, 7], *parts[2:]) for key, parts in found.items()}
    path.write_bytes(marshal.dumps((magic, broken)))
    assert parse() == first


def test_a_cache_that_cannot_be_written_is_no_error(parse, tmp_path):
    first = parse()
    (tmp_path / "none").write_text("a file and no folder")
    assert parse(XDG_CACHE_HOME=str(tmp_path / "none")) == first


def test_where_there_is_no_room_it_begins_anew(parse, path):
    parse()
    magic, found = marshal.loads(path.read_bytes())
    one = next(iter(found.values()))
    path.write_bytes(marshal.dumps((magic, {(f"old {n}", 0): one for n in range(480)})))
    parse()
    _, found = marshal.loads(path.read_bytes())
    assert not any(pattern.startswith("old ") for pattern, _ in found)


def test_a_program_that_calls_main_keeps_nothing(run, reply, monkeypatch):
    monkeypatch.setattr(patterns, "keep", lambda: pytest.fail("kept"))
    assert run("parse", reply).code == 0
