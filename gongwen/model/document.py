"""The Document: everything that was found, in place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, Protocol, Self

from pydantic import PrivateAttr, model_validator

from gongwen.model.base import Model, Node, Span, Spans, holding, honest, terms
from gongwen.model.body import Attachment, Body
from gongwen.model.claim import Citation, Claim
from gongwen.model.header import (
    AttachmentItem,
    Contact,
    Copy,
    DocumentNumber,
    Imprint,
    Letterhead,
    Proposal,
    Recipient,
    Security,
    Signature,
    Signer,
    Title,
)
from gongwen.model.rows import claims_frame

SCHEMA_VERSION = "1.0"

Role = Literal[
    "copy_number", "security", "urgency", "category", "letterhead", "number", "signers", "title",
    "annotation", "recipients", "heading", "paragraph", "table", "attachment_list", "signature", "date",
    "signatory", "note", "contacts", "attachment", "attendance", "keywords", "copies", "imprint",
    "print_run", "furniture", "litter", "unknown",
]  # fmt: skip


class Box(NamedTuple):
    """A rectangle on a page, in points of 1/72 inch from the upper left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Places(Protocol):
    """What knows where characters stand on the pages."""

    def boxes(self, spans: Iterable[tuple[int, int]]) -> tuple[Box, ...]:
        """The rectangles of the spans, one for each line that they touch."""


class Page(Model):
    """页 of the source."""

    model_config = terms(number="页码")

    number: int
    """页码, from 1."""
    span: Span
    """范围 in ``Document.text``."""
    width: float | None = None
    """宽 in points of 1/72 inch, where known."""
    height: float | None = None
    """高 in points of 1/72 inch, where known."""


class Source(Model):
    """来源: what was read."""

    name: str | None = None
    """名称: the file's name, without its folder."""
    media_type: str = "text/plain"
    """媒体类型."""
    encoding: str | None = None
    """编码 of a text file, as Python names it; None where the text was given as str."""
    sha256: str | None = None
    """摘要值 of the bytes, None where the text was given as str."""
    pages: tuple[Page, ...] = ()
    """页, where the format knows them."""
    metadata: dict[str, str] = {}
    """元数据: what a web page or file says of itself."""


class Block(Node):
    """文块: a stretch of the document with its role; every non-blank character is in exactly one."""

    role: Role
    """角色. ``annotation`` 题注, ``attendance`` 出席/列席/请假, ``signatory`` 签名章, ``keywords`` 主题词, ``attachment`` heading and title of an 附件, ``furniture`` page numbers and running heads, ``litter`` of web pages, ``unknown``."""
    page: int | None = None
    """页码, where known."""


class Table(Node):
    """表格."""

    rows: tuple[tuple[str, ...], ...] = ()
    """行: the cells of each row, clean."""
    page: int | None = None
    """页码, where known."""


class Diagnostic(Model):
    """诊断: what is odd, broken or doubtful."""

    code: str
    """代码."""
    severity: Literal["error", "warning", "info"]
    """程度."""
    message: str
    """说明, in Chinese."""
    spans: Spans = ()
    """位置."""


class Document(Model):
    """公文: a document taken apart, every part with its exact place in ``text``."""

    model_config = terms(
        kind="文种", direction="行文方向", number="发文字号", signature="署名和成文日期", contacts="联系方式"
    )

    schema_version: str = SCHEMA_VERSION
    """模式版本."""
    source: Source
    """来源."""
    text: str
    """原文: the source as read, unchanged; all offsets count in it."""
    blocks: tuple[Block, ...] = ()
    """文块: the labelled document."""
    kind: str | None = None
    """文种 as the title names it (条例 第八条)."""
    direction: Literal["up", "down", "parallel"] | None = None
    """行文方向: inferred from kind and recipients."""
    copy_number: Node | None = None
    """份号 (GB/T 9704-2012 7.2.1)."""
    security: Security | None = None
    """密级和保密期限 (7.2.2)."""
    urgency: Node | None = None
    """紧急程度 (7.2.3)."""
    category: Node | None = None
    """类别标记 of a reply to a proposal, the mark alone."""
    letterhead: Letterhead | None = None
    """发文机关标志 (7.2.4)."""
    number: DocumentNumber | None = None
    """发文字号 (7.2.5)."""
    signers: tuple[Signer, ...] = ()
    """签发人 (7.2.6)."""
    title: Title | None = None
    """标题 (7.3.1)."""
    recipients: tuple[Recipient, ...] = ()
    """主送机关 (7.3.2)."""
    proposal: Proposal | None = None
    """所答建议提案: of a reply, what it answers."""
    body: Body = Body()
    """正文 (7.3.3)."""
    attachment_list: tuple[AttachmentItem, ...] = ()
    """附件说明 (7.3.4)."""
    signature: Signature = Signature()
    """署名和成文日期 (7.3.5)."""
    note: Node | None = None
    """附注, without its brackets (7.3.6)."""
    attachments: tuple[Attachment, ...] = ()
    """附件 (7.3.7), and texts printed along with 印发, 转发."""
    copies: tuple[Copy, ...] = ()
    """抄送机关 (7.4.2)."""
    imprint: Imprint | None = None
    """印发机关和印发日期 (7.4.3)."""
    contacts: tuple[Contact, ...] = ()
    """联系人."""
    claims: tuple[Claim, ...] = ()
    """数据: quantitative statements, attachments included."""
    citations: tuple[Citation, ...] = ()
    """引用, attachments included."""
    tables: tuple[Table, ...] = ()
    """表格."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """诊断."""

    _layout: Places | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _honest(self) -> Self:
        text = self.text
        pending: list[Model] = self.parts()
        for part in pending:  # grows while it is gone through
            if isinstance(part, Node) and not honest(part, text):
                raise ValueError(f"spans {part.spans} of {type(part).__name__} do not give its text {part.text[:40]!r}")
            if holding(type(part)):
                pending += part.parts()
        return self

    def nodes(self) -> Iterator[Node]:
        """Every part with a place, outermost first, in the order of the fields."""
        return (part for part in self.walk() if isinstance(part, Node))

    def boxes(self, node: Node) -> tuple[Box, ...]:
        """Where a part stands on the pages: page and rectangle for each line it touches.

        Known while the reader's layout is at hand; empty for text and for a Document that was loaded.
        """
        return tuple(self._layout.boxes(node.spans)) if self._layout else ()

    def __eq__(self, other: object) -> bool:
        # The reader's layout is no part of equality.
        return isinstance(other, Document) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def at(self, offset: int) -> tuple[Node, ...]:
        """The parts that hold the character at an offset of ``text``, outermost first; blocks left out."""
        held = [
            node for node in self.nodes() if not isinstance(node, Block) and any(a <= offset < b for a, b in node.spans)
        ]
        return tuple(sorted(held, key=lambda node: node.start - node.end))

    def claims_frame(self) -> Any:
        """The claims as a polars or pandas DataFrame, a row for each; raises ImportError where neither is installed."""
        return claims_frame([self])

    def to_json(self, *, keys: Literal["en", "zh"] = "en", indent: int | None = None, text: bool = True) -> str:
        """The document as JSON, with the names of the model or with their Chinese terms as keys.

        ``text=False`` leaves out ``text`` (and cannot be loaded again without it).
        """
        return self.model_dump_json(
            by_alias=keys == "zh",
            indent=indent,
            exclude=None if text else {"text"},
        )

    @classmethod
    def from_json(cls, data: str | bytes, *, text: str | None = None) -> Self:
        """Load what :meth:`to_json` wrote, in either language; ``text`` where it was left out.

        Raises ``pydantic.ValidationError`` where it is no such JSON or a span does not give its text.
        """
        if text is None:
            return cls.model_validate_json(data)
        values: dict[str, Any] = json.loads(data)
        return cls.model_validate_json(json.dumps({**values, "text": text}))

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        yield None, self.title.clean if self.title else self.source.name
        yield "number", self.number.clean if self.number else None
        yield "date", self.signature.date.value if self.signature.date else None
        yield "sections", len(self.body.sections)
        yield "claims", len(self.claims)
        yield "citations", len(self.citations)

    def _repr_html_(self) -> str:
        """What a notebook shows: the elements as a table, and how much else was found."""
        from gongwen.model.notebook import as_table

        return as_table(self)
