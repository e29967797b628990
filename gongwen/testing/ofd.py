"""A small writer of OFD files (GB/T 33190-2016): text in lines, rules, pictures, for fixtures and for users.

>>> from gongwen.testing.ofd import OfdPageDraft, write_ofd
>>> page = OfdPageDraft()
>>> page.text("关于开展防汛检查的通知", x=60, y=60, size=7.8, font="方正小标宋简体")
>>> write_ofd([page])[:2]
b'PK'
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://www.ofdspec.org/2016"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass
class OfdPageDraft:
    """A page in the making; places and sizes in millimetres from the upper left corner."""

    width: float = 210.0
    height: float = 297.0
    objects: list[str] = field(default_factory=list)
    fonts: dict[str, int] = field(default_factory=dict)
    template: int | None = None
    """The index of the template that the page stands on."""

    def text(
        self,
        text: str,
        *,
        x: float,
        y: float,
        size: float = 5.6,
        font: str = "仿宋",
        colour: str = "0 0 0",
        step: float | None = None,
        deltas: str | None = None,
    ) -> None:
        """Write a line whose upper left corner stands at a place; 5.6 mm is 三号, ``step`` from character to character."""
        number = self.fonts.setdefault(font, len(self.fonts))
        if deltas is None:
            deltas = _runs([step or size * (0.5 if c.isascii() else 1.0) for c in text[:-1]])
        boundary = f"{x} {y} {size * (len(text) + 1)} {size * 1.2}"
        self.objects.append(
            f'<ofd:TextObject ID="{{id}}" Boundary="{boundary}" Font="{{font{number}}}" Size="{size}">'
            f'<ofd:FillColor Value="{colour}"/>'
            f'<ofd:TextCode X="0" Y="{size * 0.86:.4f}" DeltaX="{deltas}">{_braces(escape(text))}</ofd:TextCode>'
            "</ofd:TextObject>"
        )

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, *, colour: str = "0 0 0", thickness: float = 0.35
    ) -> None:
        """Draw a rule."""
        width, height = max(x1 - x0, thickness), max(y1 - y0, thickness)
        self.objects.append(
            f'<ofd:PathObject ID="{{id}}" Boundary="{x0} {y0} {width} {height}" LineWidth="{thickness}">'
            f'<ofd:StrokeColor Value="{colour}"/>'
            f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def table(
        self, rows: Sequence[Sequence[str]], *, x: float, y: float, column: float = 40.0, row: float = 10.0
    ) -> None:
        """Draw a table with rules around every cell."""
        width, height = column * max(map(len, rows)), row * len(rows)
        for k in range(len(rows) + 1):
            self.rule(x, y + k * row, x + width, y + k * row)
        for k in range(max(map(len, rows)) + 1):
            self.rule(x + k * column, y, x + k * column, y + height)
        for i, cells in enumerate(rows):
            for j, cell in enumerate(cells):
                self.text(cell, x=x + j * column + 2, y=y + i * row + 2, size=4.2)


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _runs(steps: Sequence[float]) -> str:
    """Steps with repetitions as ``g n d``."""
    out: list[str] = []
    at = 0
    while at < len(steps):
        end = at
        while end < len(steps) and steps[end] == steps[at]:
            end += 1
        out.append(f"g {end - at} {steps[at]:g}" if end - at > 2 else " ".join(f"{s:g}" for s in steps[at:end]))
        at = end
    return " ".join(out)


def write_ofd(
    pages: Iterable[OfdPageDraft], *, title: str = "", templates: Sequence[OfdPageDraft] = (), root: str = "Doc_0"
) -> bytes:
    """Write the pages as an OFD."""
    pages = list(pages)
    fonts = {name: k + 10_000 for k, name in enumerate(dict.fromkeys(f for p in (*templates, *pages) for f in p.fonts))}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("OFD.xml", _entry(title, root))
        package.writestr(f"{root}/Document.xml", _document(pages, templates))
        listed = "".join(f'<ofd:Font ID="{number}" FontName={quoteattr(name)}/>' for name, number in fonts.items())
        package.writestr(f"{root}/PublicRes.xml", _element("Res", f"<ofd:Fonts>{listed}</ofd:Fonts>", ' BaseLoc="Res"'))
        for k, page in enumerate(templates):
            package.writestr(f"{root}/Tpls/Tpl_{k}/Content.xml", _page(page, fonts, 50_000 + 1_000 * k))
        for k, page in enumerate(pages):
            package.writestr(f"{root}/Pages/Page_{k}/Content.xml", _page(page, fonts, 100_000 + 1_000 * k))
    return out.getvalue()


def _element(name: str, inside: str, attributes: str = "") -> str:
    return f'{_HEAD}<ofd:{name} xmlns:ofd="{NAMESPACE}"{attributes}>{inside}</ofd:{name}>'


def _entry(title: str, root: str) -> str:
    info = f"<ofd:DocInfo><ofd:DocID>0</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title></ofd:DocInfo>"
    body = f"<ofd:DocBody>{info}<ofd:DocRoot>{root}/Document.xml</ofd:DocRoot></ofd:DocBody>"
    return _element("OFD", body, ' DocType="OFD" Version="1.1"')


def _document(pages: Sequence[OfdPageDraft], templates: Sequence[OfdPageDraft]) -> str:
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    listed = "".join(
        f'<ofd:TemplatePage ID="{900 + k}" BaseLoc="Tpls/Tpl_{k}/Content.xml"/>' for k in range(len(templates))
    )
    common = f"<ofd:CommonData><ofd:MaxUnitID>999999</ofd:MaxUnitID>{area}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{listed}</ofd:CommonData>"
    places = "".join(f'<ofd:Page ID="{k + 1}" BaseLoc="Pages/Page_{k}/Content.xml"/>' for k in range(len(pages)))
    return _element("Document", f"{common}<ofd:Pages>{places}</ofd:Pages>")


def _page(page: OfdPageDraft, fonts: dict[str, int], first: int) -> str:
    numbers = {f"font{k}": fonts[name] for name, k in page.fonts.items()}
    objects = "".join(item.format(id=first + k, **numbers) for k, item in enumerate(page.objects))
    area = f"<ofd:Area><ofd:PhysicalBox>0 0 {page.width} {page.height}</ofd:PhysicalBox></ofd:Area>"
    template = (
        "" if page.template is None else f'<ofd:Template TemplateID="{900 + page.template}" ZOrder="Background"/>'
    )
    layer = f'<ofd:Layer ID="{first + 999}">{objects}</ofd:Layer>'
    return _element("Page", f"{template}{area}<ofd:Content>{layer}</ofd:Content>")
