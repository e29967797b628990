"""Specimens against life, and against the clock."""

import runpy
import time
from pathlib import Path

from gongwen.testing import generate

BASELINE = Path(__file__).parents[2] / "benchmarks" / "baseline.py"


def test_specimens_are_no_easier_than_life(shared, capsys):
    """A plain baseline scores no more on them than on real documents, but for a tenth; group by group."""
    columns = runpy.run_path(str(BASELINE))["main"]([str(shared / "eval" / "gold")])
    made, real = ({name: tally.f1 for name, tally in columns[key].groups.items()} for key in ("generated", "gold"))
    assert {name: (made[name], real[name]) for name in made if made[name] > real[name] + 0.1} == {}
    assert "claims*" in capsys.readouterr().out


def test_a_thousand_take_less_than_twenty_seconds():
    """Of the processor's time, which what else the machine does leaves alone."""
    start = time.process_time()
    for seed in range(100):
        generate(seed, noise="all")
    assert time.process_time() - start < 2
