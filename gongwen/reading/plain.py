"""Plain text in the encodings that Chinese documents come in."""

from __future__ import annotations

import hashlib

from gongwen.model import Diagnostic, Source
from gongwen.reading.failure import UnreadableError
from gongwen.reading.reading import Reading

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes) -> tuple[str, str]:
    """The text of the bytes without its BOM, and the encoding."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableError("无法辨认文字编码")


def read_plain(data: bytes, name: str | None) -> Reading:
    """Read a text file."""
    text, encoding = decode(data)
    return Reading(text, Source(name=name, encoding=encoding, sha256=hashlib.sha256(data).hexdigest()))


def read_str(text: str) -> Reading:
    """Take a str as it is; a lone surrogate becomes U+FFFD with a diagnostic."""
    try:
        text.encode()
    except UnicodeEncodeError:
        whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
        spans = tuple((i, i + 1) for i, c in enumerate(text) if "\ud800" <= c <= "\udfff")
        note = Diagnostic(code="surrogate", severity="warning", message="有无法编码的字符，已代以 U+FFFD", spans=spans)
        return Reading(whole, Source(), diagnostics=(note,))
    return Reading(text, Source())
