"""A user's own lexicon: words beside those of the package, and what is said where the file is wrong."""

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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[kind]\n", "TOML"),
        ("[kinds]\nname = 1\n", "kinds"),
        ("[[kind]]\ndirection = 'up'\n", "name"),
        ("kind = 3\n", "own.toml"),
        ("[layouts.mine]\ntitle = 'x'\n", "zones"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, said):
    with pytest.raises(ValueError, match=said):
        own(tmp_path, text)


def test_a_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        Lexicon.load(tmp_path / "none.toml")
