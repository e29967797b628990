"""The sample documents that ship with the package, by 文种."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from gongwen.model import Document
from gongwen.pipeline import parse

_SHIPPED = Path(__file__).parent / "documents"
_SOURCE = Path(__file__).parents[2] / "fixtures"


@dataclass(frozen=True)
class Sample:
    """样本: a document as a text file; invented."""

    path: Path
    text: str
    document: Document

    @cached_property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


@cache
def samples() -> dict[str, tuple[Sample, ...]]:
    """All samples, by 文种; those that name none under 其他."""
    folder = _SHIPPED if _SHIPPED.is_dir() else _SOURCE
    found: dict[str, list[Sample]] = {}
    for path in sorted(folder.glob("*.txt")):
        sample = _sample(path)
        found.setdefault(sample.document.kind or "其他", []).append(sample)
    return {kind: tuple(group) for kind, group in found.items()}


def _sample(path: Path) -> Sample:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return Sample(path, text, parse(text, name=path.name))
