"""A text document written in every format, as offices would have made it."""

import re
import struct

from make_doc import doc
from make_doc import level as doc_level
from make_docx import definition, docx, instance, level, paragraph
from make_pdf import PdfPage, pdf

from gongwen.testing.ofd import OfdPageDraft, write_ofd

_SIDES = {"both": b"", "right": struct.pack("<HB", 0x2403, 2)}
"""The alignment of a paragraph as DOC has it."""
WIDTH, LINES, LEFT, TOP, PITCH, SIZE = 28, 22, 79.0, 120.0, 28.0, 16.0
"""版心 of GB/T 9704: 28 characters a line, 22 lines a page, 三号."""
_NUMERALS = {text: k for k, text in enumerate("零一二三四五六七八九十", 0)}
_MARKER = re.compile(r"([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|(\d+)\.(?!\d)")


def lines_of(text):
    return [line for line in re.split(r"\r\n|[\r\n\f]", text) if line.strip(" \u3000\u200b\ufeff")]


def shape(line):
    """How a line stands: its side, its indent in characters where it is on the left, and its text."""
    text = line.strip(" \u3000")
    indent = len(line.replace(" ", "")) - len(line.replace(" ", "").lstrip("\u3000"))
    return ("right", 0, text) if indent > 8 else ("both", indent, text)


def html(text):
    body = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>\n" for line in lines_of(text))
    return f'<html><head><meta charset="gbk"></head><body><div id="zoom">\n{body}</div></body></html>'.encode("gb18030")


def plain_utf16(text):
    return text.encode("utf-16")


def plain_gb18030(text):
    return text.encode("gb18030")


def numbered(lines):
    """Lines with their list and level where their marker can be counted: (text, None or (list, level))."""
    counters, lists = {}, 0
    for line in lines:
        *_, text = shape(line)
        match = _MARKER.match(text)
        number = _number(match) if match else None
        if number is None:
            yield text, None
            continue
        depth = 0 if match[1] else 1 if match[2] else 2
        if number == 1 and depth == 0:
            lists, counters = lists + 1, {}
        if counters.get(depth, 0) + 1 != number or not lists:
            yield text, None
            continue
        counters = {k: v for k, v in counters.items() if k < depth} | {depth: number}
        yield text[match.end() :].strip(" \u3000"), (lists, depth)


def _number(match):
    text = match[1] or match[2] or match[3]
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.rpartition("十") if "十" in text else ("", "", text)
    if "十" in text:
        return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)
    return _NUMERALS.get(ones)


def word(text):
    """DOCX with automatic numbers, an instance with an override for each list."""
    lines = lines_of(text)
    parts, lists = [], set()
    for line, (written, number) in zip(lines, numbered(lines), strict=True):
        side, indent, _ = shape(line)
        if number:
            lists.add(number[0])
        first = f'<w:ind w:firstLineChars="{100 * indent}" w:firstLine="{320 * indent}"/>' if indent else ""
        parts.append(paragraph(written, number=number, properties=f'{first}<w:jc w:val="{side}"/>'))
    none = '<w:suff w:val="nothing"/>'
    levels = [
        level(0, "%1、", "chineseCountingThousand", more=none),
        level(1, "（%2）", "chineseCountingThousand", more=none),
        level(2, "%3.", more=none),
    ]
    anew = "".join(f'<w:lvlOverride w:ilvl="{k}"><w:startOverride w:val="1"/></w:lvlOverride>' for k in range(3))
    numbering = definition("0", *levels) + "".join(instance(str(number), "0", anew) for number in sorted(lists))
    return docx("".join(parts), numbering=numbering)


def old_word(text):
    """DOC; only a first list is automatic."""
    lines = [(f"{written}\r", number) for written, number in numbered(lines_of(text))]
    levels = (doc_level("%1、", 39), doc_level("（%2）", 39), doc_level("%3.", 0))
    out = []
    for line, (written, number) in zip(lines_of(text), lines, strict=True):
        automatic = number is not None and number[0] == 1
        side, indent, text = shape(line)
        look = _SIDES[side] + struct.pack("<Hh", 0x8460, 320 * indent)
        out.append((written if automatic else f"{text}\r", number[1] if automatic else None, look))
    return doc(out, levels=levels)


def wide(text):
    """The width in characters of full width."""
    return sum(1.0 if ord(c) > 0xFF else 0.5 for c in text)


def paragraphs_of(lines):
    """The lines, those joined that a line end cuts within brackets."""
    out = []
    for line in lines:
        if out and out[-1].rfind("（") > out[-1].rfind("）"):
            out[-1] += line
        else:
            out.append(line)
    return out


def set_lines(text):
    """The visual lines of the pages: (text, indent in characters), wrapped at the width of the page."""
    lines = lines_of(text)
    wrapped = sorted(map(wide, lines))[len(lines) * 9 // 10] <= WIDTH + 7
    lines = lines if wrapped else paragraphs_of(lines)
    for line in lines:
        rest = line.strip(" \u3000")
        if wrapped:  # the text is in visual lines already
            yield rest, wide(line[: len(line) - len(line.lstrip(" \u3000"))])
            continue
        indent = wide(line[: len(line) - len(line.lstrip(" \u3000"))])
        if indent > 8:
            indent = min(indent, max(0, WIDTH - wide(rest)))
        while wide(rest) + indent > WIDTH and (gap := max(re.findall("[ \u3000]{2,}", rest), key=len, default="")):
            rest = rest.replace(gap, gap[:-1], 1)
        while rest:
            end = _room(rest, WIDTH - indent)
            yield rest[:end], indent
            rest, indent = rest[end:], 0


def _room(text, width):
    """How many characters go into a line; a mark may hang over its end, a number is not cut."""
    end = 0
    while end < len(text) and wide(text[: end + 1]) <= width:
        end += 1
    if end < len(text) and text[end] in "，。、；：？！）》”’〕":
        return end + 1
    while 1 < end < len(text) and text[end - 1].isascii() and text[end].isascii() and text[end].isalnum():
        end -= 1
    return max(1, end)


def pages_of(text):
    lines = list(set_lines(text))
    return [lines[k : k + LINES] for k in range(0, len(lines), LINES)]


def _pdf_pages(text, write):
    pages = []
    for number, lines in enumerate(pages_of(text), 1):
        page = PdfPage()
        for k, (line, indent) in enumerate(lines):
            write(page, line.replace("\t", "  "), LEFT + indent * SIZE, TOP + k * PITCH, SIZE)
        write(page, f"— {number} —", 270, TOP + LINES * PITCH + 20, 14)
        pages.append(page)
    return pages


def pdf_lines(text):
    return pdf(_pdf_pages(text, PdfPage.text))


def pdf_characters(text):
    return pdf(_pdf_pages(text, PdfPage.characters), font="FangSong")


def ofd(text):
    pages = []
    for number, lines in enumerate(pages_of(text), 1):
        page = OfdPageDraft()
        for k, (line, indent) in enumerate(lines):
            page.text(line.replace("\t", "  "), x=28 + indent * 5.64, y=40 + k * 9.9, size=5.64)
        page.text(f"— {number} —", x=95, y=265, size=4.9)
        pages.append(page)
    return write_ofd(pages)


FORMATS = {
    "utf-16": plain_utf16, "gb18030": plain_gb18030, "html": html, "docx": word, "doc": old_word, "pdf-lines": pdf_lines,
    "pdf-characters": pdf_characters, "ofd": ofd,
}  # fmt: skip
