"""The same document set in another way gives the same fields: line ends, blanks, widths, hard wraps, pages."""

import pytest
from against_gold import FIELDS, found
from documents import FIXTURES, NAMES, parsed, source

import gongwen

# Documents that are wrapped already, or whose lines are cells.
WRAPPED = {"proposal_reply", "long_opinion", "request", "opinion", "wrapped", "criticism", "bylaw"}
TABLES = {"announcement", "meeting"}

HALF = str.maketrans("（）：；，", "():;,")
FULL = str.maketrans("0123456789%", "０１２３４５６７８９％")


def carriage_returns(text):
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def byte_order_mark(text):
    return "\ufeff" + text


def trailing_blanks(text):
    return text.replace("\n", " \u3000\n")


def ascii_indent(text):
    return text.replace("\u3000\u3000", "    ")


def hard_indent(text):
    return text.replace("\u3000\u3000", "\xa0\xa0\xa0\xa0")


def invisible(text):
    return text.replace("\n", "\n\u200b")


def half_width_marks(text):
    return text.translate(HALF)


def full_width_digits(text):
    return text.translate(FULL)


def blank_lines_at_the_ends(text):
    return "\n\n\n" + text + "\n\n\n"


def wrapped(text, width=28):
    """Paragraphs cut at the line's width, as a PDF's text has them; marks that may not open a line stay behind."""
    return "\n".join(part for line in text.split("\n") for part in _wrap(line, width))


def _wrap(line, width):
    if not line.startswith(("\u3000\u3000", "    ")) or line.strip()[-1:] not in "。；：！":
        return [line]
    parts = []
    while line:
        end, columns = 0, 0
        while end < len(line) and columns < 2 * width:
            columns += 1 if line[end].isascii() else 2
            end += 1
        while end < len(line) and line[end] in "，。；：、）》”！？%":
            end += 1
        parts.append(line[:end])
        line = line[end:]
    return parts


def paged(text):
    """Wrapped, with a page number every twenty lines, wherever that falls in a paragraph."""
    lines = wrapped(text).split("\n")
    return "\n".join(
        part for i, line in enumerate(lines, 1) for part in ([line, f"— {i // 20} —"] if i % 20 == 0 else [line])
    )


def printed(text):
    """Wrapped into pages, each with a running head and a page number, a form feed between them."""
    lines = wrapped(text).split("\n")
    pages = [lines[i : i + 22] for i in range(0, len(lines), 22)]
    head = ["　　　　　　　　　　　　　内部资料 注意保存"] if len(pages) > 1 else []
    return "\f".join("\n".join([*head, *page, f"- {number} -"]) for number, page in enumerate(pages, 1))


def unindented(text):
    return "\n".join(line.strip(" \u3000\t") for line in text.split("\n"))


def double_spaced(text):
    return text.replace("\n", "\n\n")


VARIANTS = (
    carriage_returns, byte_order_mark, trailing_blanks, ascii_indent, hard_indent, invisible, half_width_marks,
    full_width_digits, blank_lines_at_the_ends, wrapped, paged, printed, unindented, double_spaced,
)  # fmt: skip

SET_ANEW = {wrapped, paged, printed, unindented, double_spaced}

# What is known to be wrong: (document, variant): the defect.
KNOWN: dict[tuple[str, str], str] = {}


def _cases():
    for name in NAMES:
        for variant in VARIANTS:
            if variant in SET_ANEW and name in WRAPPED | TABLES:
                continue
            defect = KNOWN.get((name, variant.__name__))
            marks = [pytest.mark.xfail(reason=defect, strict=True)] if defect else []
            yield pytest.param(name, variant, id=f"{name}-{variant.__name__}", marks=marks)


@pytest.mark.parametrize(("name", "variant"), list(_cases()))
def test_variant(name, variant):
    one = found(parsed(name))
    other = found(gongwen.parse(variant(source(name))))
    wrong = {field: (one[field], other[field]) for field in FIELDS if one[field] != other[field]}
    assert not wrong


def test_the_documents_that_are_left_out_exist():
    assert {path.stem for path in FIXTURES.glob("*.txt")} >= WRAPPED | TABLES
