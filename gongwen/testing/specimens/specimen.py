"""generate: a random but reproducible 公文, together with the Document that a perfect parser returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from gongwen.model import Document, Source
from gongwen.testing.specimens.cells import Cells, Settled
from gongwen.testing.specimens.citing import Library
from gongwen.testing.specimens.desk import Desk, own_words, setting
from gongwen.testing.specimens.draft import Draft
from gongwen.testing.specimens.layouts import LAYOUTS, prepare
from gongwen.testing.specimens.noise import disturb
from gongwen.testing.specimens.sentences import Writer
from gongwen.testing.specimens.stock import Drawing, data
from gongwen.testing.specimens.world import World

if TYPE_CHECKING:
    from gongwen.testing.files import File

KINDS: tuple[str, ...] = tuple(row["name"] for row in data("kinds")["kind"])
"""文种 that are generated."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """公文样本: a text, and the Document that a perfect parser returns for it."""

    name: str
    kind: str
    layout: str
    text: str
    document: Document
    draft: Draft = field(repr=False, compare=False)
    """The text as first written, with its parts."""
    cells: Cells = field(repr=False, compare=False)
    """The characters after all noise, each with its place in the draft."""

    @property
    def files(self) -> dict[str, File]:
        """The same as files, by format: txt, html, docx, ofd, pdf."""
        from gongwen.testing.files import FORMATS, write_file  # noqa: PLC0415  the writers stand above

        return {form: write_file(self, form) for form in FORMATS}


def generate(
    seed: int,
    *,
    kind: str | None = None,
    layout: str | None = None,
    noise: str | None = None,
    signers: int | None = None,
) -> Specimen:
    """A specimen; the same arguments give the same one.

    ``kind`` is one of ``KINDS``, ``layout`` one of ``LAYOUTS``; ``noise`` a profile (``pdf``, ``web``, ``ocr``,
    ``layout``, ``width``, ``all``) or steps put together (``wrap+crlf``); ``signers`` asks for a document that
    faces up with so many 签发人. Raises ValueError where there is no such kind, layout or noise.
    """
    if signers:
        kind, layout = kind or "请示", layout or ("upward" if signers == 1 else "joint")
    rng = Random(f"{seed}/{kind}/{layout}/{signers}")
    row = _kind(rng, kind, layout)
    if signers and row.get("direction") != "up":
        raise ValueError(f"{row['name']}不是上行文，没有签发人")
    chosen = layout or rng.choice(row["layouts"])
    desk = _desk(rng, row, chosen, signers)
    LAYOUTS[chosen](desk)
    cells = Cells.of(desk.draft.text)
    if noise:
        cells = disturb(cells, noise, Random(f"{seed}/{'+'.join(sorted(noise.split('+')))}"))
    settled = Settled(desk.draft, cells)
    name = f"{seed:05}-{row['name']}-{chosen}"
    return Specimen(name, row["name"], chosen, settled.text, settled.document(source=Source()), desk.draft, cells)


def _kind(rng: Random, kind: str | None, layout: str | None) -> dict[str, Any]:
    rows = data("kinds")["kind"]
    if kind not in {None, *KINDS}:
        raise ValueError(f"没有这样的文种：{kind}，可用的有 {'、'.join(KINDS)}")
    if layout not in {None, *LAYOUTS}:
        raise ValueError(f"没有这样的版式：{layout}，可用的有 {'、'.join(LAYOUTS)}")
    fitting = [row for row in rows if kind in {None, row["name"]} and layout in {None, *row["layouts"]}]
    if not fitting:
        printed = next(row["layouts"] for row in rows if row["name"] == kind)
        raise ValueError(f"{kind}没有版式 {layout}，可用的有 {'、'.join(dict.fromkeys(printed))}")
    return dict(rng.choice(fitting))


def _desk(rng: Random, row: dict[str, Any], layout: str, signers: int | None) -> Desk:
    drawing = Drawing(rng)
    world = World(drawing, "县" if row["name"] == "议案" and rng.random() < 0.5 else None)
    domain = rng.choice(data("domains")["domain"])
    day = date(
        rng.randint(2001, 2011) if layout == "old" else rng.randint(2013, 2025), rng.randint(1, 12), rng.randint(1, 28)
    )
    library = Library(drawing, world, domain, day.year)
    draft = Draft()
    own = own_words(domain, world, world.government, day.year)
    desk = Desk(
        rng,
        drawing,
        world,
        draft,
        domain,
        day,
        row,
        layout,
        library,
        Writer(draft, drawing, setting(own, day, library)),
        [],
    )
    desk.wishes["signers"] = signers
    prepare(desk)
    return desk
