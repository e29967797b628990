"""Text files in every encoding, down to phrases of two characters."""

from pathlib import Path

import pytest

from gongwen.reading import UnreadableError, read

HERE = Path(__file__).parent
SIMPLIFIED = HERE.joinpath("phrases_simplified.txt").read_text("utf-8").split()
TRADITIONAL = HERE.joinpath("phrases_traditional.txt").read_text("utf-8").split()
SIMPLIFIED_ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16"]


@pytest.mark.parametrize("encoding", SIMPLIFIED_ENCODINGS)
@pytest.mark.parametrize("phrase", SIMPLIFIED)
def test_simplified_phrase(phrase, encoding):
    if encoding.startswith("utf-16-") and phrase.encode(encoding).isascii():
        pytest.skip("the same bytes are plain ASCII")
    assert read(phrase.encode(encoding)).text == phrase


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("phrase", TRADITIONAL)
def test_traditional_phrase(phrase, encoding):
    if encoding.startswith("utf-16-") and phrase.encode(encoding).isascii():
        pytest.skip("the same bytes are plain ASCII")
    assert read(phrase.encode(encoding)).text == phrase


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("关于召开会议的通知".encode("gb2312"), "gb18030"),
        ("關於召開會議的通知".encode("big5"), "big5"),
        ("恒山鄉公所裏民大會".encode("cp950"), "cp950"),
        ("关于召开会议的通知".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "通知".encode(), "utf-8"),
        ("\ufeff通知".encode("utf-16-le"), "utf-16-le"),
        ("通知\n".encode("utf-16-be"), "utf-16-be"),
        (b"plain ASCII, 2023", "utf-8"),
        (b"", "utf-8"),
        ("naïve café".encode(), "utf-8"),
    ],
    ids=str,
)
def test_encoding_is_named(data, encoding):
    assert read(data).source.encoding == encoding


def test_text_is_unchanged():
    text = "\u3000标题\u00a0一\r\n第二行\r第三行\n\f\u200b末行\t１２３"
    assert read(text.encode()).text == text
    assert read(text.encode("utf-16")).text == text
    assert read(text.encode("gb18030")).text == text


def test_long_ascii_before_the_first_chinese_character():
    text = "a b c d\n" * 2000 + "经研究决定如下"
    assert read(text.encode("gbk")).text == text


def test_damaged_text_is_read_and_said():
    text = "市政府各部门要认真落实本通知要求。" * 30
    data = text.encode()
    reading = read(data[:100] + b"\xff" + data[101:])
    assert reading.source.encoding == "utf-8"
    assert [d.code for d in reading.diagnostics] == ["undecodable"]
    (start, end), *_ = reading.diagnostics[0].spans
    assert set(reading.text[start:end]) == {"\ufffd"}


def test_sha256_is_that_of_the_bytes():
    assert read(b"abc").source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert read("abc").source.sha256 is None


def test_surrogate_becomes_a_replacement_character():
    reading = read("甲\ud800乙")
    assert reading.text == "甲\ufffd乙"
    assert reading.diagnostics[0].spans == ((1, 2),)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00" * 100, b"\x01\x02\x03\x04" * 25], ids=len)
def test_binary_is_no_text(data):
    with pytest.raises(UnreadableError, match="不是文字"):
        read(data, "a.bin")
