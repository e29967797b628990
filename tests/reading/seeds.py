"""Valid files of every format, for fuzzing to start from; written in code."""

import json
import struct
from io import BytesIO

from make_doc import doc, level
from make_docx import definition, docx, instance, paragraph, run, table
from make_docx import level as list_level
from make_pdf import PdfPage, pdf
from test_converted import CONTENT_LIST, DOCLING, MIDDLE
from test_html import UCAP, UNKNOWN
from test_markdown import MARKDOWN

from gongwen.testing.ofd import OfdPageDraft, write_ofd

_LINES = ["关于做好抗旱工作的通知", "云政发〔2023〕15号", "各区人民政府：", "一、总体要求", "2023年5月6日"]


def _docx():
    levels = definition("0", list_level(0, "%1、", "chineseCounting"), list_level(1, "%1.%2"))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:basedOn w:val="b"/></w:style>'
    styles += (
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    )
    box = f"<w:txbxContent>{paragraph('文本框')}{table([('甲', '乙')])}</w:txbxContent>"
    inside = f"<w:ins>{run('新')}</w:ins><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:pict>{box}</w:pict></w:r>"
    body = "".join(paragraph(line, number=(str(k % 2 + 1), k % 2), style="b") for k, line in enumerate(_LINES))
    body += paragraph("段落", inside=inside) + table([("地区", "数量"), ("东河", "12")])
    parts = {
        "header1": ("header1.xml", paragraph("页眉"), "hdr"),
        "footnotes": ("footnotes.xml", f"<w:footnote>{paragraph('注')}</w:footnote>", "footnotes"),
    }
    section = '<w:headerReference w:type="default" r:id="header1"/>'
    numbering = levels + instance("1", "0") + instance("2", "0", override)
    return [docx(body, numbering=numbering, styles=styles, parts=parts, section=section)]


def _doc():
    in_table = struct.pack("<HB", 0x2416, 1)
    lines = [(f"{line}\r", k % 3 or None, b"") for k, line in enumerate(_LINES)]
    lines += [
        ("甲\x07", None, in_table),
        ("乙\x07", None, in_table),
        ("\x07", None, in_table + struct.pack("<HB", 0x2417, 1)),
    ]
    levels = (level("%1、", 39), level("（%2）", 37), level("%3.", 0))
    return [doc(lines, levels=levels, footnotes=("\x02 注\r",)), doc([("Title\r", None, b"")] * 3, narrow={0, 1})]


def _ofd():
    template, page = OfdPageDraft(), OfdPageDraft(template=0)
    template.text("— 1 —", x=100, y=280)
    for k, line in enumerate(_LINES):
        page.text(line, x=28, y=40 + 10 * k)
    page.table([("地区", "数量"), ("东河", "12")], x=28, y=150)
    return [write_ofd([page, page], templates=[template], title="通知")]


def _pdf():
    files = []
    for producer in ("adobe", "identity"):
        page, turned = PdfPage(), PdfPage(rotate=90)
        for k, line in enumerate(_LINES):
            page.text(line, 79, 100 + 30 * k, 16, "1 0 0 rg")
            turned.text(line, 100 + 30 * k, 300, matrix="0 1 -1 0")
        page.table([("地区", "数量"), ("东河", "12")], 79, 300)
        files.append(pdf([page, turned], producer=producer))
    return files


def _hidden_pdf():
    """A hidden layer that pdfplumber is asked to read, in a process of its own: half a second for each input."""
    page = PdfPage()
    for k, line in enumerate(_LINES):
        page.text(line, 79, 100 + 30 * k, mode=3)
        page.text(line[0], 79, 400 + 30 * k, mode=3)
    return [pdf([page, page], producer="glyphless")]


def _html():
    return [UCAP.encode("gb18030"), UNKNOWN.encode(), "\n".join(f"<p>{line}</p>" for line in _LINES).encode("utf-16")]


def _image():
    from PIL import Image

    picture = Image.effect_noise((48, 64), 90).convert("RGB")
    settings = (
        {"format": "PNG"},
        {"format": "JPEG"},
        {"format": "BMP"},
        {"format": "TIFF", "save_all": True, "append_images": [picture]},
    )
    files = []
    for setting in settings:
        out = BytesIO()
        picture.save(out, **setting)
        files.append(out.getvalue())
    return files


SEEDS = {
    "image": _image,
    "docx": _docx,
    "doc": _doc,
    "ofd": _ofd,
    "pdf": _pdf,
    "hidden-pdf": _hidden_pdf,
    "html": _html,
    "markdown": lambda: [MARKDOWN.encode()],
    "docling": lambda: [json.dumps(DOCLING, ensure_ascii=False).encode()],
    "mineru": lambda: [json.dumps(value, ensure_ascii=False).encode() for value in (CONTENT_LIST, MIDDLE)],
    "text": lambda: ["\n".join(_LINES).encode(encoding) for encoding in ("utf-8", "gb18030", "utf-16")],
}
"""Each format's name, and what writes its files."""
