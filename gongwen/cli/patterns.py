"""Compiled patterns, kept in the user's cache: compiling them anew is a third of the time of a parse.

Python keeps the byte code of modules but compiles every regular expression at each start. A run of the
command line writes down what it compiled, the next one puts it where ``re`` looks first. Entries are
found by the whole pattern and its flags, the file by the version of Python, and CPython checks the code
of a pattern before it takes it; where anything is not as expected the patterns are compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from pathlib import Path
from typing import Any

_Kept = dict[tuple[str, int], tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]]
"""By pattern and flags: all flags, code, number of groups, their numbers by name and their names."""
_MOST = 480
"""``re`` holds 512 patterns and throws out the oldest."""
_kept: _Kept = {}


def recall() -> None:
    """Put the patterns of earlier runs where ``re`` looks for compiled ones."""
    try:
        import _sre

        magic, kept = marshal.loads(_path().read_bytes())  # noqa: S302  the user's own file
        if magic != _sre.MAGIC:
            return
        made = {(str, *key): _sre.compile(key[0], *parts) for key, parts in kept.items()}
    except Exception:  # noqa: BLE001  whatever is wrong with it: it is only a shortcut
        return
    _kept.update(kept)
    re._cache.update(made)  # type: ignore[attr-defined]  # noqa: SLF001


def keep() -> None:
    """Write down what was compiled in this run, if anything was."""
    try:
        import _sre

        new = [key[1:] for key in re._cache if key[0] is str and key[1:] not in _kept]  # type: ignore[attr-defined]  # noqa: SLF001
        if not new:
            return
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
        # Where there is no room, those of old releases have filled it: begin anew.
        old = _kept if len(_kept) + len(new) <= _MOST else {}
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(marshal.dumps((_sre.MAGIC, old | {key: _parts(*key) for key in new[:_MOST]})))
        draft.replace(path)
    except Exception:  # noqa: BLE001  as above
        return


def _path() -> Path:
    own = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    folder = Path(own) if own else Path.home() / ".cache"
    return folder / "gongwen" / f"patterns.{sys.implementation.cache_tag}"


def _parts(pattern: str, flags: int) -> Any:
    """What ``re`` compiles a pattern to, in plain types."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern, flags)
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = [int(item) for item in _compiler._code(tree, flags)]  # noqa: SLF001
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)
