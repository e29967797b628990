"""Words where a stretch has to be cut: whole ones, whoever cuts them."""

import subprocess
import sys

import pytest

from gongwen.claims import segment

TEXT = "申请人近两年内无重大违法记录且渔港登记在册职工人数"


@pytest.mark.parametrize(("inside", "word"), [("法", "违法"), ("违", "违法"), ("工", "职工"), ("录", "记录")])
def test_the_word_that_holds_a_character(inside, word):
    at = TEXT.index(word) + word.index(inside)
    assert segment.word_at(TEXT, at, 0, len(TEXT)) == TEXT.index(word)


def test_no_further_than_the_stretch():
    at = TEXT.index("法")
    assert segment.word_at(TEXT, at, at, len(TEXT)) == at
    assert segment.word_at(TEXT, 0, 0, len(TEXT)) == 0


def test_rjieba_cuts_alike():
    rjieba = pytest.importorskip("rjieba", reason="the extra fast is not installed")
    cut = segment._jieba()
    for text in (TEXT, "力争2025年底前建成国家级产业园区3个", "每亩渔获量、PM2.5平均浓度", ""):
        assert rjieba.cut(text, hmm=False) == cut(text)


def test_it_leaves_the_common_tokenizer_and_the_temporary_directory_alone(tmp_path):
    code = (
        "import os; from gongwen.claims import segment; cut = segment._jieba(); import jieba;"
        "assert cut('在册职工') == ['在册', '职工']; assert not jieba.dt.initialized;"
        "assert os.listdir(os.environ['TMPDIR']) == []"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
