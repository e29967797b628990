"""Builds the wheel, installs it in an environment of its own and tries it there: are the data files inside?

Run by `make wheel-test`; not collected by pytest, since it needs pip and takes its time.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "fixtures" / "reply.txt"
TRIAL = """
import sys, gongwen
from pathlib import Path
assert "site-packages" in gongwen.__file__, gongwen.__file__
assert Path(gongwen.__file__).with_name("py.typed").exists(), "py.typed is missing"
document = gongwen.load(sys.argv[1])
assert document.number and document.claims, document
assert gongwen.Document.model_json_schema(by_alias=False)["properties"]["number"]["description"]
print(repr(document))
"""


def run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=tempfile.gettempdir())


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT)
        (wheel,) = Path(folder).glob("*.whl")
        check_files(wheel)
        venv.create(Path(folder) / "venv", with_pip=True)
        python = Path(folder) / "venv" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
        run(python, "-c", TRIAL, FIXTURE)
        run(python.with_name("gongwen"), "parse", FIXTURE)
    print(f"{wheel.name}：安装后可用")


def check_files(wheel: Path) -> None:
    """Every file of the package is in the wheel."""
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = subprocess.run(["git", "ls-files", "gongwen"], cwd=ROOT, check=True, capture_output=True, text=True)
    missing = set(files.stdout.split()) - packed
    if missing:
        sys.exit(f"轮子里缺少：{'、'.join(sorted(missing))}")


if __name__ == "__main__":
    main()
