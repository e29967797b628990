"""Speed of reading, a page or a document of each format: run by `make bench`.

Timed warm, the best of several runs: a fixture of several pages that the writers of the tests set in each format,
and the real files of the corpus where they are at hand. Recognition is timed where it is installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from gongwen.reading import ocr, read
from gongwen.reading.pages import Pages
from gongwen.reading.plumbed import plumbed

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SECONDS = 3.0
"""How long a file is read again and again."""
sys.path.insert(0, str(ROOT / "tests" / "reading"))

import make_scan  # noqa: E402
import render  # noqa: E402

TEXT = (ROOT / "fixtures" / "long_opinion.txt").read_text("utf-8")
BARS = {"pdf": 8.0, "pdfplumber": 40.0, "ofd": 10.0, "docx": 15.0, "scan": 6000.0}
"""Milliseconds, of a page and for docx of a document."""


def files() -> Iterator[tuple[str, str, bytes]]:
    """Format, name and bytes."""
    pdf = render.pdf_lines(TEXT)
    yield from (("pdf", "一行一个对象", pdf), ("pdf", "一字一个对象", render.pdf_characters(TEXT)))
    yield from real("pdf", "pdf", "*[0-9].pdf")
    yield "pdfplumber", "一行一个对象", pdf
    yield from real("pdfplumber", "pdf", "*[0-9].pdf")
    yield "ofd", "一行一个对象", render.ofd(TEXT)
    yield from real("ofd", "ofd", "*.ofd")
    yield "docx", "自动编号", render.word(TEXT)
    yield from real("docx", "docx", "*.docx")
    if ocr.available() and make_scan.font():
        lines = [(line, 16, 28, 40 + 10 * k, "black") for k, line in enumerate(TEXT.split()[:22])]
        yield "scan", "200 dpi", make_scan.saved(make_scan.page(lines, 200))


def real(kind: str, folder: str, pattern: str) -> Iterator[tuple[str, str, bytes]]:
    for path in sorted((CORPUS / folder).glob(pattern)):
        yield kind, path.name, path.read_bytes()


def reader(kind: str) -> Callable[[bytes], int]:
    """What reads bytes of a format and says how many pages they were."""
    if kind == "pdfplumber":
        return by_pdfplumber
    return lambda data: max(1, len(read(data, "a").source.pages))


def by_pdfplumber(data: bytes) -> int:
    import pdfplumber  # noqa: PLC0415

    pages = Pages(None)
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            plumbed(page, pages.style)
            page.close()
        return len(document.pages)


def milliseconds(kind: str, data: bytes) -> float:
    """The best time a page, of the processor: what else runs on the machine counts for less."""
    once = reader(kind)
    once(data)
    times, begun = [], time.perf_counter()
    while not times or time.perf_counter() - begun < SECONDS:
        start = time.process_time()
        pages = once(data)
        times.append((time.process_time() - start) / pages * 1000)
    return min(times)


def main() -> None:
    for kind, name, data in files():
        value, bar = milliseconds(kind, data), BARS[kind]
        print(f"{'✓' if value <= bar else '✗'} {value:8.1f} ms（要求 ≤ {bar:g}） 读 {kind} {name}")


if __name__ == "__main__":
    main()
