"""Assembly: labelled elements and outlines become the Document."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from gongwen.blocks import find_blocks
from gongwen.claims import find_claims
from gongwen.claims.checks import check_claims
from gongwen.diagnosis import contradictions, diagnose, slow_patterns
from gongwen.fields.attachment_list import find_attachment_list
from gongwen.fields.citations import cited
from gongwen.fields.contacts import find_contacts
from gongwen.fields.imprint import find_copies, find_imprint
from gongwen.fields.letterhead import find_letterhead
from gongwen.fields.marks import find_category, find_copy_number, find_security, find_urgency
from gongwen.fields.number import find_number
from gongwen.fields.proposal import find_proposal
from gongwen.fields.recipients import find_recipients
from gongwen.fields.signature import find_note, find_signature
from gongwen.fields.signers import find_signers
from gongwen.fields.tables import find_tables
from gongwen.fields.title import find_title, title_text
from gongwen.grammar.numerals import integer
from gongwen.layout import Element, Ground, Line, Sheet
from gongwen.layout.cues_imprint import SITE_TITLE
from gongwen.layout.paragraphs import paragraphs
from gongwen.lexicon import Kind, Lexicon
from gongwen.model import Attachment, AttachmentItem, Document, DocumentNumber, Proposal, Recipient, Signature, Title
from gongwen.outline import Outlined, outline
from gongwen.passage import Setting
from gongwen.reading import Reading
from gongwen.text import Text, join, place

_HEADING = re.compile(r"附(?:件|表|录)?(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})?[：:.、]?")


def assemble(
    reading: Reading, ground: Ground, sheet: Sheet, lexicon: Lexicon, reference_date: datetime.date | None
) -> Document:
    """The Document of a labelled text."""
    title, kind = find_title(ground, sheet, lexicon)
    number = find_number(ground, sheet)
    signature = find_signature(ground, sheet, lexicon)
    recipients = find_recipients(ground, sheet, lexicon)
    own = _body(ground, sheet, kind.name if kind else None, 0)
    listed = find_attachment_list(ground, sheet, lexicon)
    inner = [_attached(ground, part, lexicon, n, listed) for n, part in enumerate(sheet.attachments, 1)]
    outlines = [own, *(made.outlined for made in inner)]
    passages = [passage for outlined in outlines for passage in outlined.passages]
    claims = find_claims(passages, _setting(kind, signature, number, reference_date, lexicon))
    document = Document(
        source=reading.source,
        text=reading.text,
        blocks=find_blocks(ground, sheet, outlines, reading.source.pages),
        kind=kind.name if kind else None,
        direction=_direction(kind, recipients),
        copy_number=find_copy_number(ground, sheet),
        security=find_security(ground, sheet),
        urgency=find_urgency(ground, sheet),
        category=find_category(ground, sheet),
        letterhead=find_letterhead(ground, sheet, lexicon),
        number=number,
        signers=find_signers(ground, sheet, lexicon),
        title=title,
        recipients=recipients,
        proposal=_proposal(ground, sheet, title, own, lexicon),
        body=own.body,
        attachment_list=listed,
        signature=signature,
        note=find_note(ground, sheet),
        attachments=tuple(made.attachment for made in inner),
        copies=find_copies(ground, sheet, lexicon),
        imprint=find_imprint(ground, sheet),
        contacts=find_contacts(_contact_texts(ground, sheet, own), lexicon),
        claims=claims,
        citations=tuple(
            sorted(cited(_citing_texts(ground, sheet, outlines), _own(sheet, title, number)), key=lambda c: c.start)
        ),
        tables=reading.tables or find_tables(ground, sheet),
        diagnostics=(
            *reading.diagnostics,
            *diagnose(reading.text, title, [o.body for o in outlines]),
            *contradictions(reading.source, title, number, signature),
            *check_claims(claims),
            *slow_patterns(ground.slow),
        ),
    )
    document._layout = reading.layout  # noqa: SLF001 -- the reader's layout is no part of the model
    return document


def _own(sheet: Sheet, title: Title | None, number: DocumentNumber | None) -> str | None:
    """The document's number as others cite it: of a 令 with the head line in front of it."""
    if number is None:
        return None
    return f"{title.clean}{number.clean}" if title and sheet.first("order_title") else number.clean


def _body(ground: Ground, sheet: Sheet, kind: str | None, part: int) -> Outlined:
    """The outline of a sheet's body."""
    texts = [t for e in sheet.all("body") for t in paragraphs(ground, e.lines)]
    return outline(ground, texts, kind=kind, part=part)


@dataclass(frozen=True, slots=True)
class _Attached:
    attachment: Attachment
    outlined: Outlined


def _attached(
    ground: Ground, sheet: Sheet, lexicon: Lexicon, part: int, listed: tuple[AttachmentItem, ...]
) -> _Attached:
    """A text attached or printed along; one that shows no title is called as the list of attachments calls it."""
    title, kind = find_title(ground, sheet, lexicon)
    heading = sheet.first("attachment")
    number = _HEADING.match(heading.lines[0].tight) if heading else None
    name = title.clean if title else None
    if name is None and heading and number and number.end() < len(heading.lines[0].tight):
        name = heading.lines[0].tight[number.end() :]
    if name is None and number:
        name = _listed(integer(number["n"]) if number["n"] else None, listed)
    outlined = _body(ground, sheet, kind.name if kind else None, part)
    lines = [line for element in sheet.elements for line in element.lines]
    attachment = Attachment(
        number=integer(number["n"]) if number and number["n"] else None,
        title=name,
        body=outlined.body,
        **place(ground.source, ground.spans(lines)),
    )
    return _Attached(attachment, outlined)


def _listed(number: int | None, listed: tuple[AttachmentItem, ...]) -> str | None:
    """The title that the list gives to an attachment: the one with its number, or the only one."""
    if len(listed) == 1 and (number is None or listed[0].number in {None, number}):
        return listed[0].title
    return next((item.title for item in listed if number and item.number == number), None)


def _direction(kind: Kind | None, recipients: tuple[Recipient, ...]) -> str | None:
    """行文方向, where the kind settles it; an 意见 and a 纪要 go by their recipients."""
    if kind is None:
        return None
    if kind.direction:
        return kind.direction
    return "down" if kind.statutory and any(r.kind == "group" for r in recipients) else None


def _setting(
    kind: Kind | None,
    signature: Signature,
    number: DocumentNumber | None,
    reference_date: datetime.date | None,
    lexicon: Lexicon,
) -> Setting:
    day = reference_date
    if day is None and signature.date:
        day = datetime.date.fromisoformat(f"{signature.date.value}-01"[:10])
    year = day.year if day else number.year if number else None
    return Setting(kind=kind.name if kind else None, date=day, year=year, units=lexicon.units)


def _proposal(ground: Ground, sheet: Sheet, title: Title | None, own: Outlined, lexicon: Lexicon) -> Proposal | None:
    element = sheet.first("title")
    text = title_text(ground, element, lexicon).tight() if element else None
    return find_proposal(title, text, [passage.text for passage in own.passages[:2]])


def _texts(ground: Ground, elements: list[Element]) -> list[Text]:
    return [ground.text(element.lines) for element in elements]


def _contact_texts(ground: Ground, sheet: Sheet, own: Outlined) -> list[Text]:
    """Where contacts stand: lines of the body that name one, the note, the lines set apart for them."""
    texts: list[Text] = []
    run: list[Text] = []
    for passage in own.passages:
        chars = passage.text.chars
        if _CONTACT.match(chars) or (run and (run[-1].chars[-1] in "；，、" or _PERSON.fullmatch(chars))):
            run.append(passage.text)
            continue
        texts.extend([join(run)] if run else [])
        run = []
        texts.append(passage.text)
    texts.extend([join(run)] if run else [])
    lines: list[Line] = []
    for element in sheet.elements:
        if element.slot == "contacts":
            lines.extend(element.lines)
        elif element.slot == "note":
            texts.append(ground.text(element.lines))
    return [*texts, ground.text(lines)] if lines else texts


_CONTACT = re.compile(
    r"(?:（[一二三四五六]）|\d[.、]|[一二三四五六七八九十]{1,2}、)?(?:[^\W\da-zA-Z_]{0,4}(?:联 *系|咨询|办公|值班|服务|经办)(?:电 *话|人|方式)|(?:电 *话|手 *机)：)"
)
_PERSON = re.compile(
    r"(?:[^，。：；\d]{2,30}：)?[^\W\da-zA-Z_]{2,4}：?\+?\d[\d一—()（） -]{6,40}(?:（[^（）\d]{2,12}）)?[；。]?"
)
"""A line below 联系人 or 联系方式: 某市水利局：季云帆 0577-86600417."""


def _citing_texts(ground: Ground, sheet: Sheet, outlines: list[Outlined]) -> list[Text]:
    """Where citations count: titles, bodies, lists of attachments, notes; not litter, numbers, imprint."""
    slots = {
        "title",
        "order_title",
        "attachment_list",
        "late_list",
        "note",
        "annotation",
        "attachment",
        "recipients",
        "table",
    }
    texts = [passage.text for outlined in outlines for passage in outlined.passages]
    texts.extend(
        _texts(ground, [e for e in sheet.all("litter") if any(c.name == SITE_TITLE for c in e.labels[0].cues)])
    )
    texts.extend(
        _texts(
            ground,
            [e for e in sheet.elements if e.slot in slots and not (e.slot == "attachment" and sheet.attachments)],
        )
    )
    for inner in sheet.attachments:
        texts.extend(_texts(ground, [e for e in inner.elements if e.slot in slots | {"number"}]))
    return texts
