"""What case files may ask of a document: the Chinese name of a field, and its value as lines."""

from gongwen.model import Paragraph


def _clean(node):
    return [node.clean] if node else []


def _str(value):
    return [] if value is None else [str(value)]


def _sections(sections):
    for section in sections:
        yield f"{section.level} {section.marker} {section.title or '—'}"
        yield from _sections(section.children)


def _bodies(doc):
    return [doc.body, *(attachment.body for attachment in doc.attachments)]


def _points(doc):
    return [point for node in doc.nodes() if isinstance(node, Paragraph) for point in node.points]


def _citation(citation):
    parts = [f"《{citation.title}》" if citation.title else "", citation.number or "", citation.article or ""]
    return " ".join(part for part in parts if part)


def _quantity(claim):
    quantity = claim.quantity
    value = f"{quantity.value}" if quantity.high is None else f"{quantity.value}..{quantity.high}"
    return " ".join(part for part in (quantity.clean, "=", value, quantity.unit, quantity.bound) if part)


def _blocks(role):
    return lambda doc: [block.clean for block in doc.blocks if block.role == role]


FIELDS = {
    "文种": lambda d: _str(d.kind),
    "行文方向": lambda d: _str(d.direction),
    "份号": lambda d: _clean(d.copy_number),
    "密级": lambda d: _str(d.security and d.security.level),
    "保密期限": lambda d: _str(d.security and d.security.term),
    "紧急程度": lambda d: _clean(d.urgency),
    "类别标记": lambda d: _clean(d.category),
    "发文机关标志": lambda d: [a.name for a in d.letterhead.agencies] if d.letterhead else [],
    "发文字号": lambda d: _clean(d.number),
    "机关代字": lambda d: _str(d.number and d.number.agency_code),
    "年份": lambda d: _str(d.number and d.number.year),
    "顺序号": lambda d: _str(d.number and d.number.serial),
    "式样": lambda d: _str(d.number and d.number.style),
    "签发人": lambda d: [f"{s.name}（{s.agency}）" if s.agency else s.name for s in d.signers],
    "标题": lambda d: _clean(d.title),
    "标题中的机关": lambda d: [a.name for a in d.title.agencies] if d.title else [],
    "事由": lambda d: _str(d.title and d.title.subject),
    "主送": lambda d: [r.name for r in d.recipients],
    "主送种类": lambda d: [r.kind for r in d.recipients],
    "所答种类": lambda d: _str(d.proposal and d.proposal.kind),
    "所答机关": lambda d: _str(d.proposal and d.proposal.body),
    "届": lambda d: _str(d.proposal and d.proposal.term),
    "次": lambda d: _str(d.proposal and d.proposal.session),
    "编号": lambda d: _str(d.proposal and d.proposal.number),
    "题目": lambda d: _str(d.proposal and d.proposal.title),
    "层次": lambda d: [line for body in _bodies(d) for line in _sections(body.sections)],
    "导语": lambda d: [p.clean for p in d.body.preamble],
    "结尾": lambda d: [p.clean for p in d.body.conclusion],
    "段落": lambda d: [node.clean for node in d.nodes() if isinstance(node, Paragraph)],
    "要点": lambda d: [f"{point.marker} {point.lead}" for point in _points(d)],
    "引用": lambda d: [_citation(c) for c in d.citations],
    "附件说明": lambda d: [f"{i.number or '—'} {i.title}" for i in d.attachment_list],
    "署名": lambda d: [a.name for a in d.signature.agencies],
    "成文日期": lambda d: _str(d.signature.date and d.signature.date.value),
    "附注": lambda d: _clean(d.note),
    "附件": lambda d: [f"{a.number or '—'} {a.title or '—'}" for a in d.attachments],
    "抄送": lambda d: [c.name for c in d.copies],
    "抄送分组": lambda d: [f"{c.role} {c.group} {c.name}" for c in d.copies],
    "印发机关": lambda d: _str(d.imprint and d.imprint.agency and d.imprint.agency.name),
    "印发日期": lambda d: _str(d.imprint and d.imprint.date and d.imprint.date.value),
    "份数": lambda d: _str(d.imprint and d.imprint.print_run),
    "联系人": lambda d: [" ".join([c.agency or "—", c.name or "—", *c.phones]) for c in d.contacts],
    "数量": lambda d: [_quantity(c) for c in d.claims],
    "题注": _blocks("annotation"),
    "主题词": _blocks("keywords"),
    "出席": _blocks("attendance"),
    "版面": _blocks("furniture"),
    "网页": _blocks("litter"),
}
