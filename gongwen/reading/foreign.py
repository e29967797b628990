"""Formats that are known and not read: what to tell the user."""

from __future__ import annotations

from gongwen.reading.failure import UnreadableError

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", "是压缩包（RAR），请先解压"),
    (b"7z\xbc\xaf\x27\x1c", "是压缩包（7z），请先解压"),
    (b"\x1f\x8b", "是压缩包（gzip），请先解压"),
    (b"BZh", "是压缩包（bzip2），请先解压"),
    (b"\xfd7zXZ\x00", "是压缩包（xz），请先解压"),
    (b"{\\rtf", "是 RTF 文件，请另存为 DOCX 再试"),
    (b"MIME-Version:", "是网页存档（MHT），请另存为网页再试"),
    (b"%!PS", "是 PostScript 文件，请转为 PDF 再试"),
    (b"GIF8", "是 GIF 图片，请转为 PNG 或 JPEG 再试"),
    (b"MZ", "是程序，不是公文"),
    (b"\x7fELF", "是程序，不是公文"),
    (b"SQLite format 3\x00", "是数据库，不是公文"),
)
_ENTRIES: tuple[tuple[str, str], ...] = (
    ("xl/workbook.xml", "是电子表格，不是公文"),
    ("ppt/presentation.xml", "是演示文稿，不是公文"),
    ("content.xml", "是 OpenDocument 文件，请另存为 DOCX 再试"),
    ("word/document.xml", "文件残缺，无法打开"),
)


def foreign(data: bytes) -> str | None:
    """Why bytes of a known other format cannot be read; None where they are of none."""
    cause = next((cause for magic, cause in _MAGIC if data.startswith(magic)), None)
    if cause is not None and not _reads_as_text(data):
        return cause
    if not data.startswith(b"PK\x03\x04"):
        return None
    from gongwen.reading.archive import Archive  # noqa: PLC0415

    try:
        archive = Archive(data, None)
    except UnreadableError as error:
        return error.cause
    return next((cause for path, cause in _ENTRIES if path in archive), "是压缩包，请先解压")


def _reads_as_text(data: bytes) -> bool:
    """Whether bytes that open like a program do so by chance: MZ… may open a text."""
    return data[:2] in {b"MZ", b"BZ"} and b"\0" not in data[:4096]
