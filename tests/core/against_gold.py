"""A document in the form of the gold files, and the differences between the two, field by field."""

from fractions import Fraction

from gongwen.model import Paragraph, Section
from gongwen.text import fold

FIELDS = (
    "kind", "copy_number", "security", "urgency", "category", "letterhead", "number", "signers",
    "title", "recipients", "attachment_list", "signature", "date", "note", "attachments", "copies",
    "imprint_agency", "imprint_date", "contacts", "sections", "points", "citations", "claims",
)  # fmt: skip


def norm(text):
    """Width variants made one, blanks gone."""
    return "".join(fold(text).replace("\u200b", "").replace(",", "，").split()) if text else None


def norms(texts):
    return [norm(text) for text in texts]


def clean(node):
    return norm(node.clean) if node else None


def exact(value):
    return str(Fraction(value)) if value is not None else None


def found(doc):
    """What the parser found, in the gold files' form."""
    date = doc.signature.date
    imprint = doc.imprint
    return {
        "kind": norm(doc.kind),
        "copy_number": clean(doc.copy_number),
        "security": clean(doc.security),
        "urgency": clean(doc.urgency),
        "category": clean(doc.category),
        "letterhead": norms(a.name for a in doc.letterhead.agencies) if doc.letterhead else [],
        "number": clean(doc.number),
        "signers": norms(signer.name for signer in doc.signers),
        "title": clean(doc.title),
        "recipients": norms(recipient.name for recipient in doc.recipients),
        "attachment_list": norms(item.title for item in doc.attachment_list),
        "signature": norms(agency.name for agency in doc.signature.agencies),
        "date": date.value if date else None,
        "note": clean(doc.note),
        "attachments": norms(attachment.title for attachment in doc.attachments),
        "copies": norms(copy.name for copy in doc.copies),
        "imprint_agency": norm(imprint.agency.name) if imprint and imprint.agency else None,
        "imprint_date": imprint.date.value if imprint and imprint.date else None,
        "contacts": [(norm(c.name), norm(phone)) for c in doc.contacts for phone in c.phones or (None,)],
        "sections": [
            (s.level, norm(s.marker), norm(s.title), norm(s.clean)[len(norm(s.marker)) :])
            for s in _in_order(doc, Section)
        ],
        "points": [
            (norm(point.marker).rstrip("，"), norm(point.clean)[len(norm(point.marker)) :].lstrip("，"))
            for paragraph in _in_order(doc, Paragraph)
            for point in paragraph.points
        ],
        "citations": [(norm(c.title), norm(c.number)) for c in doc.citations],
        "claims": [
            (
                clean(c.quantity),
                exact(c.quantity.value),
                exact(c.quantity.high),
                norm(c.quantity.unit),
                c.quantity.bound,
            )
            for c in doc.claims
        ],
    }


def _in_order(doc, kind):
    return sorted((node for node in doc.nodes() if isinstance(node, kind)), key=lambda node: node.start)


SINGLE = ("kind", "copy_number", "security", "urgency", "category", "number", "title", "note")
LISTS = ("letterhead", "signers", "recipients", "attachment_list", "attachments", "copies")


def expected(gold):
    """What the gold file says, in the same form."""
    return {
        **{key: norm(gold[key]) for key in SINGLE},
        **{key: norms(gold[key]) for key in LISTS},
        "signature": norms(gold["signature"]["agencies"]),
        "date": gold["signature"]["date"],
        "imprint_agency": norm(gold["imprint"]["agency"]),
        "imprint_date": gold["imprint"]["date"],
        "contacts": [(norm(c["name"]), norm(c["phone"])) for c in gold["contacts"]],
        "sections": [(s["depth"], norm(s["marker"]), norm(s["title"]), norm(s["start"])) for s in gold["sections"]],
        "points": [(norm(p["marker"]).rstrip("，"), norm(p["start"])) for p in gold["points"]],
        "citations": [(norm(c["title"]), norm(c["number"])) for c in gold["citations"]],
        "claims": [
            (norm(c["quantity"]), exact(c["value"]), exact(c["high"]), norm(c["unit"]), c["bound"])
            for c in gold["claims"]
        ],
    }


def settle(field, found_rows, expected_rows):
    """Where the gold leaves room, what was found is brought to the gold's own form."""
    if field in {"sections", "points"}:
        # The gold quotes only how the text behind the marker begins.
        starts = [row[-1] for row in expected_rows]
        return [(*row[:-1], _begin(row[-1], starts)) for row in found_rows]
    if field == "claims":
        # A bounding word apart from the number may or may not be taken into the quantity.
        quantities = [row[0] for row in expected_rows]
        return [(_core(row[0], quantities), *row[1:]) for row in found_rows]
    return found_rows


def _begin(text, starts):
    return next((start for start in starts if text.startswith(start)), text[:12])


def _core(quantity, quantities):
    near = [q for q in quantities if q in quantity or quantity in q]
    return quantity if quantity in quantities or not near else max(near, key=len)


def differences(field, doc, gold):
    """Lines that say what is missing (-) and what is too much (+), none where all agree."""
    want = expected(gold)[field]
    have = settle(field, found(doc)[field], want) if isinstance(want, list) else found(doc)[field]
    if have == want:
        return []
    if not isinstance(want, list):
        return [f"- {want}", f"+ {have}"]
    lost = [f"- {row}" for row in want if row not in have]
    extra = [f"+ {row}" for row in have if row not in want]
    return lost + extra or [f"- order {want}", f"+ order {have}"]
