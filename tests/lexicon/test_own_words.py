"""A user's own lexicon: words beside those of the package, and what is said where the file is wrong."""

import time

import pytest

import gongwen
from gongwen import Lexicon

TEXT = """滨江创客港
关于开放共享实验室的督办单

数谷联盟、滨江创客港：
　　今年已开放实验室120间房，请继续落实。

　　　　　　　　　　滨江创客港
　　　　　　　　　　2022年5月3日
"""

OWN = """
[[kind]]
name = "督办单"
direction = "down"

[agencies]
names = ["滨江创客港", "数谷联盟"]
"""


def own(tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return Lexicon.load(path)


def test_a_kind_of_ones_own(tmp_path):
    lexicon = own(tmp_path, OWN)
    assert gongwen.parse(TEXT).kind is None
    assert gongwen.parse(TEXT, lexicon=lexicon).kind == "督办单"
    assert gongwen.parse(TEXT, lexicon=lexicon).direction == "down"


def test_agencies_of_ones_own(tmp_path):
    doc = gongwen.parse(TEXT, lexicon=own(tmp_path, OWN))
    assert [agency.name for agency in doc.signature.agencies] == ["滨江创客港"]
    assert [recipient.name for recipient in doc.recipients] == ["数谷联盟", "滨江创客港"]


def test_the_words_of_the_package_stay(tmp_path):
    lexicon = own(tmp_path, OWN)
    title = "青阜市水利局关于做好防汛工作的通知\n\n各县水利局：\n　　请遵照执行。\n"
    assert gongwen.parse(title, lexicon=lexicon) == gongwen.parse(title)
    assert "督办单" not in Lexicon.default().kind_of, "the package's own words were changed"


def test_a_unit_of_ones_own(tmp_path):
    text = "关于开放实验室的报告\n\n市政府：\n　　今年已开放实验室120工坊位。\n"
    lexicon = own(tmp_path, '[[unit]]\nname = "工坊位"\n')
    assert [(str(c.quantity.value), c.quantity.unit) for c in gongwen.parse(text, lexicon=lexicon).claims] == [
        ("120", "工坊位")
    ]


PAGE = """关于做好防汛工作的通知

各县水利局：
　　请检查堤防，汛前完成加固。
数谷之窗 2024/5/3 第7屏
　　各地要做好值守。

　　　　　　　　　　青阜市水利局
　　　　　　　　　　2024年5月3日
"""


def test_litter_of_ones_own_is_no_text_of_the_document(tmp_path):
    line = "数谷之窗 2024/5/3 第7屏"
    assert line in gongwen.parse(PAGE).body.preamble[1].text
    doc = gongwen.parse(PAGE, lexicon=own(tmp_path, r"litter = ['数谷之窗 ?[\d/]+ ?第\d+屏']"))
    assert [p.clean for p in doc.body.preamble] == ["请检查堤防，汛前完成加固。", "各地要做好值守。"]
    assert [b.text for b in doc.blocks if b.role == "litter"] == [line]
    assert doc.diagnostics == ()


def test_a_pattern_matches_whole_lines_only(tmp_path):
    doc = gongwen.parse(PAGE, lexicon=own(tmp_path, "litter = ['数谷之窗', '各地']"))
    assert doc == gongwen.parse(PAGE)


def test_a_pattern_that_takes_too_long_is_left_out_and_said(tmp_path):
    slow = own(tmp_path, "litter = ['(a|aa)+b', '数谷之窗.*']")
    page = PAGE.replace("各地要", "a" * 60 + "\n　　各地要")
    start = time.monotonic()
    doc = gongwen.parse(page, lexicon=slow)
    assert time.monotonic() - start < 5
    assert [(d.code, d.severity) for d in doc.diagnostics] == [("slow-pattern", "warning")]
    assert "(a|aa)+b" in doc.diagnostics[0].message
    assert [b.text[:4] for b in doc.blocks if b.role == "litter"] == ["数谷之窗"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[kind]\n", "TOML"),
        ("[kinds]\nname = 1\n", "kinds"),
        ("[[kind]]\ndirection = 'up'\n", "name"),
        ("kind = 3\n", "own.toml"),
        ("litter = ['(']\n", "正则表达式"),
        ("litter = [3]\n", "own.toml"),
        ("[layouts.mine]\ntitle = 'x'\n", "zones"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, said):
    with pytest.raises(ValueError, match=said):
        own(tmp_path, text)


def test_a_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        Lexicon.load(tmp_path / "none.toml")
