"""正文: sections, paragraphs, points; and the texts attached."""

from __future__ import annotations

from gongwen.model.base import Model, Node, terms


class Point(Node):
    """要点: a member of a series in running text (一是, 其一, 第一，, 首先), to the next member or the paragraph's end."""

    marker: str
    """序号标记, as printed: ``一是``."""
    ordinal: int
    """序数, from 1."""
    lead: str
    """领句: the text behind the marker to the first ，。；or ：."""


class Paragraph(Node):
    """段落: rejoined where a page or a line broke it."""

    points: tuple[Point, ...] = ()
    """要点."""


class Section(Node):
    """层次 (GB/T 9704-2012 7.3.3): from its marker to the end of its last child."""

    model_config = terms(title="标题")

    level: int
    """层次: 1 for the outermost in this body; always equal to the nesting."""
    marker: str
    """序号标记, as printed: ``一、``."""
    ordinal: int
    """序数: the number that the marker prints."""
    title: str | None = None
    """标题, without closing punctuation; None where the paragraph is no heading."""
    heading: Node | None = None
    """标题行: marker and title in place."""
    paragraphs: tuple[Paragraph, ...] = ()
    """段落: what follows marker and title; run-in text is the first."""
    children: tuple[Section, ...] = ()
    """下级."""


class Body(Model):
    """正文. A body without sections is all preamble."""

    preamble: tuple[Paragraph, ...] = ()
    """导语: the paragraphs before the first section."""
    sections: tuple[Section, ...] = ()
    """层次结构."""
    conclusion: tuple[Paragraph, ...] = ()
    """结尾: what follows the last section and is no part of it."""


class Attachment(Node):
    """附件 (GB/T 9704-2012 7.3.7), or a text printed along with 印发, 转发."""

    number: int | None = None
    """序号, as its heading prints it."""
    title: str | None = None
    """标题."""
    body: Body
    """正文, with a numbering of its own."""
