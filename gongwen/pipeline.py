"""From bytes to a Document, on one screen; no rule lives here."""

from __future__ import annotations

import datetime
from pathlib import Path

from gongwen.model import Document
from gongwen.reading import Reading, read


def parse(data: str | bytes, *, name: str | None = None, reference_date: datetime.date | None = None) -> Document:
    """Take a document apart: a str, or bytes of any format that is read."""
    return assemble(read(data, name))


def load(path: str | Path, *, reference_date: datetime.date | None = None) -> Document:
    """Parse the file at a path."""
    path = Path(path)
    return parse(path.read_bytes(), name=path.name, reference_date=reference_date)


def assemble(reading: Reading) -> Document:
    """Build the Document."""
    return Document(source=reading.source, text=reading.text)
