"""PDF files for tests, in the ways that two kinds of producers write them."""

import zlib
from dataclasses import dataclass, field

from gongwen.reading.stand_in import stand_in


@dataclass
class PdfPage:
    width: float = 595.0
    height: float = 842.0
    rotate: int = 0
    content: list = field(default_factory=list)

    def text(self, text, x, y, size=16, colour="0 0 0 rg", *, matrix="1 0 0 1", mode=0, step=None):
        """``y`` from the top, of the baseline; ``step`` places each character by itself."""
        write = f"/F1 {size} Tf {colour} {mode} Tr"
        if step is None:
            self.content.append(f"BT {write} {matrix} {x} {self.height - y} Tm {_hex(text)} Tj ET")
        else:
            for k, character in enumerate(text):
                self.content.append(f"BT {write} {matrix} {x + k * step} {self.height - y} Tm {_hex(character)} Tj ET")

    def characters(self, text, x, y, size=16):
        """Each character placed by itself, as some producers write them; blanks are not written."""
        for character in text:
            if character not in " \u3000":
                self.text(character, x, y, size)
            x += size * (0.5 if ord(character) < 0x100 else 1.0)

    def rule(self, x0, y0, x1, y1):
        self.content.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def box(self, x, y, width, height, colour="0.9 g"):
        self.content.append(f"q {colour} {x} {self.height - y - height} {width} {height} re f Q")

    def table(self, rows, x, y, column=120, row=24):
        for k in range(len(rows) + 1):
            self.rule(x, y + k * row, x + column * len(rows[0]), y + k * row)
        for k in range(len(rows[0]) + 1):
            self.rule(x + k * column, y, x + k * column, y + row * len(rows))
        for i, cells in enumerate(rows):
            for j, cell in enumerate(cells):
                self.text(cell, x + j * column + 4, y + i * row + 17, 12)

    def picture(self, width, height, rgb):
        """A picture over the whole page."""
        self.content.append(f"q {self.width} 0 0 {self.height} 0 0 cm /Im1 Do Q")
        self.image = (width, height, rgb)


def pdf(pages, *, font="STSong-Light", producer="adobe", title="", widths="[32 126 500]"):
    """A PDF as one of three producers writes it.

    ``adobe`` names a predefined encoding, ``identity`` numbers glyphs and says what they mean, ``glyphless`` brings
    a font in which nothing shows, as programs do that put recognised text under a scan.
    """
    objects = [b"", b""]  # catalogue and page tree are written last
    descendant = _add(
        objects,
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/{font}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        "/DW 1000/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/"
        + font
        + "/Flags 6/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 880/StemV 93/FontBBox[-25 -254 1000 880]>>>>",
    )
    if producer == "adobe":
        encoding = "/Encoding/UniGB-UCS2-H"
    else:
        meaning = _stream(objects, _TO_UNICODE)
        glyphs, program = "/Identity", ""
        if producer == "glyphless":
            glyphs = f" {_stream(objects, bytes(2 * 0x10000))} 0 R"
            program = f"/FontFile2 {_stream(objects, stand_in(), f'/Length1 {len(stand_in())}')} 0 R"
        descendant = _add(
            objects,
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 1000/W{widths}/CIDToGIDMap{glyphs}/FontDescriptor<</Type/FontDescriptor/FontName/"
            + font
            + "/Flags 4/ItalicAngle 0"
            f"/Ascent 880/Descent -120/CapHeight 880/StemV 93/FontBBox[-25 -254 1000 880]{program}>>>>",
        )
        encoding = f"/Encoding/Identity-H/ToUnicode {meaning} 0 R"
    font_number = _add(
        objects, f"<</Type/Font/Subtype/Type0/BaseFont/{font}{encoding}/DescendantFonts[{descendant} 0 R]>>"
    )
    kids = []
    for page in pages:
        content = _stream(objects, "\n".join(page.content).encode())
        picture = ""
        if getattr(page, "image", None):
            width, height, rgb = page.image
            picture = f"/XObject<</Im1 {_stream(objects, rgb, f'/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8')} 0 R>>"
        kids.append(
            _add(
                objects,
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotate}/Contents {content} 0 R"
                f"/Resources<</Font<</F1 {font_number} 0 R>>{picture}>>>>",
            )
        )
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()
    info = _add(objects, f"<</Title<feff{title.encode('utf-16-be').hex()}>>>")
    return _file(objects, info)


def _hex(text):
    return f"<{text.encode('utf-16-be').hex()}>"


def _add(objects, value):
    objects.append(value if isinstance(value, bytes) else value.encode())
    return len(objects)


def _stream(objects, data, more=""):
    packed = zlib.compress(data)
    return _add(
        objects, f"<</Length {len(packed)}/Filter/FlateDecode{more}>>\nstream\n".encode() + packed + b"\nendstream"
    )


def _file(objects, info):
    out = b"%PDF-1.5\n"
    places = []
    for k, value in enumerate(objects):
        places.append(len(out))
        out += f"{k + 1} 0 obj\n".encode() + value + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info {info} 0 R>>\n"
    return out + head.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()


def _ranges():
    """Blocks of 256 codes that mean themselves; within a range the first byte of a code may not change."""
    blocks = [0x00, *range(0x20, 0xA0), 0xFF]
    lines = [f"<{block:02x}00> <{block:02x}ff> <{block:02x}00>" for block in blocks]
    parts = (lines[k : k + 100] for k in range(0, len(lines), 100))
    return "\n".join(f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange" for part in parts)


_TO_UNICODE = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
{_ranges()}
endcmap end end""".encode()
