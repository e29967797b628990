"""OFD (GB/T 33190-2016): the national format for electronic documents, a line for each visual line."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gongwen.model import Source
from gongwen.reading import ocr
from gongwen.reading.archive import Archive
from gongwen.reading.failure import MissingExtraError, UnreadableError
from gongwen.reading.glyphs import lines
from gongwen.reading.image import open_picture
from gongwen.reading.limits import MAX_PAGES
from gongwen.reading.ofd_page import Font, OfdPage, Resources, local, numbers
from gongwen.reading.pages import Pages
from gongwen.reading.plain import digest
from gongwen.reading.ruled import grids

if TYPE_CHECKING:
    from lxml.etree import _Element

    from gongwen.reading.reading import Reading

MEDIA_TYPE = "application/ofd"
_A4 = (210.0, 297.0)
_FACTS = {"Title": "标题", "Author": "作者", "Creator": "制作软件", "CreationDate": "创建时间", "Subject": "主题"}
_RESOURCES = {"Font", "DrawParam", "MultiMedia", "CompositeGraphicUnit"}
_NOT_TEXT = {"Watermark", "Link"}
"""Kinds of annotations that are no part of the document."""


def read_ofd(data: bytes, name: str | None) -> Reading:
    """Read an OFD."""
    archive = Archive(data, name)
    root = archive.xml("OFD.xml")
    bodies = [] if root is None else [element for element in root.iter() if local(element) == "DocBody"]
    pages = Pages(name)
    facts: dict[str, str] = {}
    for body in bodies:
        facts = facts or _facts(body)
        location = next((element.text for element in body if local(element) == "DocRoot"), None)
        if location:
            _Document(archive, location.strip(), name).write(pages)
    if not pages.count:
        raise UnreadableError("OFD 里没有页面", name)
    if pages.only_pictures:
        raise MissingExtraError(ocr.HOW_TO_GET, name)
    return pages.reading(Source(name=name, media_type=MEDIA_TYPE, sha256=digest(data), metadata=facts))


def _facts(body: _Element) -> dict[str, str]:
    found = {local(element): (element.text or "").strip() for info in body for element in info}
    return {label: found[key] for key, label in _FACTS.items() if found.get(key)}


class _Document:
    """A document of the package."""

    def __init__(self, archive: Archive, path: str, name: str | None) -> None:
        self._archive = archive
        self._name = name
        self._path = path
        root = self._xml(path, "")
        if root is None:
            raise UnreadableError(f"OFD 里缺少 {path}", name)
        self._root = root
        self._templates = {
            element.get("ID") or "": element.get("BaseLoc") or "" for element in self._all("TemplatePage")
        }
        self._resources = Resources()
        for kind in ("PublicRes", "DocumentRes"):
            for element in self._all(kind):
                self._read_resources(element.text, path)

    def write(self, pages: Pages) -> None:
        """Write the pages."""
        # A page is listed once; a list that names one again and again is broken.
        entries = list(
            {element.get("BaseLoc"): element for element in self._all("Page") if element.get("BaseLoc")}.values()
        )
        if pages.count + len(entries) > MAX_PAGES:
            raise UnreadableError(f"页数过多（上限 {MAX_PAGES} 页）", self._name)
        notes = self._annotations()
        for entry in entries:
            path = self._find(entry.get("BaseLoc") or "", self._path)
            root = None if path is None else self._archive.xml(path)
            if root is None or path is None:
                pages.add([], 0.0, 0.0)
                pages.note("page_unreadable", f"第 {pages.count} 页缺失，无法读取", severity="error")
                continue
            self._page(root, path, pages, notes.get(entry.get("ID") or "", []))

    def _page(self, root: _Element, path: str, pages: Pages, notes: list[str]) -> None:
        for element in root:
            if local(element) == "PageRes":
                self._read_resources(element.text, path)
        width, height = self._size(root)
        page = OfdPage(width, height, self._resources, pages.style)
        for part in (*self._used_templates(root), root):
            for element in part:
                if local(element) == "Content":
                    page.add(element)
        for appearance in self._appearances(notes):
            x, y = numbers(appearance.get("Boundary"), 2)[:2]
            page.add_appearance(appearance, x, y)
        content = page.content
        if content.is_picture and page.pictures and self._recognise(page, pages):
            return
        pages.add(
            lines(content.chunks),
            content.width,
            content.height,
            grids(content.horizontal, content.vertical, content.chunks),
        )
        if content.cut:
            pages.note("page_cut", f"第 {pages.count} 页内容过多，未读完", severity="error")
        if content.is_picture and not ocr.available():
            pages.note("ocr_missing", f"第 {pages.count} 页{ocr.HOW_TO_GET}", severity="error")

    def _recognise(self, page: OfdPage, pages: Pages) -> bool:
        path = self._find(max(page.pictures)[1], self._path)
        data = None if path is None else self._archive.read(path)
        if data is None or not ocr.available():
            return False
        ocr.add_picture(pages, open_picture(data, self._name), page.content.width, page.content.height)
        return True

    def _size(self, root: _Element) -> tuple[float, float]:
        """The page's own area, else that of the document."""
        for boxes in (root.iter(), self._root.iter()):
            for element in boxes:
                if local(element) == "PhysicalBox":
                    width, height = numbers(element.text, 4)[2:4]
                    if 1 < width < 10_000 and 1 < height < 10_000:
                        return width, height
        return _A4

    def _used_templates(self, root: _Element) -> Iterator[_Element]:
        for element in root:
            if local(element) == "Template":
                location = self._templates.get(element.get("TemplateID") or "")
                template = self._xml(location, self._path) if location else None
                if template is not None:
                    yield template

    def _annotations(self) -> dict[str, list[str]]:
        """The files of annotations by the page's number."""
        out: dict[str, list[str]] = {}
        for element in self._all("Annotations"):
            path = self._find(element.text or "", self._path)
            root = None if path is None else self._archive.xml(path)
            for page in () if root is None else root:
                location = next((child.text for child in page if local(child) == "FileLoc"), None)
                found = self._find(location or "", path or "")
                if found:
                    out.setdefault(page.get("PageID") or "", []).append(found)
        return out

    def _appearances(self, notes: list[str]) -> Iterator[_Element]:
        for path in notes:
            root = self._archive.xml(path)
            for element in () if root is None else root:
                if element.get("Type") not in _NOT_TEXT and element.get("Visible") != "false":
                    yield from (child for child in element if local(child) == "Appearance")

    def _read_resources(self, location: str | None, near: str) -> None:
        path = self._find(location or "", near)
        root = None if path is None else self._archive.xml(path)
        if root is None or path is None:
            return
        folder = posixpath.join(posixpath.dirname(path), root.get("BaseLoc") or "")
        found = self._resources
        for element in root.iter():
            kind = local(element)
            if kind not in _RESOURCES:
                continue
            number = element.get("ID") or ""
            if kind == "Font":
                name = element.get("FontName") or element.get("FamilyName")
                found.fonts[number] = Font(name, element.get("Bold") == "true")
            elif kind == "DrawParam":
                colour = next((child.get("Value") for child in element if local(child) == "FillColor"), None)
                found.colours[number] = colour or found.colours.get(element.get("Relative") or "", "")
            elif kind == "MultiMedia":
                file = next((child.text for child in element if local(child) == "MediaFile"), None)
                found.media[number] = posixpath.join(folder, (file or "").strip())
            else:
                found.composites[number] = element

    def _all(self, name: str) -> list[_Element]:
        return [element for element in self._root.iter() if local(element) == name]

    def _xml(self, location: str, near: str) -> _Element | None:
        path = self._find(location, near)
        return None if path is None else self._archive.xml(path)

    def _find(self, location: str, near: str) -> str | None:
        """The entry that a location means: from the root, beside the file that names it, or beside the document."""
        location = location.strip().replace("\\", "/")
        if not location:
            return None
        folders = ("",) if location.startswith("/") else (posixpath.dirname(near), posixpath.dirname(self._path), "")
        candidates = (posixpath.join(folder, location.lstrip("/")) for folder in folders)
        return next((path for path in candidates if path in self._archive), None)
