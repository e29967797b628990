"""What all tests share: the folders, the option that rewrites golden files, how hard hypothesis tries."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

# A parse is a few milliseconds; the deadline leaves room for a slow machine that does other work besides.
_COMMON = {"deadline": 2000, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
settings.register_profile("ci", max_examples=60, derandomize=True, **_COMMON)
settings.register_profile("thorough", max_examples=2000, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden files anew from what the parser gives; read the diff before you commit it",
    )


@pytest.fixture(scope="session")
def rewrite_golden(request):
    return request.config.getoption("--rewrite-golden")


@pytest.fixture(scope="session")
def shared():
    """The folder of real documents that is not part of the project; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("GONGWEN_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no folder of real documents: set GONGWEN_SHARED, or put it beside the checkout as ../shared")
    return folder
