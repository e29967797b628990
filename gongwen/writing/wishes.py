"""What a user may wish of an output."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """The wishes that outputs heed as far as they apply."""

    chinese: bool = False
    """Chinese keys."""
    text: bool = True
    """The whole text among the data."""
