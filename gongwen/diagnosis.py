"""诊断: what is odd or broken in a document, said without raising."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongwen.model import Body, Diagnostic, Section, Title


def diagnose(text: str, title: Title | None, bodies: Sequence[Body]) -> Iterator[Diagnostic]:
    """The diagnostics that follow from the parts found."""
    if not text.strip():
        yield Diagnostic(code="empty", severity="error", message="没有文字")
        return
    if title is None:
        yield Diagnostic(code="no-title", severity="info", message="没有找到标题")
    for body in bodies:
        yield from _numbering(body.sections)


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
