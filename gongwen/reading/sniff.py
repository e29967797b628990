"""What tells a format by its bytes: quick looks, nothing is imported for a text."""

from __future__ import annotations

import re

PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
)
"""How pictures open, and their media types."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = re.compile(rb"(?:\A|[\r\n\x00])%PDF-\d|\A.{0,1000}?%PDF-\d\.\d[\r\n]", re.DOTALL)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_TAG = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|div|p|table|span|h[1-6]|section|article|font|center|br|ul)\b)[^<>]*+>",
    re.IGNORECASE,
)
_DOCLING = re.compile(rb'"schema_name"\s{0,9}:\s{0,9}"DoclingDocument"')
_MINERU = re.compile(rb'"pdf_info"\s{0,9}:|"page_idx"\s{0,9}:')
_MARKDOWN = (".md", ".markdown")


def is_pdf(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are a PDF; some have a line or two before it begins."""
    return bool(_PDF.search(data[:1024]))


def is_docx(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are a package with a document in it."""
    return any(path.startswith("word/") and path.endswith(".xml") for path in _entries(data))


def is_ofd(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are a package with OFD.xml."""
    return "ofd.xml" in _entries(data)


def is_doc(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are a compound file."""
    return data.startswith(_COMPOUND)


def is_image(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are a picture."""
    magic = next((magic for magic, _ in PICTURES if data.startswith(magic)), None)
    return magic is not None and (magic != b"BM" or (len(data) > 26 and data[6:10] == bytes(4)))


def is_html(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are a web page."""
    head = data[:8192]
    if head[:2] in _UTF_16:
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and bool(_TAG.search(head))


def is_converted(data: bytes, _name: str | None) -> bool:
    """Whether the bytes are the JSON of docling or MinerU."""
    opening = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return opening in {b"{", b"["} and bool(_DOCLING.search(data[:4096]) or _MINERU.search(data[:1_000_000]))


def is_markdown(_data: bytes, name: str | None) -> bool:
    """Whether a file of this name is Markdown: nothing in its bytes tells it from a text."""
    return name is not None and name.lower().endswith(_MARKDOWN)


def is_text(_data: bytes, _name: str | None) -> bool:
    """Whatever nothing else is."""
    return True


def _entries(data: bytes) -> tuple[str, ...]:
    """The paths of a zip's entries, in lower case; none where it is no zip or cannot be opened."""
    if not data.startswith(b"PK\x03\x04"):
        return ()
    from gongwen.reading.archive import Archive  # noqa: PLC0415

    archive = Archive.peek(data)
    return () if archive is None else archive.paths()
