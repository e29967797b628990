"""The ordered table of readers, and the one way into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongwen.reading.converted import read_converted, sniff_converted
from gongwen.reading.doc import read_doc, sniff_doc
from gongwen.reading.docx import read_docx, sniff_docx
from gongwen.reading.failure import UnreadableError
from gongwen.reading.foreign import foreign
from gongwen.reading.html import read_html, sniff_html
from gongwen.reading.image import read_image, sniff_image
from gongwen.reading.limits import MAX_BYTES
from gongwen.reading.markdown import is_markdown, read_markdown
from gongwen.reading.ofd import read_ofd, sniff_ofd
from gongwen.reading.pdf import read_pdf, sniff_pdf
from gongwen.reading.plain import read_plain, read_str
from gongwen.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether the bytes are of it, and how they are read."""

    name: str
    sniff: Callable[[bytes, str | None], bool]
    """Whether bytes of a file of this name are of the format; only Markdown looks at the name."""
    read: Callable[[bytes, str | None], Reading]


READERS: tuple[Reader, ...] = (
    Reader("pdf", lambda data, _: sniff_pdf(data), read_pdf),
    Reader("docx", lambda data, _: sniff_docx(data), read_docx),
    Reader("ofd", lambda data, _: sniff_ofd(data), read_ofd),
    Reader("doc", lambda data, _: sniff_doc(data), read_doc),
    Reader("image", lambda data, _: sniff_image(data), read_image),
    Reader("html", lambda data, _: sniff_html(data), read_html),
    Reader("converted", lambda data, _: sniff_converted(data), read_converted),
    Reader("markdown", lambda _, name: is_markdown(name), read_markdown),
    Reader("text", lambda _data, _name: True, read_plain),  # last: anything that no other reader takes
)


def read(data: str | bytes, name: str | None = None) -> Reading:
    """Read a str, or the bytes of any format that is read.

    Raises UnreadableError where the bytes cannot be read at all.
    """
    if isinstance(data, str):
        return read_str(data)
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"文件过大（{len(data) >> 20} MB，上限 {MAX_BYTES >> 20} MB）", name)
    reader = next(reader for reader in READERS if reader.sniff(data, name))
    if reader.read is read_plain and (cause := foreign(data)):
        raise UnreadableError(cause, name)
    return reader.read(data, name)
