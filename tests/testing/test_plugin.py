"""The pytest plugin, run as its users run it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(pytester, source, *arguments):
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *arguments)


def test_samples_by_kind(pytester):
    result = run(
        pytester,
        """
        def test_samples(gongwen_samples, gongwen_document):
            assert {"请示", "通知", "令", "纪要"} <= set(gongwen_samples)
            sample = gongwen_samples["请示"][0]
            assert sample.document.text == sample.text
            assert sample.path.read_text(encoding="utf-8") == sample.text
            assert gongwen_document.kind == "请示"
        """,
    )
    result.assert_outcomes(passed=1)


def test_made_to_measure(pytester):
    result = run(
        pytester,
        """
        def test_made(make_gongwen):
            made = make_gongwen(kind="请示", signers=3, noise="pdf")
            assert len(made.document.signers) == 3
            assert made.document.text == made.text
            assert make_gongwen(seed=1).text != make_gongwen(seed=2).text
        """,
    )
    result.assert_outcomes(passed=1)


def test_the_mark_gives_a_test_for_each_document(pytester):
    result = run(
        pytester,
        """
        import pytest

        @pytest.mark.gongwen(kinds=["请示", "通知"], n=5, seed=7)
        def test_each(gongwen_specimen):
            assert gongwen_specimen.kind in {"请示", "通知"}
        """,
        "--strict-markers",
        "-v",
    )
    result.assert_outcomes(passed=5)


def test_a_mark_that_is_misspelt_is_said(pytester):
    result = run(
        pytester,
        """
        import pytest

        @pytest.mark.gongwen(kind="请示")
        def test_each(gongwen_specimen): ...
        """,
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*没有这样的参数：kind；gongwen(kinds=None,*"])


def test_an_attribute_that_differs_is_named(pytester):
    result = run(
        pytester,
        """
        def test_it(assert_gongwen):
            text = "关于检查情况的通报\\n\\n各县水利局：\\n　　2022年，全市排查水库隐患36处。\\n"
            assert_gongwen(text, claims=[{"value": 36, "unit": "处", "period": "2021", "modality": "target"}])
        """,
    )
    result.stdout.fnmatch_lines(["*≠ 36处：period 应为 2021，得到 2022，modality 应为 target，得到 actual*第 4 行第*"])


def test_of_many_surplus_values_some_are_shown(pytester):
    result = run(
        pytester,
        """
        def test_it(assert_gongwen, make_gongwen):
            names = "、".join(f"{n}县水利局" for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯")
            assert_gongwen(f"关于检查的通知\\n\\n{names}：\\n　　现通知如下。\\n", recipients=[])
        """,
    )
    result.stdout.fnmatch_lines(["*recipients（应有 0 项，得到 14 项）：", "*+ 丑县水利局*", "*+ ……另有 2 项"])


def test_workers_agree(pytester):
    source = """
        import pytest

        @pytest.mark.gongwen(n=6)
        def test_each(gongwen_specimen):
            assert gongwen_specimen.document
        """
    run(pytester, source, "-n", "2").assert_outcomes(passed=6)


def test_a_corpus_of_several_formats(pytester):
    result = run(
        pytester,
        """
        import gongwen, json

        def test_corpus(gongwen_corpus):
            folder = gongwen_corpus(5, kind="通知", layout="letterhead")
            files = sorted(p for p in folder.iterdir() if p.suffix != ".json")
            assert {p.suffix for p in files} == {".txt", ".html", ".docx", ".ofd", ".pdf"}
            for path in files:
                gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
                document = gongwen.load(path)
                assert document.text == gold["text"]
                assert document.number.spans == tuple(map(tuple, gold["number"]["spans"]))
        """,
    )
    result.assert_outcomes(passed=1)


def test_a_difference_reads_well(pytester):
    result = run(
        pytester,
        """
        TEXT = "霖州市水利局关于开展汛前检查的通知\\n\\n各县水利局：\\n　　为确保安全度汛，现通知如下：\\n　　一、全面排查\\n　　对水库逐座检查。\\n　　二、限期整改\\n　　对3处隐患限期整改。\\n\\n　　　　霖州市水利局\\n　　　　2023年4月3日\\n"

        def test_right(assert_gongwen):
            assert_gongwen(
                TEXT, kind="通知", recipients=["各县水利局"], date="2023-04-03", number=None,
                sections=["一、全面排查", "限期整改"], claims=[{"value": 3, "unit": "处"}],
            )

        def test_wrong(assert_gongwen):
            assert_gongwen(TEXT, kind="通报", sections=["一、全面排查", "二、立即整改"], claims=["5处"])
        """,
    )
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*公文与预期不符（霖州市水利局关于开展汛前检查的通知）：",
            "*kind：",
            "*应为 通报",
            "*得到 通知*",
            "*sections（应有 2 项，得到 2 项）：",
            "*- 二、立即整改",
            "*+ 二、限期整改*第 7 行第 3 列*",
            "*claims（应有 1 项，得到 1 项）：",
            "*- 5处",
            "*+ *quantity=3处*第 8 行*",
        ]
    )


def test_a_field_that_is_none_is_named(pytester):
    result = run(pytester, "def test_it(assert_gongwen):\n    assert_gongwen('', 文号='1')\n")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*TypeError: 没有字段 文号，可用的有：kind、*"])


def test_nothing_is_imported_before_it_is_used(pytester):
    result = run(
        pytester,
        """
        import sys

        def test_light():
            loaded = {name for name in sys.modules if name.startswith("gongwen")}
            assert loaded <= {"gongwen", "gongwen.testing", "gongwen.testing.plugin"}
            assert not {"pydantic", "jieba", "lxml"} & set(sys.modules)
        """,
    )
    result.assert_outcomes(passed=1)


def test_fixtures_are_described(pytester):
    result = pytester.runpytest_subprocess("--fixtures", "-q")
    result.stdout.fnmatch_lines_random(
        [
            "gongwen_samples*",
            "    随包的公文样本*",
            "make_gongwen*",
            "    生成公文*",
            "assert_gongwen*",
            "    断言公文的字段*",
        ]
    )


def test_the_example_project():
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    result = subprocess.run(
        command, cwd=ROOT / "examples" / "pytest_project", env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout
