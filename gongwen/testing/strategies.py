"""Hypothesis strategies over the specimens, for tests of properties.

>>> from hypothesis import given
>>> from gongwen.testing.strategies import specimens
>>> @given(specimens(kinds=["请示"], noise=["wrap", "crlf"]))
... def test_something(specimen): ...
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from gongwen.testing.specimens.noise import STEPS
from gongwen.testing.specimens.specimen import KINDS, Specimen, generate


def specimens(kinds: Sequence[str] = KINDS, noise: Iterable[str] = ()) -> st.SearchStrategy[Specimen]:
    """Specimens of these kinds, disturbed by some of the steps named; shrinks towards no noise and small seeds."""
    steps = sorted(noise, key=list(STEPS).index)
    return st.builds(
        _specimen,
        st.integers(0, 100_000),
        st.sampled_from(kinds),
        st.lists(st.sampled_from(steps), unique=True) if steps else st.just([]),
    )


def _specimen(seed: int, kind: str, noise: list[str]) -> Specimen:
    return generate(seed, kind=kind, noise="+".join(noise) or None)


def texts(kinds: Sequence[str] = KINDS, noise: Iterable[str] = ()) -> st.SearchStrategy[str]:
    """The texts alone."""
    return specimens(kinds, noise).map(lambda specimen: specimen.text)
