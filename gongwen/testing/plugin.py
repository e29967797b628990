"""The pytest plugin: fixtures, a mark, and an assertion for whoever works with 公文.

Loaded by pytest through the entry point ``gongwen``; nothing of the library is imported before a
fixture is used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from gongwen.model import Document
    from gongwen.testing.samples import Sample
    from gongwen.testing.specimens.specimen import Specimen

_MARK = "gongwen(kinds=None, layouts=None, noise=None, n=10, seed=0): run the test with n generated documents as gongwen_specimen"


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", _MARK)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes ``gongwen_specimen`` once for each document that its mark asks for."""
    if "gongwen_specimen" not in metafunc.fixturenames:
        return
    mark = metafunc.definition.get_closest_marker("gongwen")
    wishes = _wishes(mark)
    seed, count = wishes.get("seed", 0), wishes.get("n", 10)
    kinds, layouts = wishes.get("kinds") or [None], wishes.get("layouts") or [None]
    # Only numbers and names are parameters, so that collecting costs nothing and xdist's workers agree.
    rows = [(seed + k, kinds[k % len(kinds)], layouts[k % len(layouts)], wishes.get("noise")) for k in range(count)]
    names = ["-".join(str(part) for part in row if part is not None) for row in rows]
    metafunc.parametrize("gongwen_specimen", rows, ids=names, indirect=True)


def _wishes(mark: pytest.Mark | None) -> dict[str, Any]:
    """What a mark asks for; one that is misspelt would be passed over in silence."""
    if mark is None:
        return {}
    unknown = mark.kwargs.keys() - {"kinds", "layouts", "noise", "n", "seed"}
    if unknown or mark.args:
        raise pytest.Collector.CollectError(
            f"没有这样的参数：{'、'.join([*map(str, mark.args), *sorted(unknown)])}；{_MARK}"
        )
    return dict(mark.kwargs)


@pytest.fixture
def gongwen_specimen(request: pytest.FixtureRequest) -> Specimen:
    """一份生成的公文，带标准答案：.text 原文，.document 应得的解析结果；份数和文种由 @pytest.mark.gongwen 指定。"""
    from gongwen.testing.specimens.specimen import generate  # noqa: PLC0415

    seed, kind, layout, noise = request.param
    return generate(seed, kind=kind, layout=layout, noise=noise)


@pytest.fixture(scope="session")
def gongwen_samples() -> dict[str, tuple[Sample, ...]]:
    """随包的公文样本，按文种：samples["请示"][0] 有 .name、.path、.text 和解析好的 .document。"""
    from gongwen.testing.samples import samples  # noqa: PLC0415

    return samples()


@pytest.fixture(scope="session")
def gongwen_document(gongwen_samples: dict[str, tuple[Sample, ...]]) -> Document:
    """一份解析好的公文（随包样本中的请示）。"""
    return gongwen_samples["请示"][0].document


@pytest.fixture(scope="session")
def make_gongwen() -> Callable[..., Specimen]:
    """生成公文：make_gongwen(kind="请示", signers=3, noise="pdf")，同样的参数得到同一份。"""
    from gongwen.testing.specimens.specimen import generate  # noqa: PLC0415

    def make(seed: int = 0, **wishes: Any) -> Specimen:
        return generate(seed, **wishes)

    return make


@pytest.fixture
def gongwen_corpus(tmp_path: Path) -> Callable[..., Path]:
    """一个装着多种格式公文的目录：gongwen_corpus(n=6)，旁边的 .json 是标准答案。"""
    from gongwen.testing.files import write_corpus  # noqa: PLC0415

    def corpus(n: int = 6, *, seed: int = 0, **wishes: Any) -> Path:
        folder = tmp_path / "gongwen"
        write_corpus(folder, n, seed=seed, **wishes)
        return folder

    return corpus


@pytest.fixture(scope="session")
def assert_gongwen() -> Callable[..., Document]:
    """断言公文的字段：assert_gongwen(文本或路径, number="…", recipients=[…])，不符时逐项列出差异和位置。"""
    from gongwen.testing.assertion import assert_gongwen as check  # noqa: PLC0415

    return check
