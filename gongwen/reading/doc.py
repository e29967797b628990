"""DOC and WPS: the binary files of Word 97 to 2003 and of WPS Office, text and automatic numbers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from gongwen.model import Source
from gongwen.reading.doc_file import Properties, WordFile, unsigned
from gongwen.reading.doc_lists import read_lists
from gongwen.reading.draft import Draft
from gongwen.reading.failure import UnreadableError
from gongwen.reading.grid import Cell, write_grid
from gongwen.reading.indent import CHARACTER, Indent
from gongwen.reading.numbering import symbol
from gongwen.reading.page import Alignment, ParagraphPart
from gongwen.reading.plain import bounded, digest
from gongwen.reading.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE = "application/msword"
_ENCRYPTED = "文件已加密，请去掉打开密码后再试"
_OTHERS = (
    ("EncryptedPackage", _ENCRYPTED),
    ("Workbook", "是电子表格，不是公文"),
    ("Book", "是电子表格，不是公文"),
    ("PowerPoint Document", "是演示文稿，不是公文"),
    ("", "不是 Word 文档"),
)
_ALIGNMENTS: dict[int | None, Alignment] = {0: "left", 1: "centre", 2: "right"}
_PARAGRAPH = re.compile("[^\r\x07\x0c]*[\r\x07\x0c]|[^\r\x07\x0c]+$")
_MAX_BASES = 12
_NO_STYLE = 0xFFF
_NO_LIST = (None, 0, 2047)
# Field codes stand between 0x13 and 0x14 (or 0x15 where a field has no result).
_MARKS = re.compile("[\x13\x14\x15]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1d\x1f]")
_WRITTEN = str.maketrans({"\x0b": "\n", "\x1e": "-"})


def read_doc(data: bytes, name: str | None) -> Reading:
    """Read a DOC or WPS file."""
    document, table = _streams(data, name)
    source = Source(name=name, media_type=MEDIA_TYPE, sha256=digest(data))
    if unsigned(document, 2, 2) < 0xC1:
        return Reading(bounded(_early(document), name), source)
    draft = Draft()
    _Writer(WordFile(document, table), draft).write()
    text = bounded(draft.text(), name)
    return Reading(text, source, draft.tables(text), layout=draft.layout())


def _streams(data: bytes, name: str | None) -> tuple[bytes, bytes]:
    """The streams of the document and of its tables."""
    import olefile  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            names = {"/".join(path) for path in file.listdir()}
            # A stream that claims to be longer than the file has a circle in its chain of sectors.
            wanted = [k for k in ("WordDocument", "1Table", "0Table") if k in names and file.get_size(k) <= len(data)]
            streams = {k: file.openstream(k).read() for k in wanted}
    except Exception as error:  # whatever a broken compound file makes the library raise
        raise UnreadableError("文件残缺，无法打开", name) from error
    document = streams.get("WordDocument")
    if document is None and "WordDocument" in names:
        raise UnreadableError("文件残缺，无法打开", name)
    if document is None:
        raise UnreadableError(next(cause for stream, cause in _OTHERS if not stream or stream in names), name)
    flags = unsigned(document, 0x0A, 2)
    if flags & 0x0100:
        raise UnreadableError(_ENCRYPTED, name)
    return document, streams.get("1Table" if flags & 0x0200 else "0Table", b"")


def _early(document: bytes) -> str:
    """The text of Word 6 and 95, which is in the code page of the system."""
    text = document[unsigned(document, 0x18) : unsigned(document, 0x1C)].decode("gb18030", "replace")
    return _INVISIBLE.sub("", _visible(text).translate(_WRITTEN).replace("\x07", "\t")).replace("\r", "\n")


class _Writer:
    """Writes the parts of the text one after another."""

    def __init__(self, file: WordFile, draft: Draft) -> None:
        self._file = file
        self._draft = draft
        self._numbering = read_lists(file)
        self._rows: list[list[Cell]] = []
        self._row: list[Cell] = []
        self._cell: list[str] = []

    def write(self) -> None:
        text = self._file.text()
        for start, end, part in self._stories():
            for match in _PARAGRAPH.finditer(text, start, min(end, len(text))):
                self._paragraph(match[0], match.end() - 1, part)
            self._end_table(part)

    def _stories(self) -> Iterator[tuple[int, int, ParagraphPart | None]]:
        """Where each part stands: body, text boxes, running heads, notes; comments left out."""
        counts = self._file.stories
        footnotes = counts.body
        headers = footnotes + counts.footnotes
        endnotes = headers + counts.headers + counts.comments
        boxes = endnotes + counts.endnotes
        yield 0, counts.body, None
        yield boxes, boxes + counts.boxes, "textbox"
        yield headers, headers + counts.headers, "header"
        yield footnotes, headers, "footnote"
        yield endnotes, boxes, "footnote"

    def _paragraph(self, raw: str, mark_at: int, part: ParagraphPart | None) -> None:
        properties = self._file.paragraph(mark_at)
        mark = raw[-1] if raw[-1] in "\r\x07\x0c" else ""
        text = _clean(raw[: len(raw) - len(mark)])
        marker, level = self._marker(properties)
        if mark == "\x07" or self._get(properties, "in_table"):
            self._in_table(marker + text, mark, row_end=bool(properties.get("row_end")))
            return
        self._end_table(part)
        if part and not text.strip():
            return
        self._draft.write(marker + text)
        outline = self._get(properties, "outline")
        self._draft.end_line(
            alignment=_ALIGNMENTS.get(self._get(properties, "alignment")),
            indent=self._indent(properties).characters(CHARACTER),
            outline_level=outline if outline is not None and outline < 9 else None,
            number_level=level,
            marker=len(marker.rstrip()),
            part=part,
        )

    def _in_table(self, text: str, mark: str, *, row_end: bool) -> None:
        if row_end:
            self._rows.append(self._row)
            self._row = []
            return
        self._cell.append(text)
        if mark == "\x07":
            self._row.append(self._cell)
            self._cell = []

    def _end_table(self, part: ParagraphPart | None) -> None:
        if self._cell:
            self._row.append(self._cell)
        if self._row:
            self._rows.append(self._row)
        if self._rows:
            write_grid(self._draft, self._rows, part)
        self._rows, self._row, self._cell = [], [], []

    def _get(self, properties: Properties, name: str) -> int | None:
        """What the paragraph says, else its style, else the styles that is based on."""
        value, style = properties.get(name), properties.style
        for _ in range(_MAX_BASES):
            if value is not None or not 0 <= style < len(self._file.styles):
                break
            style, inherited = self._file.styles[style]
            value = inherited.get(name)
        return value

    def _indent(self, properties: Properties) -> Indent:
        values = (self._get(properties, name) for name in Indent._fields)
        return Indent(*(None if value is None else value - (value >> 15 << 16) for value in values))

    def _marker(self, properties: Properties) -> tuple[str, int | None]:
        instance = self._get(properties, "list")
        if instance in _NO_LIST:
            return "", None
        level = self._get(properties, "level") or 0
        marker = self._numbering.next(str(instance), level)
        return marker, level if marker else None


def _clean(text: str) -> str:
    """The text of a paragraph as it is printed."""
    if any(c < " " for c in text):
        text = _INVISIBLE.sub("", _visible(text).translate(_WRITTEN)).replace("\x1f", "")
    if any("\ud800" <= c <= "\uf8ff" for c in text):
        text = symbol(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    return text


def _visible(text: str) -> str:
    """The text without field codes."""
    out: list[str] = []
    codes: list[bool] = []
    at = 0
    for match in _MARKS.finditer(text):
        if not any(codes):
            out.append(text[at : match.start()])
        at = match.end()
        if match[0] == "\x13":
            codes.append(True)
        elif codes and match[0] == "\x14":
            codes[-1] = False
        elif codes:
            codes.pop()
    return "".join(out) + ("" if any(codes) else text[at:])
