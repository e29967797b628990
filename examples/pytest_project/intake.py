"""收文登记: what an office notes of a document that comes in."""

from dataclasses import dataclass
from pathlib import Path

import gongwen


@dataclass(frozen=True)
class Entry:
    """One line of the register."""

    number: str
    title: str
    sender: str
    urgent: bool


def register(path: Path) -> Entry:
    """Read a file and note who wrote, under which number, about what."""
    document = gongwen.load(path)
    title = document.title.clean if document.title else path.stem
    agencies = document.signature.agencies or (document.title.agencies if document.title else ())
    return Entry(
        number=document.number.clean if document.number else "",
        title=title,
        sender="、".join(agency.name for agency in agencies),
        urgent=document.urgency is not None,
    )


def register_folder(folder: Path) -> list[Entry]:
    """The register of all files of a folder."""
    return [register(path) for path in sorted(folder.iterdir()) if path.suffix != ".json"]
