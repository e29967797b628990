"""Properties of every document: the fixtures, and what is left of them after all kinds of damage."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from documents import NAMES, parsed, source
from hypothesis import given
from hypothesis import strategies as st
from invariants import check, plain

import gongwen

NUMBERS = ("— 3 —", "-3-", "－12－", "第3页 共5页", "— 1 —\f", "3")
WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEFabcdef.%()[]:,;"}
BLANKS = ("\u3000", "\xa0", " ", "\t", "\u200b", "\ufeff", "\u2003")
CONTROLS = "\x00\x07\x0b\x0c\x1b\x1c\x85\u2028\u2029\ufffd\ud800\udfff"


@pytest.mark.parametrize("name", NAMES)
def test_fixture(name):
    check(parsed(name), source(name))


def cut(text, draw):
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text[start:end]


def double_lines(text, draw):
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    count = draw(st.integers(1, 5))
    return "\n".join(lines[: at + count] + lines[at:])


def shuffle_lines(text, draw):
    return "\n".join(draw(st.permutations(text.split("\n"))))


def drop_characters(text, draw):
    step = draw(st.integers(2, 60))
    return "".join(c for i, c in enumerate(text) if (i + 1) % step)


def insert_page_numbers(text, draw):
    lines = text.split("\n")
    step = draw(st.integers(1, 12))
    number = draw(st.sampled_from(NUMBERS))
    return "\n".join(part for i, line in enumerate(lines) for part in ([line] if i % step else [line, number]))


def change_line_ends(text, draw):
    end = draw(st.sampled_from(("\r\n", "\r", "\f", "\u2028", "\n\n\n", "\n\r", "")))
    return text.replace("\r\n", "\n").replace("\n", end)


def insert_blanks(text, draw):
    step = draw(st.integers(1, 9))
    blank = draw(st.sampled_from(BLANKS))
    return "".join(c + blank if i % step == 0 else c for i, c in enumerate(text))


def widen(text, _draw):
    return text.translate(WIDE)


def wrap_hard(text, draw):
    width = draw(st.integers(3, 40))
    return "\n".join(line[i : i + width] for line in text.split("\n") for i in range(0, max(1, len(line)), width))


def insert_anything(text, draw):
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.text(st.characters() | st.sampled_from(CONTROLS), max_size=40)) + text[at:]


def join_another(text, draw):
    return text + draw(st.sampled_from(("", "\n", "\n\n", "\f"))) + source(draw(st.sampled_from(NAMES)))


DAMAGES = (
    cut, double_lines, shuffle_lines, drop_characters, insert_page_numbers, change_line_ends,
    insert_blanks, widen, wrap_hard, insert_anything, join_another,
)  # fmt: skip


@st.composite
def damaged(draw, damage):
    text = damage(source(draw(st.sampled_from(NAMES))), draw)
    for other in draw(st.lists(st.sampled_from(DAMAGES), max_size=2)):
        text = other(text, draw)
    return text


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged(damage):
    @given(damaged(damage))
    def holds(text):
        check(gongwen.parse(text), text)

    holds()


SCRAPS = (
    "一、", "（一）", "1.", "1．", "(1)", "①", "第一章", "第三条", "一是", "其次，", "《", "》", "〈", "〉", "（", "）", "〔2021〕",
    "〔", "号", "关于", "的通知", "文件", "令", "第3号", "签发人：", "抄送：", "主送：", "附件：", "附件1", "2021年3月5日", "二○○八年",
    "印发", "：", "。", "，", "；", "同比增长", "3.5", "%", "万元", "亿", "百分之", "超", "以上", "—", "～", "不低于", "\n", "\n\n",
    "　　", " ", "   ", "\t", "\r\n", "\f", "— 3 —", "人民政府", "某市水利局", "联系人：", "电话：0399-1234567", "★", "秘密", "特急",
    "000012", "（此件公开发布）", "主题词：", "出席：", "第二十三条第二款", "http://a.cn/3f2a", "现将有关事项通知如下：", "答复",
)  # fmt: skip


# What fuzzing found, cut down as far as it goes: each broke something once.
FOUND = (
    "1号\u3000\u3000\ufeff\ufeff\u3000（B）",  # a blank cell before the last one
    "关于发区的请》（政〔2023〕8号）",  # a bracket that no block took
    "。7%高到9",  # a metric whose spans overlapped
    "联系人：5541209\n（联系人：区水",  # contacts of the note before those above it
    "签发：欧\xa0阳澈\u3000青",  # signers out of the text's order
    "签\u3000批盖\u3000章",
    "联系单位及电话：5502213\n（联系人：小满",
)


@pytest.mark.parametrize("text", FOUND, ids=ascii)
def test_found_by_fuzzing(text):
    check(gongwen.parse(text), text)


@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join))
def test_scraps_of_documents(text):
    check(gongwen.parse(text), text)


@given(st.text(st.characters() | st.sampled_from(CONTROLS), max_size=300))
def test_any_text(text):
    check(gongwen.parse(text), text)


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Bytes either give a document or are refused with the one error for it."""
    try:
        doc = gongwen.parse(data)
    except gongwen.UnreadableError:
        return
    check(doc, doc.text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_and_bytes_give_the_same(name, encoding):
    text = source(name)
    assert plain(gongwen.parse(text.encode(encoding))) == plain(gongwen.parse(text))


def test_again_gives_the_same():
    for name in NAMES:
        assert gongwen.parse(source(name)).to_json() == gongwen.parse(source(name)).to_json()


def test_threads_give_the_same():
    texts = [source(name) for name in NAMES] * 4
    alone = [gongwen.parse(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(gongwen.parse, texts))
    assert together == alone
