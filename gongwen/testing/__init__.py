"""What helps to test: specimens of 公文 with their gold, evaluation, a pytest plugin, writers of files.

>>> from gongwen.testing import generate
>>> generate(7, kind="请示").document.kind
'请示'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gongwen.testing.evaluation import Evaluation, evaluate
    from gongwen.testing.specimens.specimen import Specimen, generate

__all__ = ["Evaluation", "Specimen", "evaluate", "generate"]

# Loaded when first asked for: pytest imports this package in every run on a machine that has gongwen.
_HOMES = {
    "Evaluation": "gongwen.testing.evaluation",
    "Specimen": "gongwen.testing.specimens.specimen",
    "evaluate": "gongwen.testing.evaluation",
    "generate": "gongwen.testing.specimens.specimen",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value
