"""gongwen: Chinese official documents (公文) as data, each field with its exact place."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gongwen.explanation import explain
    from gongwen.lexicon import Lexicon
    from gongwen.model import Document
    from gongwen.pipeline import load, parse
    from gongwen.reading import UnreadableError

__version__ = "0.1.0"
__all__ = ["Document", "Lexicon", "UnreadableError", "explain", "load", "parse"]

# Loaded when first asked for: `gongwen --help` needs none of it.
_HOMES = {
    "Document": "gongwen.model",
    "Lexicon": "gongwen.lexicon",
    "UnreadableError": "gongwen.reading",
    "explain": "gongwen.explanation",
    "load": "gongwen.pipeline",
    "parse": "gongwen.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
