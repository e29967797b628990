"""The ordered table of readers, and the one way into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from gongwen.reading import sniff
from gongwen.reading.failure import UnreadableError
from gongwen.reading.limits import MAX_BYTES
from gongwen.reading.plain import read_str

if TYPE_CHECKING:
    from gongwen.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether the bytes are of it, and what reads them."""

    name: str
    sniff: Callable[[bytes, str | None], bool]
    """Whether bytes of a file of this name are of the format; only Markdown looks at the name."""
    function: str
    """Module and function, imported when the first file of the format comes."""

    def read(self, data: bytes, name: str | None) -> Reading:
        """Read the bytes."""
        module, function = self.function.split(":")
        found: Reading = getattr(import_module(module), function)(data, name)
        return found


READERS: tuple[Reader, ...] = (
    Reader("pdf", sniff.is_pdf, "gongwen.reading.pdf:read_pdf"),
    Reader("docx", sniff.is_docx, "gongwen.reading.docx:read_docx"),
    Reader("ofd", sniff.is_ofd, "gongwen.reading.ofd:read_ofd"),
    Reader("doc", sniff.is_doc, "gongwen.reading.doc:read_doc"),
    Reader("image", sniff.is_image, "gongwen.reading.image:read_image"),
    Reader("html", sniff.is_html, "gongwen.reading.html:read_html"),
    Reader("converted", sniff.is_converted, "gongwen.reading.converted:read_converted"),
    Reader("markdown", sniff.is_markdown, "gongwen.reading.markdown:read_markdown"),
    Reader("text", sniff.is_text, "gongwen.reading.plain:read_plain"),  # last: anything that no other reader takes
)


def read(data: str | bytes, name: str | None = None) -> Reading:
    """Read a str, or the bytes of any format that is read.

    Raises UnreadableError where the bytes cannot be read at all.
    """
    if isinstance(data, str):
        return read_str(data)
    if len(data) > MAX_BYTES:
        raise UnreadableError(f"文件过大（{len(data) >> 20} MB，上限 {MAX_BYTES >> 20} MB）", name)
    return next(reader for reader in READERS if reader.sniff(data, name)).read(data, name)
