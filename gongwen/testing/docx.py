"""A small writer of DOCX files: one paragraph a line, the markers 一、 （一） 1． （1） counted by the word processor.

>>> from gongwen.testing.docx import write_docx
>>> write_docx(["关于开展防汛检查的通知", "　　一、落实责任"])[:2]
b'PK'
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3．"),
    ("decimal", "（%4）"),
)
_HAN = "一二三四五六七八九十"
_MARKER = re.compile(rf"(?:([{_HAN}]{{1,2}})、|（([{_HAN}]{{1,2}})）|(\d{{1,2}})．|（(\d{{1,2}})）)(?=\D)")


def write_docx(lines: Iterable[str]) -> bytes:
    """Write the lines as paragraphs; a marker that counts on from the one before is left to automatic numbering."""
    paragraphs = list(_paragraphs(lines))
    lists = max((number for _, number, _ in paragraphs), default=0)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types())
        package.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        package.writestr("word/_rels/document.xml.rels", _relations(("numbering", "numbering.xml")))
        package.writestr("word/document.xml", _document(paragraphs))
        package.writestr("word/numbering.xml", _numbering(lists))
    return out.getvalue()


def _paragraphs(lines: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Text, list and level of every paragraph; list 0 where its marker is plain text."""
    counted: dict[int, int] = {}
    lists = 0
    for line in lines:
        text = line.lstrip("\u3000 ")
        match = _MARKER.match(text)
        level = next(k for k, group in enumerate(match.groups()) if group) if match else 0
        ordinal = _ordinal(match[level + 1]) if match else 0
        if match and ordinal == 1 and level == 0:
            lists, counted = lists + 1, {}
        # A level is counted only under one of each level above, as a multilevel list has it.
        if (
            not match
            or not lists
            or ordinal != counted.get(level, 0) + 1
            or any(k not in counted for k in range(level))
        ):
            yield line, 0, 0
            continue
        counted = {k: n for k, n in counted.items() if k < level} | {level: ordinal}
        yield text[match.end() :], lists, level


def _ordinal(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, mark, ones = text.partition("十")
    if not mark:
        return _HAN.index(text) + 1
    return 10 * (_HAN.index(tens) + 1 if tens else 1) + (_HAN.index(ones) + 1 if ones else 0)


def _types() -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"))
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{k}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for k, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _document(paragraphs: Iterable[tuple[str, int, int]]) -> str:
    body = "".join(_paragraph(*paragraph) for paragraph in paragraphs)
    return f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def _paragraph(text: str, number: int, level: int) -> str:
    counted = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    )
    return f'<w:p>{counted}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _numbering(lists: int) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for k, (form, text) in enumerate(_LEVELS)
    )
    # A definition for each list: every one begins at one.
    kinds = "".join(f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n in range(1, lists + 1))
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, lists + 1))
    return f'{_HEAD}<w:numbering xmlns:w="{_W}">{kinds}{numbers}</w:numbering>'
