"""Hostile input: nothing takes long, nothing raises, and twice the text costs about twice the time."""

import signal
from contextlib import contextmanager
from time import process_time

import pytest
from documents import source
from invariants import check, every_character_is_in_one_block, spans_are_honest

import gongwen


@contextmanager
def time_limit(seconds):
    def stop(_signal, _frame):
        raise TimeoutError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


HEAD = "某市水利局文件\n\n某水〔2021〕5号\n\n某市水利局关于做好工作的通知\n\n各县水利局：\n　　现通知如下：\n"
PARTIES = "、".join(f"市第{i}中学" for i in range(1, 400))

# Each makes a text of about n characters.
HOSTILE = {
    "one long line": lambda n: "推" * n,
    "one long line with marks": lambda n: "一是推进，二是落实；" * (n // 10),
    "long copy list": lambda n: HEAD + "\n抄送：" + "，".join(["某市财政局", PARTIES] * (n // 3500 + 1)) + "。",
    "long copy list without an end": lambda n: HEAD + "抄送：" + "各县、市（区）人民政府，" * (n // 12),
    "long recipients": lambda n: "关于开会的通知\n" + "某县水利局、" * (n // 6) + "：\n正文。",
    "section markers alone": lambda n: "一、\n" * (n // 3),
    "bracketed markers": lambda n: "（一）推进。\n" * (n // 7),
    "alternating markers": lambda n: "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" * (n // 20),
    "deep numerals": lambda n: "\n".join(f"{i}.推进工作" for i in range(1, n // 9)),
    "articles": lambda n: "\n".join(f"第{i}条　推进工作。" for i in range(1, n // 10)),
    "points": lambda n: HEAD + "一是推进；" * (n // 5),
    "unclosed titles": lambda n: HEAD + "根据《办法" * (n // 5),
    "open title marks": lambda n: "《" * n,
    "nested title marks": lambda n: "《" * (n // 2) + "》" * (n // 2),
    "nested brackets": lambda n: "（" * (n // 2) + "）" * (n // 2),
    "nested tortoise brackets": lambda n: "〔2021〕〔" * (n // 7),
    "titles with numbers": lambda n: HEAD + "《关于开展工作的通知》（某水〔2021〕5号）" * (n // 24),
    "half a number": lambda n: "某水〔2021〕" * (n // 8),
    "digits": lambda n: "1234567890" * (n // 10),
    "digits and points": lambda n: "1.2." * (n // 4),
    "digits and commas": lambda n: "1,234," * (n // 6),
    "Chinese numerals": lambda n: "一二三十百千万亿" * (n // 8),
    "magnitudes": lambda n: "万亿" * (n // 2),
    "percentages": lambda n: "同比增长3.5%，" * (n // 10),
    "ranges": lambda n: "3—5—" * (n // 4),
    "dates": lambda n: "2021年3月5日" * (n // 9),
    "date lines": lambda n: "2021年3月5日\n" * (n // 10),
    "numbered lines": lambda n: "某水〔2021〕5号\n" * (n // 11),
    "head lines": lambda n: "某市水利局文件\n" * (n // 8),
    "title lines": lambda n: "关于做好工作的通知\n" * (n // 10),
    "signature lines": lambda n: HEAD + "某市水利局\n2021年3月5日\n" * (n // 16),
    "attachment lines": lambda n: HEAD + "附件1\n办法\n" * (n // 8),
    "attachment list": lambda n: HEAD + "附件：" + "\n".join(f"{i}. 办法" for i in range(1, n // 8)),
    "contacts": lambda n: HEAD + "联系人：张三，电话：0399-1234567；" * (n // 24),
    "blank lines": lambda n: "\n" * n,
    "blanks": lambda n: "　" * n,
    "blanks inside": lambda n: "通" + " " * n + "知",
    "letter-spaced": lambda n: "江 宁 " * (n // 4),
    "page numbers": lambda n: "— 3 —\n" * (n // 6),
    "form feeds": lambda n: "\f" * n,
    "carriage returns": lambda n: "通知\r" * (n // 3),
    "zero-width": lambda n: "\u200b" * n,
    "colons": lambda n: "：" * n,
    "commas": lambda n: "，" * n,
    "stops": lambda n: "。\n" * (n // 2),
    "dashes": lambda n: "—" * n,
    "stars": lambda n: "★" * n,
    "addresses with hashes": lambda n: (
        "https://www.example.gov.cn/art/2021/3/5/3f2a9c7e81d04b56_1229.html\n" * (n // 66)
    ),
    "lone surrogates": lambda n: "\ud800" * n,
    "Latin words": lambda n: "GB/T 9704-2012 " * (n // 15),
    "the office of the office": lambda n: "办公室" * (n // 3),
    "about about": lambda n: "关于关于的的" * (n // 6),
}


def seconds(text):
    start = process_time()
    gongwen.parse(text)
    return process_time() - start


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_is_linear(kind):
    """Eight times the text costs less than thirty times the time: a quadratic step would cost 64 times."""
    small, large = HOSTILE[kind](5_000), HOSTILE[kind](40_000)
    with time_limit(15):
        once = min(seconds(small) for _ in range(3))
        bar = max(30 * once, 0.25)
        many = seconds(large)
        if many > bar:  # something else may have had the machine
            many = min(many, seconds(large))
    assert many < bar, f"{once * 1000:.0f} ms for 5,000 characters, {many * 1000:.0f} ms for 40,000"


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if "\n" not in HOSTILE[kind](400)[-200:]])
def test_a_line_of_a_hundred_thousand_characters(kind):
    text = HOSTILE[kind](100_000)
    with time_limit(8):
        doc = gongwen.parse(text)
    spans_are_honest(doc)
    every_character_is_in_one_block(doc)


@pytest.mark.parametrize("kind", HOSTILE)
def test_small(kind):
    text = HOSTILE[kind](400)
    check(gongwen.parse(text), text)


@pytest.mark.parametrize("name", ["long_opinion", "reply", "bylaw"])
def test_a_hundred_copies_cost_ten_times_ten(name):
    """A step that grows with the square costs a hundred times; here is room for a machine that does other work too.

    Ten copies and not one: what stands behind the first imprint is laid out otherwise than the document itself.
    """
    text = source(name)
    gongwen.parse(text)
    with time_limit(60):
        ten = min(seconds(text * 10) for _ in range(3))
        many = min(seconds(text * 100) for _ in range(2))
    assert many < 20 * ten, f"{many / ten:.0f} times"


def test_a_megabyte():
    paragraph = "　　（三）加快推进。2021年全市完成投资35.6亿元，同比增长4.8%，根据《某市管理办法》（某政发〔2020〕3号）执行。\n"
    text = HEAD + paragraph * (1_000_000 // len(paragraph.encode()))
    with time_limit(60):
        doc = gongwen.parse(text)
    assert doc.text == text
    every_character_is_in_one_block(doc)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\ufeff", "\r\n\f\u3000", "\u200b", "。", "一", "一、", "《", "号", "\ud800", "\x00"],
    ids=ascii,
)
def test_next_to_nothing(text):
    check(gongwen.parse(text), text)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" ", b"\n"], ids=ascii)
def test_next_to_no_bytes(data):
    doc = gongwen.parse(data)
    assert doc.text.strip() == ""
    check(doc, doc.text)


def test_an_empty_text_is_said_to_be_empty():
    assert gongwen.parse("").diagnostics
