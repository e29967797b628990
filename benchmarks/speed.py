"""Speed, as a user meets it: run by `make bench`; the byte code is compiled first.

Parse and dump are timed warm, rotating over several documents, with the garbage collector as Python
sets it and nothing cached. Commands are timed as whole processes. The best of several runs is shown,
since what else runs on the machine only ever adds.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import gongwen

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("GONGWEN_SHARED") or ROOT.parent / "shared") / "eval" / "text"
SIZE = 10_000
"""Bytes of the document that the figures are for."""


def main() -> None:
    documents = sample()
    text = documents[0]
    print(f"文档：{len(text)} 字，{len(text.encode())} 字节")
    warm_up(documents)
    once = one_core(documents, text)
    rows = [
        ("解析并输出 JSON（10 KB）", once * 1000, "ms", 5.0),
        ("100 份连成一份，是一份的倍数", linearity(text), "倍", 110.0),
        ("gongwen --help", process("--help") * 1000, "ms", 100.0),
        ("gongwen parse --format json 文件", process("parse", "--format", "json", in_file(text)) * 1000, "ms", 350.0),
        ("gongwen parse 文件", process("parse", in_file(text)) * 1000, "ms", 350.0),
    ]
    for name, value, unit, bar in rows:
        print(f"{'✓' if value <= bar else '✗'} {value:8.1f} {unit}（要求 ≤ {bar:g}） {name}")
    print(f"  {bare() * 1000:8.1f} ms  Python 本身启动")


def sample() -> list[str]:
    """The document of the figures first, then others to rotate over."""
    first = SHARED / "0000.txt"
    fixtures = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").glob("*.txt"))]
    if first.exists():
        return [first.read_text(encoding="utf-8"), *fixtures]
    text = (ROOT / "fixtures" / "reply.txt").read_text(encoding="utf-8")
    return [text * max(1, SIZE // len(text.encode())), *fixtures]


def warm_up(documents: Iterable[str]) -> None:
    for _ in range(3):
        for text in documents:
            gongwen.parse(text).to_json()


def one_core(documents: list[str], text: str) -> float:
    """The best time for one text, others parsed in between."""
    times = []
    for other in documents * 2:
        gongwen.parse(other).to_json()
        times.append(best(lambda: gongwen.parse(text).to_json(), 1))
    return min(times)


def linearity(text: str) -> float:
    """What 100 copies in one text cost, in units of one: against 100 single texts timed right before."""
    ratios = []
    for _ in range(3):
        single = best(lambda: [gongwen.parse(text).to_json() for _ in range(100)], 1)
        ratios.append(100 * best(lambda: gongwen.parse(text * 100).to_json(), 1) / single)
    return sorted(ratios)[1]


def best(action: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def process(*args: str) -> float:
    command = [Path(sys.executable).with_name("gongwen"), *args]
    return best(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), 15)


def bare() -> float:
    return best(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 15)


def in_file(text: str) -> str:
    path = Path(tempfile.gettempdir()) / "gongwen-bench.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


if __name__ == "__main__":
    compileall.compile_dir(Path(gongwen.__file__).parent, quiet=1)
    main()
