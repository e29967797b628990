"""DOCX (ISO/IEC 29500): text in document order, automatic numbers and all."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from gongwen.model import Source
from gongwen.reading.archive import Archive, parse_xml
from gongwen.reading.docx_body import Story
from gongwen.reading.docx_styles import Styles, W, read_numbering
from gongwen.reading.draft import Draft
from gongwen.reading.failure import UnreadableError
from gongwen.reading.plain import bounded, digest
from gongwen.reading.reading import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# ISO/IEC 29500 Strict has names of its own for the same elements.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_FACTS = {"title": "标题", "creator": "作者", "subject": "主题", "keywords": "关键词", "created": "创建时间"}


def read_docx(data: bytes, name: str | None) -> Reading:
    """Read a DOCX."""
    package = _Package(Archive(data, name), name)
    root = package.xml(package.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableError("文件里没有正文（word/document.xml）", name)
    draft = Draft()
    _write(package, body, draft)
    text = bounded(draft.text(), name)
    source = Source(name=name, media_type=MEDIA_TYPE, sha256=digest(data), metadata=package.facts())
    return Reading(text, source, draft.tables(text), layout=draft.layout())


def _write(package: _Package, body: _Element, draft: Draft) -> None:
    """The header of the first page, the body, then what the other pages repeat, then the notes."""
    styles = Styles(package.related_xml("styles"))
    story = Story(draft, styles, read_numbering(package.related_xml("numbering"), styles))
    first, others, footers = package.headers(body)
    for header in first:
        story.write(header, "header")
    story.write(body)
    for header in others:
        story.write(header, "header")
    for footer in footers:
        story.write(footer, "footer")
    for kind in ("footnotes", "endnotes"):
        notes = package.related_xml(kind)
        for note in () if notes is None else notes:
            if note.get(f"{W}type") in {None, "normal"}:
                story.write(note, "footnote")


class _Package:
    """The parts of the archive and how they refer to each other."""

    def __init__(self, archive: Archive, name: str | None) -> None:
        self._archive = archive
        self._name = name
        roots = self._relations("_rels/.rels", "").values()
        self.main = next((target for kind, target in roots if kind == "officeDocument"), "word/document.xml")
        if self.main not in archive:
            self.main = "word/document.xml"
        folder, file = posixpath.split(self.main)
        self._parts = self._relations(f"{folder}/_rels/{file}.rels", folder)

    def xml(self, path: str) -> _Element | None:
        """The root of a part."""
        data = self._archive.read(path)
        if data is None:
            return None
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
        return parse_xml(data, self._name, path)

    def _relations(self, path: str, folder: str) -> dict[str, tuple[str, str]]:
        """Id to kind and target."""
        root = self._archive.xml(path)
        out: dict[str, tuple[str, str]] = {}
        for element in () if root is None else root.iter(_RELATIONSHIP):
            if element.get("TargetMode") != "External":
                target = element.get("Target") or ""
                joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                out[element.get("Id") or ""] = ((element.get("Type") or "").rsplit("/", 1)[-1], joined)
        return out

    def related_xml(self, kind: str) -> _Element | None:
        """The root of the part that the document relates to in this way."""
        target = next((target for name, target in self._parts.values() if name == kind), None)
        return None if target is None else self.xml(target)

    def headers(self, body: _Element) -> tuple[list[_Element], list[_Element], list[_Element]]:
        """Headers of the first page, headers of the others, footers; each part once."""
        sections = list(body.iter(f"{W}sectPr"))
        title_page = bool(sections) and sections[0].find(f"{W}titlePg") is not None
        wanted = "first" if title_page else "default"
        groups: tuple[list[_Element], list[_Element], list[_Element]] = ([], [], [])
        seen: set[str] = set()
        for k, section in enumerate(sections):
            for element in section:
                if element.tag not in {f"{W}headerReference", f"{W}footerReference"}:
                    continue
                kind, target = self._parts.get(element.get(_REFERENCE) or "", ("", ""))
                root = None if target in seen or not kind else self.xml(target)
                seen.add(target)
                if root is not None:
                    is_first = k == 0 and element.get(f"{W}type", "default") == wanted
                    groups[2 if kind == "footer" else 0 if is_first else 1].append(root)
        return groups

    def facts(self) -> dict[str, str]:
        """What the file says of itself."""
        root = self._archive.xml("docProps/core.xml")
        found = {} if root is None else {str(element.tag).rsplit("}", 1)[-1]: element.text for element in root}
        return {label: text for key, label in _FACTS.items() if (text := (found.get(key) or "").strip())}
