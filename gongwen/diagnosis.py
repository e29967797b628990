"""诊断: what is odd or broken in a document, said without raising."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongwen.grammar.dates import find_date, iso
from gongwen.model import Body, Diagnostic, DocumentNumber, Node, Section, Signature, Source, Title
from gongwen.text import fold

_WEB_PAGE = "text/html"
_TITLES = ("标题", "名称", "信息名称", "文件名称", "ArticleTitle")
_NUMBERS = ("发文字号", "文号", "文件编号")
_DATES = ("成文日期", "生成日期", "发文日期")
_NONE = {"", "无", "—", "——", "-"}
"""What a metadata table says where there is nothing to say."""


def diagnose(text: str, title: Title | None, bodies: Sequence[Body]) -> Iterator[Diagnostic]:
    """The diagnostics that follow from the parts found."""
    if not text.strip():
        yield Diagnostic(code="empty", severity="error", message="没有文字")
        return
    if title is None:
        yield Diagnostic(code="no-title", severity="info", message="没有找到标题")
    for body in bodies:
        yield from _numbering(body.sections)


def slow_patterns(patterns: Sequence[str]) -> Iterator[Diagnostic]:
    """A user's own patterns that took too long and were left out."""
    for pattern in patterns:
        yield Diagnostic(
            code="slow-pattern", severity="warning", message=f"词表中的 litter 耗时过长，未再使用：{pattern}"
        )


def _numbering(sections: tuple[Section, ...]) -> Iterator[Diagnostic]:
    """层次序数 that does not follow on the one before (GB/T 9704-2012 7.3.3: 依次)."""
    for last, section in pairwise(sections):
        if _kind(last) == _kind(section) and section.ordinal not in {last.ordinal + 1, 1}:
            yield Diagnostic(
                code="numbering",
                severity="info",
                message=f"层次序数不连续：{last.marker}之后是{section.marker}",
                spans=((section.start, section.start + len(section.marker)),),
            )
    for section in sections:
        yield from _numbering(section.children)


def _kind(section: Section) -> str:
    """The marker's shape without its numeral."""
    return "".join(c for c in section.marker if not (c.isdigit() or c in "一二三四五六七八九十百零〇"))


def contradictions(
    source: Source, title: Title | None, number: DocumentNumber | None, signature: Signature
) -> Iterator[Diagnostic]:
    """Where a web page says something else of the document than the document does; other files say too little."""
    if source.media_type != _WEB_PAGE:
        return
    date = signature.date
    pairs: tuple[tuple[str, tuple[str, ...], Node | None], ...] = (
        ("标题", _TITLES, title),
        ("发文字号", _NUMBERS, number),
        ("成文日期", _DATES, date),
    )
    for name, labels, node in pairs:
        label = next((label for label in labels if source.metadata.get(label, "") not in _NONE), None)
        if label is None or node is None:
            continue
        said = source.metadata[label]
        same = _day(said) in {None, date and date.value} if node is date else _same(said, node.clean)
        if not same:
            message = f"网页所列{label}是“{said}”，文中{name}是“{node.clean}”"
            yield Diagnostic(code="metadata", severity="warning", message=message, spans=node.spans)


def _same(said: str, found: str) -> bool:
    """Whether two writings are one, blanks, widths, the agency before and the name of the site behind it aside."""
    ours, theirs = ("".join(fold(text).split()) for text in (found, said))
    return theirs.startswith(ours) or theirs.endswith(ours) or ours.endswith(theirs)


def _day(said: str) -> str | None:
    """The day of a date as ISO 8601; None where it is none."""
    match = find_date("".join(fold(said).split()))
    return iso(match) if match else None
