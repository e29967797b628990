"""The single elements of a document as pairs of Chinese term and words, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongwen.model import Agency, Contact, Document, Proposal, Recipient, Signer, Title

DIRECTIONS = {"up": "上行文", "down": "下行文", "parallel": "平行文"}


def facts(document: Document) -> list[tuple[str, str]]:
    """The elements that the document has."""
    return [(term, words) for term, words in _all(document) if words]


def _all(document: Document) -> Iterator[tuple[str, str]]:
    head, sign, imprint = document.letterhead, document.signature, document.imprint
    yield "份号", _words(document.copy_number)
    yield "密级和保密期限", _words(document.security)
    yield "紧急程度", _words(document.urgency)
    yield "类别标记", _words(document.category)
    yield "发文机关标志", (_names(head.agencies) or head.clean) if head else ""
    yield "发文字号", _words(document.number)
    yield "签发人", "、".join(map(_signer, document.signers))
    yield "标题", _words(document.title)
    yield "文种", "，".join(filter(None, (document.kind, DIRECTIONS.get(document.direction or ""))))
    yield "发文事由", _subject(document.title)
    yield "主送机关", "、".join(map(_recipient, document.recipients))
    yield "所答建议提案", _proposal(document.proposal)
    yield (
        "附件说明",
        "\n".join(f"{item.number}. {item.title}" if item.number else item.title for item in document.attachment_list),
    )
    yield "发文机关署名", _names(sign.agencies)
    yield "成文日期", sign.date.value if sign.date else ""
    yield "附注", _words(document.note)
    yield "联系人", "\n".join(map(_contact, document.contacts))
    yield from _copies(document)
    yield "印发机关", _names([imprint.agency]) if imprint and imprint.agency else ""
    yield "印发日期", imprint.date.value if imprint and imprint.date else ""
    yield "份数", str(imprint.print_run) if imprint and imprint.print_run else ""


def _words(part: object) -> str:
    return str(part) if part else ""


def _names(agencies: Iterable[Agency]) -> str:
    return "、".join(agency.name for agency in agencies)


def _signer(signer: Signer) -> str:
    return f"{signer.name}（{signer.agency}）" if signer.agency else signer.name


def _subject(title: Title | None) -> str:
    # Only where it says more than the title itself does.
    return title.subject if title and title.subject and title.agencies else ""


def _recipient(recipient: Recipient) -> str:
    return recipient.name


def _proposal(proposal: Proposal | None) -> str:
    if not proposal:
        return ""
    term = f"{proposal.term}届" if proposal.term else ""
    session = f"{proposal.session}次" if proposal.session else ""
    number = f"第{proposal.number}号" if proposal.number else ""
    title = f"《{proposal.title}》" if proposal.title else ""
    return f"{proposal.body or ''}{term}{session}{number}{proposal.kind}{title}"


def _contact(contact: Contact) -> str:
    return " ".join(filter(None, (contact.agency, contact.name, "、".join(contact.phones))))


def _copies(document: Document) -> Iterator[tuple[str, str]]:
    for role, of_role in groupby(document.copies, lambda copy: copy.role):
        groups = ("、".join(copy.name for copy in group) for _, group in groupby(of_role, lambda copy: copy.group))
        yield f"{role}机关", "；".join(groups)
