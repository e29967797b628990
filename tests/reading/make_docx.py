"""DOCX files for tests, written part by part."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def run(text, properties=""):
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text="", *, number=None, style=None, properties="", look="", inside=""):
    """``number``: (list, level); ``inside``: XML of runs after the text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        named += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run(text, look) if text else ''}{inside}</w:p>"


def table(rows):
    cells = ("".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def level(index, text, number_format="decimal", *, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(name, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def instance(name, abstract, overrides=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def docx(body, *, numbering="", styles="", parts=None, section=""):
    """A package. ``parts``: relationship kind to (path, XML inside its root, root name)."""
    parts = dict(parts or {})
    if numbering:
        parts["numbering"] = ("numbering.xml", numbering, "numbering")
    if styles:
        parts["styles"] = ("styles.xml", styles, "styles")
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _content_types(parts))
        package.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        package.writestr("word/_rels/document.xml.rels", _relations({kind: part[0] for kind, part in parts.items()}))
        for path, inside, root in parts.values():
            package.writestr(f"word/{path}", f"<w:{root} {NAMESPACES}>{inside}</w:{root}>")
        document = f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
        package.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?>{document}')
    return out.getvalue()


def _content_types(parts):
    kinds = {"document.xml": "document.main"}
    kinds |= {path: {"hdr": "header", "ftr": "footer"}.get(root, root) for path, _, root in parts.values()}
    prefix = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    items = "".join(
        f'<Override PartName="/word/{path}" ContentType="{prefix}.{kind}+xml"/>' for path, kind in kinds.items()
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{rels}{xml}{items}</Types>'


def _relations(targets):
    items = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'
