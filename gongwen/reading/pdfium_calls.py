"""The functions of PDFium that are called for every character or object of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Calls:
    """Functions of PDFium without the conversion of their arguments, which takes longer than what they do.

    Arguments are passed as they are: ``ctypes.c_void_p`` or arrays for pointers, int for C's int.
    """

    count: Callable[..., int]
    object_at: Callable[..., int | None]
    code_at: Callable[..., int]
    box_at: Callable[..., int]
    matrix: Callable[..., int]
    size: Callable[..., int]
    font: Callable[..., int | None]
    mode: Callable[..., int]
    colour: Callable[..., int]
    item_at: Callable[..., int | None]
    kind: Callable[..., int]
    bounds: Callable[..., int]
    segments: Callable[..., int]
    draw_mode: Callable[..., int]


@cache
def calls() -> Calls:
    """The functions, found once."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415

    return Calls(
        count=_bare(raw.FPDFText_CountChars, ctypes.c_int),
        object_at=_bare(raw.FPDFText_GetTextObject, ctypes.c_void_p),
        code_at=_bare(raw.FPDFText_GetUnicode, ctypes.c_uint),
        box_at=_bare(raw.FPDFText_GetLooseCharBox, ctypes.c_int),
        matrix=_bare(raw.FPDFText_GetMatrix, ctypes.c_int),
        size=_bare(raw.FPDFTextObj_GetFontSize, ctypes.c_int),
        font=_bare(raw.FPDFTextObj_GetFont, ctypes.c_void_p),
        mode=_bare(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int),
        colour=_bare(raw.FPDFPageObj_GetFillColor, ctypes.c_int),
        item_at=_bare(raw.FPDFPage_GetObject, ctypes.c_void_p),
        kind=_bare(raw.FPDFPageObj_GetType, ctypes.c_int),
        bounds=_bare(raw.FPDFPageObj_GetBounds, ctypes.c_int),
        segments=_bare(raw.FPDFPath_CountSegments, ctypes.c_int),
        draw_mode=_bare(raw.FPDFPath_GetDrawMode, ctypes.c_int),
    )


def _bare(function: Any, result: type[Any]) -> Callable[..., Any]:
    bare: Any = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    bare.restype = result
    return bare  # type: ignore[no-any-return]


def pointer(at: Any) -> ctypes.c_void_p:
    """A pointer of pypdfium2 as these functions take it."""
    return ctypes.cast(at, ctypes.c_void_p)


def parts(values: ctypes.Array[Any]) -> tuple[Any, ...]:
    """Pointers to the elements of an array, for functions that write each through one of its own."""
    size = ctypes.sizeof(values) // len(values)
    return tuple(ctypes.byref(values, k * size) for k in range(len(values)))
