"""Parties: lists of 主送机关 and 抄送机关 split into their members (条例 第九条（八）（十五）)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gongwen.lexicon import Lexicon
from gongwen.text import Text

_OPENERS, _CLOSERS = "（〔“《【", "）〕”》】"
_PLACE = re.compile(r".*(?:省|自治区|直辖市|市|县|自治县|区|州|自治州|盟|旗|兵团|地区)")
_TOWN = re.compile(r"[^各]{1,6}(?:镇|乡|街道)")
_TOWN_BODY = re.compile(r"[^各]{1,6}(?:镇|乡|街道)(?:人民政府|政府|党委|办事处|党工委)")
_SHARED = ("主管部门", "管理部门", "行政部门")
"""Head nouns that a list of fields has in common."""
_NAME = re.compile(r"[^\x00-\x7f，。；：、（）]{2,4}")
_BRACKET = re.compile(r"（[^（）]*）")


class Party(NamedTuple):
    """A member of a list, with its group: members between two ， stand together."""

    text: Text
    group: int


def split_parties(text: Text, lexicon: Lexicon, group: int = 0) -> list[Party]:
    """The parties of a list; 、 parts them unless the piece in front names no body by itself."""
    parties: list[Party] = []
    for chunk in cut(text, "，,；;。"):
        pieces = cut(chunk, "、")
        if pieces:
            parties.extend(Party(piece, group) for piece in _merge(pieces, lexicon))
            group += 1
    return parties


def cut(text: Text, marks: str) -> list[Text]:
    """The pieces between marks that stand outside brackets, stripped; empty ones left out."""
    pieces: list[Text] = []
    depth = start = 0
    for match in _marks(marks).finditer(text.chars):
        c = match.group()
        if c in _OPENERS:
            depth += 1
        elif c in _CLOSERS:
            depth = max(0, depth - 1)
        elif not depth:
            pieces.append(text[start : match.start()].strip())
            start = match.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


@cache
def _marks(marks: str) -> re.Pattern[str]:
    """Any of the marks, or a bracket."""
    return re.compile(f"[{_OPENERS}{_CLOSERS}{re.escape(marks)}]")


def _merge(pieces: list[Text], lexicon: Lexicon) -> list[Text]:
    """Pieces joined to the next one where they name no body by themselves."""
    if lexicon.is_person(pieces[-1].chars) and all(
        _NAME.fullmatch(p.chars) or lexicon.is_person(p.chars) for p in pieces[:-1]
    ):
        return pieces
    shared = any(piece.chars.endswith(_SHARED) for piece in pieces[1:])
    merged: list[Text] = []
    held: Text | None = None
    for n, piece in enumerate(pieces):
        whole = _span(held, piece) if held is not None else piece
        last = n + 1 == len(pieces)
        if merged and held is None and len(_BRACKET.sub("", piece.chars)) == 1 and not _PLACE.fullmatch(piece.chars):
            merged[-1] = _span(merged[-1], piece)  # 县直各部、委、局
        elif not last and (
            _fragment(piece.chars, pieces[n + 1].chars, lexicon)
            or _town(pieces[n:])
            or (shared and _shares(pieces[n:], lexicon))
        ):
            held = whole
        else:
            merged.append(whole)
            held = None
    return merged


def _town(pieces: list[Text]) -> bool:
    """Whether the first piece is a town that shares its head noun with the next body: 青山镇、白水乡人民政府."""
    after = next((piece.chars for piece in pieces if not _TOWN.fullmatch(piece.chars)), "")
    return _TOWN.fullmatch(pieces[0].chars) is not None and _TOWN_BODY.fullmatch(after) is not None


def _shares(pieces: list[Text], lexicon: Lexicon) -> bool:
    """Whether the first piece and those behind it share a head noun: 各市水利、教育、体育主管部门."""
    for n, piece in enumerate(pieces):
        bare = _BRACKET.sub("", piece.chars)
        if n and "各" not in bare and bare.endswith(_SHARED):
            return True
        if lexicon.is_agency(bare) or lexicon.is_person(bare) or lexicon.is_named(bare) or (n and "各" in bare):
            return False
    return False


def _fragment(piece: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a piece names no body by itself: a place, a fragment that shares its head noun with the next one."""
    bare = _BRACKET.sub("", piece)
    if lexicon.is_named(bare):
        return False
    if _PLACE.fullmatch(bare):
        return True
    if len(_BRACKET.sub("", after)) == 1:
        return False
    if bare.startswith("各") and len(bare) <= 3 and bare[2:] != "委" and not after.startswith("各"):
        return True
    # 商务、财政主管部门: the one word 部门 is the noun of both.
    most = 8 if after.endswith("部门") and "各" not in after else 3
    return len(bare) <= most and not lexicon.is_agency(bare) and not lexicon.is_person(bare)


def _span(first: Text, last: Text) -> Text:
    """The text from the start of one piece to the end of a later one, cut from the same list."""
    return first.upto(last)
