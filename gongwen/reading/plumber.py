"""The process in which pdfplumber reads: it keeps to no limits of its own, so the system sets them.

The parent writes the file's length and bytes, then a line for each page that it asks for; the child answers each with
a line of JSON. Beyond the limits of memory and time the child ends, and what PDFium read stays as it is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any, Self

from gongwen.reading.content import PageContent
from gongwen.reading.glyphs import Glyph, chunk
from gongwen.reading.limits import MAX_PLUMBER_BYTES, MAX_PLUMBER_SECONDS
from gongwen.reading.page import Style
from gongwen.reading.ruled import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

_CHILD = "from gongwen.reading.plumber import serve; serve()"


class Plumber:
    """pdfplumber at work on one document; started when it is first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = float(MAX_PLUMBER_SECONDS)
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()

    def page(self, k: int, style_number: Callable[[Style], int]) -> PageContent | None:
        """A page, None where it cannot be read within the limits."""
        found = self._ask(k)
        return _unpacked(found, style_number) if isinstance(found, dict) else None

    def _ask(self, number: int) -> Any:
        """The answer of the child; None where there is none, or no time is left."""
        if self._left <= 0 or getattr(sys, "frozen", False):
            return None
        begun = time.monotonic()
        try:
            child = self._child = self._child or _start()
            alarm = threading.Timer(self._left, child.kill)
            alarm.start()
            try:
                return self._answer(child, number)
            finally:
                alarm.cancel()
        except (OSError, ValueError):
            self._left = 0.0
            return None
        finally:
            self._left -= time.monotonic() - begun

    def _answer(self, child: subprocess.Popen[bytes], number: int) -> Any:
        assert child.stdin is not None
        assert child.stdout is not None
        if self._data:
            child.stdin.write(b"%d\n" % len(self._data))
            child.stdin.write(self._data)
            self._data = b""
        child.stdin.write(f"{number}\n".encode())
        child.stdin.flush()
        return json.loads(child.stdout.readline())


def _start() -> subprocess.Popen[bytes]:
    places = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(  # noqa: S603 -- Python itself, with a constant text
        [sys.executable, "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": places},
    )


def serve() -> None:
    """Answer the parent until it ends; what cannot be read is answered with null."""
    _limit_memory()
    import pdfplumber  # noqa: PLC0415

    lines = sys.stdin.buffer
    data = lines.read(int(lines.readline()))
    document: Any = None
    with suppress(Exception):  # whatever a broken file makes of it
        document = pdfplumber.open(BytesIO(data))
    for line in lines:
        answer: Any = None
        with suppress(Exception):
            answer = _reply(document, int(line))
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


def _limit_memory() -> None:
    """No more than the limit, where the system knows limits; elsewhere time alone bounds the child."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MAX_PLUMBER_BYTES, MAX_PLUMBER_BYTES))


def _reply(document: Any, number: int) -> Any:
    from gongwen.reading.plumbed import plumbed  # noqa: PLC0415

    page = document.pages[number]
    styles: dict[Style, int] = {}
    try:
        return _packed(plumbed(page, lambda style: styles.setdefault(style, len(styles))), list(styles))
    finally:
        page.close()


def _packed(content: PageContent, styles: list[Style]) -> dict[str, Any]:
    return {
        "size": (content.width, content.height),
        "styles": styles,
        "chunks": [(piece.turned, piece.glyphs) for piece in content.chunks],
        "rules": (content.horizontal, content.vertical),
        "image_share": content.image_share,
        "cut": content.cut,
    }


def _unpacked(found: dict[str, Any], style_number: Callable[[Style], int]) -> PageContent:
    width, height = found["size"]
    content = PageContent(width, height, image_share=found["image_share"], cut=found["cut"])
    numbers = [style_number(Style(*style)) for style in found["styles"]]
    for turned, glyphs in found["chunks"]:
        placed = [Glyph(text, x0, top, x1, bottom, numbers[k]) for text, x0, top, x1, bottom, k, _ in glyphs]
        content.chunks.append(chunk(placed, turned=turned))
    content.horizontal, content.vertical = ([Rule(*rule) for rule in rules] for rules in found["rules"])
    return content
