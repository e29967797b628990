"""Plain text in the encodings that Chinese documents come in."""

from __future__ import annotations

import hashlib
import re

from gongwen.model import Diagnostic, Source
from gongwen.reading.encoding import decode, is_binary
from gongwen.reading.failure import UnreadableError
from gongwen.reading.foreign import foreign
from gongwen.reading.limits import MAX_CHARACTERS
from gongwen.reading.reading import Reading

_LOST = re.compile("\ufffd+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def digest(data: bytes) -> str:
    """The sha256 of the bytes as Source has it."""
    return hashlib.sha256(data).hexdigest()


def read_plain(data: bytes, name: str | None) -> Reading:
    """Read a text file: the decoded text unchanged, a BOM left out."""
    if cause := foreign(data):
        raise UnreadableError(cause, name)
    text, encoding = decode(data)
    if is_binary(text):
        raise UnreadableError("不是文字，也不是能读的文件格式", name)
    source = Source(name=name, encoding=encoding, sha256=digest(data))
    return Reading(bounded(text, name), source, diagnostics=lost(text))


def bounded(text: str, name: str | None) -> str:
    """The text, unless it is over the limit."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(f"文字过多（{len(text)} 字，上限 {MAX_CHARACTERS} 字）", name)
    return text


def lost(text: str) -> tuple[Diagnostic, ...]:
    """A diagnostic where bytes could not be decoded."""
    spans = tuple(match.span() for match in _LOST.finditer(text))
    if not spans:
        return ()
    message = f"有 {len(spans)} 处字节无法解码，已代以 U+FFFD"
    return (Diagnostic(code="undecodable", severity="warning", message=message, spans=spans),)


def read_str(text: str) -> Reading:
    """Take a str as it is; a lone surrogate becomes U+FFFD with a diagnostic."""
    bounded(text, None)
    try:
        text.encode()
    except UnicodeEncodeError:
        spans = tuple(match.span() for match in _SURROGATE.finditer(text))
        note = Diagnostic(code="surrogate", severity="warning", message="有无法编码的字符，已代以 U+FFFD", spans=spans)
        return Reading(_SURROGATE.sub("\ufffd", text), Source(), diagnostics=(note,))
    return Reading(text, Source())
