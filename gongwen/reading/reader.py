"""The ordered table of readers, and the one way into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongwen.reading.doc import read_doc, sniff_doc
from gongwen.reading.docx import read_docx, sniff_docx
from gongwen.reading.html import read_html, sniff_html
from gongwen.reading.image import read_image, sniff_image
from gongwen.reading.ofd import read_ofd, sniff_ofd
from gongwen.reading.pdf import read_pdf, sniff_pdf
from gongwen.reading.plain import read_plain, read_str
from gongwen.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether the bytes are of it, and how they are read."""

    name: str
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str | None], Reading]


READERS: tuple[Reader, ...] = (
    Reader("pdf", sniff_pdf, read_pdf),
    Reader("docx", sniff_docx, read_docx),
    Reader("doc", sniff_doc, read_doc),
    Reader("image", sniff_image, read_image),
    Reader("ofd", sniff_ofd, read_ofd),
    Reader("html", sniff_html, read_html),
    Reader("text", lambda _: True, read_plain),  # last: anything that no other reader takes
)


def read(data: str | bytes, name: str | None = None) -> Reading:
    """Read a str, or the bytes of any format that is read.

    Raises UnreadableError where the bytes cannot be read at all.
    """
    if isinstance(data, str):
        return read_str(data)
    return next(reader for reader in READERS if reader.sniff(data)).read(data, name)
