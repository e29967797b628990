"""A small writer of PDF files: text in lines, rules, tables, pictures, in Chinese fonts that are not embedded.

No font has to be at hand, neither to write the file nor to read its text.

>>> from gongwen.testing.pdf import PdfPageDraft, write_pdf
>>> page = PdfPageDraft()
>>> page.text("关于开展防汛检查的通知", 170, 170, 22)
>>> write_pdf([page])[:8]
b'%PDF-1.5'
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from gongwen.reading.stand_in import stand_in

Encoding = Literal["identity", "adobe", "glyphless"]
"""How a font says what its glyphs mean: a map of its own (``identity``), a predefined one by name (``adobe``), or a map
beside an embedded font in which nothing shows (``glyphless``), as programs do that put recognised text under a scan."""


@dataclass
class PdfPageDraft:
    """A page in the making; places and sizes in points (1/72 inch) from the upper left corner."""

    width: float = 595.0
    height: float = 842.0
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    image: tuple[int, int, bytes] | None = None
    """Width, height and colours of a picture that fills the page."""

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float = 16,
        colour: str = "0 0 0 rg",
        *,
        matrix: str = "1 0 0 1",
        mode: int = 0,
        step: float | None = None,
    ) -> None:
        """Write a line whose baseline begins at a place; ``step`` places each character by itself."""
        write = f"/F1 {size} Tf {colour} {mode} Tr"
        pieces = [(text, x)] if step is None else [(char, x + k * step) for k, char in enumerate(text)]
        for piece, left in pieces:
            self.content.append(f"BT {write} {matrix} {left} {self.height - y} Tm {_hex(piece)} Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a rule."""
        self.content.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def table(self, rows: Sequence[Sequence[str]], x: float, y: float, column: float = 120, row: float = 24) -> None:
        """Draw a table with rules around every cell."""
        for k in range(len(rows) + 1):
            self.rule(x, y + k * row, x + column * len(rows[0]), y + k * row)
        for k in range(len(rows[0]) + 1):
            self.rule(x + k * column, y, x + k * column, y + row * len(rows))
        for i, cells in enumerate(rows):
            for j, cell in enumerate(cells):
                self.text(cell, x + j * column + 4, y + i * row + 17, 12)

    def picture(self, width: int, height: int, rgb: bytes) -> None:
        """Put a picture over the whole page, as a scanner does."""
        self.content.append(f"q {self.width} 0 0 {self.height} 0 0 cm /Im1 Do Q")
        self.image = (width, height, rgb)


def write_pdf(
    pages: Iterable[PdfPageDraft],
    *,
    font: str = "STSong-Light",
    encoding: Encoding = "identity",
    title: str = "",
    widths: str = "[32 126 500]",
) -> bytes:
    """Write the pages as a PDF, all in one font that is named and not embedded.

    ``widths`` says which glyphs are not as wide as they are high, in the form of the font's ``W``.
    """
    objects = _Objects()
    root, tree = objects.add(""), objects.add("")  # filled when the pages are there
    number = _font(objects, font, encoding, widths)
    kids = [_page(objects, page, tree, number) for page in pages]
    objects.values[root - 1] = f"<</Type/Catalog/Pages {tree} 0 R>>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.values[tree - 1] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>".encode()
    return objects.file(root, objects.add(f"<</Title<feff{title.encode('utf-16-be').hex()}>>>"))


class _Objects:
    """The numbered objects that a file is made of."""

    def __init__(self) -> None:
        self.values: list[bytes] = []

    def add(self, value: str | bytes) -> int:
        """Take an object; gives its number."""
        self.values.append(value if isinstance(value, bytes) else value.encode())
        return len(self.values)

    def stream(self, data: bytes, more: str = "") -> int:
        """Take data, packed; gives its number."""
        packed = zlib.compress(data)
        head = f"<</Length {len(packed)}/Filter/FlateDecode{more}>>\nstream\n"
        return self.add(head.encode() + packed + b"\nendstream")

    def file(self, root: int, info: int) -> bytes:
        """The objects one after another, and the table of where each begins."""
        out = b"%PDF-1.5\n"
        places: list[int] = []
        for k, value in enumerate(self.values, 1):
            places.append(len(out))
            out += f"{k} 0 obj\n".encode() + value + b"\nendobj\n"
        count = len(places) + 1
        table = f"xref\n0 {count}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
        trailer = f"trailer\n<</Size {count}/Root {root} 0 R/Info {info} 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
        return out + (table + trailer).encode()


def _font(objects: _Objects, name: str, encoding: Encoding, narrow: str) -> int:
    """The font: glyphs as wide as they are high, those of ASCII half as wide."""
    if encoding == "adobe":
        form, ordering, widths, flags = "CIDFontType0", "GB1)/Supplement 2", "[1 95 500 814 939 500]", 6
        meaning = "/UniGB-UCS2-H"
    else:
        glyphs = f" {objects.stream(bytes(2 * 0x10000))} 0 R" if encoding == "glyphless" else "/Identity"
        form, ordering, widths, flags = "CIDFontType2", "Identity)/Supplement 0", f"{narrow}/CIDToGIDMap{glyphs}", 4
        meaning = f"/Identity-H/ToUnicode {objects.stream(_TO_UNICODE)} 0 R"
    program = ""
    if encoding == "glyphless":
        program = f"/FontFile2 {objects.stream(stand_in(), f'/Length1 {len(stand_in())}')} 0 R"
    described = (
        f"/FontDescriptor<</Type/FontDescriptor/FontName/{name}/Flags {flags}/ItalicAngle 0"
        f"/Ascent 880/Descent -120/CapHeight 880/StemV 93/FontBBox[-25 -254 1000 880]{program}>>"
    )
    descendant = objects.add(
        f"<</Type/Font/Subtype/{form}/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering}>>"
        f"/DW 1000/W{widths}{described}>>"
    )
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding{meaning}/DescendantFonts[{descendant} 0 R]>>"
    )


def _page(objects: _Objects, page: PdfPageDraft, tree: int, font: int) -> int:
    content = objects.stream("\n".join(page.content).encode())
    picture = f"/XObject<</Im1 {_image(objects, *page.image)} 0 R>>" if page.image else ""
    return objects.add(
        f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotate}"
        f"/Contents {content} 0 R/Resources<</Font<</F1 {font} 0 R>>{picture}>>>>"
    )


def _image(objects: _Objects, width: int, height: int, rgb: bytes) -> int:
    size = f"/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8"
    return objects.stream(rgb, f"/Type/XObject/Subtype/Image{size}")


def _hex(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}>"


def _ranges() -> str:
    """Blocks of 256 codes that mean themselves; within a range the first byte of a code may not change."""
    blocks = [0x00, *range(0x20, 0xA0), 0xFF]
    lines = [f"<{block:02x}00> <{block:02x}ff> <{block:02x}00>" for block in blocks]
    parts = (lines[k : k + 100] for k in range(0, len(lines), 100))
    return "\n".join(f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange" for part in parts)


_TO_UNICODE = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{_ranges()}
endcmap end end""".encode()
