"""字体 and colours as files name them."""

from __future__ import annotations

import ast
import re

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(
    r"bold|black|heavy|粗|黑体|simhei|(?<![a-z])hei(?![a-z])|小标宋|xiaobiaosong|xbs|fzxb", re.IGNORECASE
)
_MAX_NAME = 200


def font_name(name: bytes | str) -> str:
    """A font's name: bytes in UTF-8 or GBK, also where a library gives their literal as text; no subset tag."""
    if isinstance(name, str) and name[:2] in {"b'", 'b"'}:
        try:
            name = ast.literal_eval(name[:_MAX_NAME])
        except (SyntaxError, ValueError):
            name = str(name)
    if isinstance(name, bytes):
        name = _decoded(name[:_MAX_NAME])
    elif not name.isascii():
        name = _once_more(name)
    return _SUBSET.sub("", name)


def _decoded(name: bytes) -> str:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")


def _once_more(name: str) -> str:
    """A name in GBK that was taken for Latin."""
    try:
        return name.encode("latin-1").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def is_bold(name: str) -> bool:
    """Whether a font is one of headings: bold by its name, 黑体 or 小标宋."""
    return bool(_BOLD.search(name))


def is_red(red: float, green: float, blue: float) -> bool:
    """Whether a colour of three parts from 0 to 255 is the red of letterheads and seals."""
    return red >= 150 and green <= 0.45 * red and blue <= 0.45 * red


def rgb(colour: object) -> tuple[float, float, float] | None:
    """A colour in grey, RGB or CMYK, parts from 0 to 1, as three parts from 0 to 255."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return None
    if len(parts) == 1:
        return (parts[0] * 255,) * 3
    if len(parts) == 3:
        return (parts[0] * 255, parts[1] * 255, parts[2] * 255)
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        light = 255 * (1 - black)
        return (1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light
    return None
