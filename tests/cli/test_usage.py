import json
import os
import subprocess
import sys

import pytest

import gongwen

COMMANDS = ("parse", "claims", "explain", "schema", "generate", "evaluate", "completion")


def test_the_help_names_the_commands(run):
    shown = run("--help")
    assert shown.code == 0
    for command in COMMANDS:
        assert f"  {command} " in shown.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_in_chinese_and_has_examples(run, command):
    shown = run(command, "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"用法：gongwen {command}")
    assert f"示例：\n  {'eval' if command == 'completion' else f'gongwen {command}'}" in shown.out
    assert "Usage" not in shown.out
    for word in ("OPTIONS", "required", "x>=", "\n\n\n"):
        assert word not in shown.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["parse"], "缺少文件…"),
        (["parse", "甲", "--formt", "json"], "没有选项 --formt（是否要用 --format"),
        (["parse", "甲", "--format", "xml"], "选项 --format 的值不对，可用的有：text、json"),
        (["parse", "甲", "--date", "2022"], "选项 --date 的值不对，应为 2023-01-15"),
        (["parse", "甲", "--keys"], "选项 --keys 的用法不对"),
        (["prase", "甲"], "没有命令 prase"),
        (["schema", "甲"], "参数太多"),
        (["claims", "甲", "--format", "xlsx"], "xlsx 要写入文件"),
    ],
)
def test_wrong_usage_is_said_in_chinese(run, args, said):
    shown = run(*args)
    assert shown.code == 2
    assert shown.out == ""
    assert said in shown.err


def test_the_version(run):
    assert run("--version").out == f"gongwen {gongwen.__version__}\n"


def test_the_schema_accepts_what_parse_gives_and_explains_each_field(run):
    schema = json.loads(run("schema").out)
    assert schema["properties"]["number"]["description"] == "发文字号 (7.2.5)."
    assert schema["additionalProperties"] is False
    chinese = json.loads(run("schema", "--keys", "zh").out)
    assert chinese["properties"]["发文字号"]["description"] == "发文字号 (7.2.5)."


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_of_each_shell(run, shell):
    assert "_GONGWEN_COMPLETE" in run("completion", shell).out


def process(*args, **kwargs):
    command = [sys.executable, "-c", "from gongwen.cli import main; main()", *map(str, args)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False, **kwargs)


def test_completion_offers_the_commands():
    shown = process(
        env={**os.environ, "_GONGWEN_COMPLETE": "bash_complete", "COMP_WORDS": "gongwen cl", "COMP_CWORD": "1"}
    )
    assert "claims" in shown.stdout


def loaded(*args):
    """The modules that a run of the command line loads."""
    code = (
        "import sys\nfrom gongwen.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *map(str, args)]
    return set(subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True).stderr.split())


def test_the_help_loads_nothing_heavy():
    assert not loaded("--help") & {"pydantic", "rich", "yaml", "regex", "lxml", "openpyxl", "jieba", "gongwen.model"}


def test_a_parse_of_text_to_json_loads_no_other_format(reply):
    assert not loaded("parse", reply, "--format", "json") & {
        "rich", "yaml", "lxml", "openpyxl", "jieba", "pdfplumber", "pypdfium2", "olefile", "polars", "pandas",
    }  # fmt: skip


def test_a_reader_that_goes_away_is_no_error(reply):
    run = "from gongwen.cli import main; main()"
    command = [sys.executable, "-c", run, "parse", *[str(reply)] * 40, "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as gone:
        gone.stdout.readline()
        gone.stdout.close()
        assert "Traceback" not in gone.stderr.read()
