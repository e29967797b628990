"""Archives and XML, taken apart within limits: nothing is unpacked to disk, no entity is resolved."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Self
from zipfile import BadZipFile, ZipFile

from gongwen.reading.failure import UnreadableError
from gongwen.reading.limits import MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_MARKUP_BYTES, MAX_UNPACKED_BYTES

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, OverflowError)


class Archive:
    """The entries of a zip, found by their path however it is written."""

    def __init__(self, data: bytes, name: str | None) -> None:
        self._name = name
        self._unpacked = 0
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError("压缩包残缺，无法打开", name) from error
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise UnreadableError(f"压缩包内文件过多（上限 {MAX_ENTRIES} 个）", name)
        self._entries = {_key(info.filename): info for info in infos}

    @classmethod
    def peek(cls, data: bytes) -> Self | None:
        """The archive, or None where it cannot be opened."""
        try:
            return cls(data, None)
        except UnreadableError:
            return None

    def __contains__(self, path: str) -> bool:
        return _key(path) in self._entries

    def paths(self) -> tuple[str, ...]:
        """The paths of all entries, in lower case, with forward slashes."""
        return tuple(self._entries)

    def read(self, path: str) -> bytes | None:
        """The bytes of an entry, None where there is none."""
        info = self._entries.get(_key(path))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise UnreadableError("文件已加密", self._name)
        if info.file_size > MAX_ENTRY_BYTES:
            raise UnreadableError(f"压缩包内文件 {path} 过大（上限 {MAX_ENTRY_BYTES >> 20} MB）", self._name)
        try:
            with self._zip.open(info) as entry:
                data = entry.read(MAX_ENTRY_BYTES + 1)
        except _BROKEN as error:
            raise UnreadableError(f"压缩包内文件 {path} 残缺", self._name) from error
        self._unpacked += len(data)
        if len(data) > MAX_ENTRY_BYTES or self._unpacked > MAX_UNPACKED_BYTES:
            raise UnreadableError(f"压缩包展开过大（上限 {MAX_UNPACKED_BYTES >> 20} MB）", self._name)
        return data

    def xml(self, path: str) -> _Element | None:
        """The root of an entry that holds XML, None where there is none."""
        data = self.read(path)
        return None if data is None else parse_xml(data, self._name, path)


def _key(path: str) -> str:
    """A path as entries are looked up: forward slashes, no ``.`` and ``..``, lower case."""
    parts: list[str] = []
    for part in path.replace("\\", "/").split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part.lower())
    return "/".join(parts)


def parse_xml(data: bytes, name: str | None, path: str) -> _Element:
    """The root of the XML; entities and a DTD are refused, damage is mended as far as it goes."""
    from lxml import etree  # noqa: PLC0415

    if len(data) > MAX_MARKUP_BYTES:
        raise UnreadableError(f"{path} 过大（上限 {MAX_MARKUP_BYTES >> 20} MB）", name)
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise UnreadableError(f"{path} 嵌套过深", name) from error
        mended = _mended(data)
        if mended is None:
            raise UnreadableError(f"{path} 不是完好的 XML", name) from error
        root = mended
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(f"{path} 含有不允许的实体声明", name)
    return root


def _mended(data: bytes) -> _Element | None:
    """What can be saved of broken XML."""
    from lxml import etree  # noqa: PLC0415

    try:
        return etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> XMLParser:
    from lxml import etree  # noqa: PLC0415

    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
