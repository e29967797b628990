"""From bytes to a Document, on one screen; no rule lives here."""

from __future__ import annotations

import datetime
from pathlib import Path

from gongwen.assemble import assemble
from gongwen.layout import lay_out
from gongwen.lexicon import Lexicon
from gongwen.model import Document
from gongwen.reading import read


def parse(
    data: str | bytes,
    *,
    name: str | None = None,
    reference_date: datetime.date | None = None,
    lexicon: Lexicon | None = None,
) -> Document:
    """Take a document apart.

    ``data`` is a str, or the bytes of any format that is read. 今年 and 去年 count from
    ``reference_date`` where it is given, else from the document's own date. ``lexicon`` adds
    a user's own words (:meth:`Lexicon.load`). Content never raises; raises UnreadableError
    where bytes cannot be read at all.
    """
    words = lexicon or Lexicon.default()
    reading = read(data, name)
    ground, sheet = lay_out(reading.text, words, reading)
    return assemble(reading, ground, sheet, words, reference_date)


def load(path: str | Path, *, reference_date: datetime.date | None = None, lexicon: Lexicon | None = None) -> Document:
    """Parse the file at a path. Raises FileNotFoundError, and UnreadableError as :func:`parse` does."""
    path = Path(path)
    return parse(path.read_bytes(), name=path.name, reference_date=reference_date, lexicon=lexicon)
