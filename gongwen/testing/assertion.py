"""assert_gongwen: a document is as a test says, or a readable difference is shown, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from gongwen.model import Claim, Document, Node
from gongwen.pipeline import load, parse
from gongwen.testing.evaluation.bare import bare
from gongwen.testing.views import CLAIM, MANY, SINGLE, Found

Source = str | bytes | Path | Document


def assert_gongwen(source: Source, /, **expected: Any) -> Document:
    """Parse what is given and compare the named fields; gives the Document.

    ``source`` is a text, bytes, a path, or a Document. A field of one value is compared with a
    string (None: it is absent), a field of several with a list. ``sections`` are given as marker and
    title (``"一、工作目标"``) or title alone, ``claims`` as quantities (``"106亿元"``) or as dictionaries of
    what is to be compared (``{"value": 106, "unit": "元", "modality": "target"}``). Blanks and
    the width of characters do not matter. Raises AssertionError with all differences.
    """
    __tracebackhide__ = True
    document = _document(source)
    differences = [line for name, value in expected.items() for line in _field(document, name, value)]
    if differences:
        raise AssertionError("\n".join([f"公文与预期不符（{_name(source, document)}）：", *differences]))
    return document


def _document(source: Source) -> Document:
    if isinstance(source, Document):
        return source
    return load(source) if isinstance(source, Path) else parse(source)


def _name(source: Source, document: Document) -> str:
    title = document.title.clean if document.title else "无标题"
    return source.name if isinstance(source, Path) else document.source.name or title


def _field(document: Document, name: str, wanted: Any) -> list[str]:
    """The lines that say how a field differs; none where it does not."""
    if name in SINGLE:
        found = SINGLE[name](document)
        return _single(document, name, wanted, found)
    if name not in MANY:
        raise TypeError(f"没有字段 {name}，可用的有：{'、'.join((*SINGLE, *MANY))}")
    if isinstance(wanted, int) and not isinstance(wanted, bool):
        count = len(MANY[name](document))
        return [] if count == wanted else [f"  {name}：应有 {wanted} 项，得到 {count} 项"]
    return _many(document, name, list(wanted), MANY[name](document))


def _single(document: Document, name: str, wanted: Any, found: list[Found]) -> list[str]:
    have, node = found[0] if found else (None, None)
    if (wanted is None) == (have is None) and bare(wanted) == bare(have):
        return []
    return [f"  {name}：", f"    应为 {_shown(wanted)}", f"    得到 {_shown(have)}{_place(document, node)}"]


_SHOWN = 12
"""So many surplus values of a field are shown."""


def _many(document: Document, name: str, wanted: Sequence[Any], found: list[Found]) -> list[str]:
    """Each wanted value against the one found in its turn; a missing or surplus one moves the rest."""
    same = {"sections": _same_section, "claims": _same_claim}.get(name, _same)
    pairs = _aligned(wanted, found, same)
    missing = [wanted[number] for number, have in pairs if have is None and number is not None]
    surplus = [have for number, have in pairs if number is None and have is not None]
    if not missing and not surplus:
        return []
    lines = [f"  {name}（应有 {len(wanted)} 项，得到 {len(found)} 项）："]
    for value in missing:
        near = _nearest(value, surplus)
        if near:
            surplus.remove(near)
            lines.append(f"    ≠ {near[0]}：{_unlike(value, near[1])}{_place(document, near[1])}")
        else:
            lines.append(f"    - {_shown(value)}")
    lines += [f"    + {_details(name, have)}{_place(document, have[1])}" for have in surplus[:_SHOWN]]
    return lines if len(surplus) <= _SHOWN else [*lines, f"    + ……另有 {len(surplus) - _SHOWN} 项"]


def _nearest(wanted: Any, found: list[Found]) -> Found | None:
    """Of the claims found the one whose number is the wanted one, though it differs in other attributes."""
    if not isinstance(wanted, Mapping) or not {"value", "quantity"} & wanted.keys():
        return None
    number = {key: wanted[key] for key in ("value", "quantity", "unit") if key in wanted}
    return next((have for have in found if _same_claim(number, have)), None)


def _unlike(wanted: Mapping[str, Any], claim: Node | None) -> str:
    """The attributes of a claim that are not as wanted."""
    pairs = [(key, value, CLAIM[key](claim)) for key, value in wanted.items() if isinstance(claim, Claim)]
    return "，".join(
        f"{key} 应为 {_shown(value)}，得到 {_shown(have)}" for key, value, have in pairs if not _equal(value, have)
    )


def _aligned(wanted: Sequence[Any], found: list[Found], same: Any) -> list[tuple[int | None, Found | None]]:
    """The longest run of agreements in order, with what stands between."""
    rows, columns = len(wanted), len(found)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            one = best[i + 1][j + 1] + 1 if same(wanted[i], found[j]) else 0
            best[i][j] = max(one, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int | None, Found | None]] = []
    i = j = 0
    while i < rows and j < columns:
        if same(wanted[i], found[j]) and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, found[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, found[j]))
            j += 1
    return [*pairs, *((k, None) for k in range(i, rows)), *((None, f) for f in found[j:])]


def _same(wanted: Any, found: Found) -> bool:
    return bare(wanted) == bare(found[0])


def _same_section(wanted: Any, found: Found) -> bool:
    section = found[1]
    return _same(wanted, found) or bare(wanted) == bare(getattr(section, "title", None))


def _same_claim(wanted: Any, found: Found) -> bool:
    claim = found[1]
    if not isinstance(wanted, Mapping) or not isinstance(claim, Claim):
        return _same(wanted, found)
    unknown = wanted.keys() - CLAIM.keys()
    if unknown:
        raise TypeError(f"数据没有属性 {'、'.join(sorted(unknown))}，可用的有：{'、'.join(CLAIM)}")
    return all(_equal(value, CLAIM[name](claim)) for name, value in wanted.items())


def _equal(wanted: Any, have: Any) -> bool:
    if isinstance(have, Decimal | Fraction) and wanted is not None:
        return Fraction(str(wanted)) == Fraction(have)
    if isinstance(wanted, str) and isinstance(have, str):
        return bare(wanted) == bare(have)
    return bool(wanted == have)


def _details(name: str, found: Found) -> str:
    value, node = found
    if name == "claims" and isinstance(node, Claim):
        kept = {key: read(node) for key, read in CLAIM.items()}
        return "，".join(f"{key}={value}" for key, value in kept.items() if value not in {None, ""})
    return _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "，".join(f"{key}={item}" for key, item in value.items())
    return "（无）" if value is None else str(value)


def _place(document: Document, node: Node | None) -> str:
    """Where a part stands, and what stands there."""
    if node is None:
        return ""
    before = document.text[: node.start]
    line = before.count("\n") + 1
    column = node.start - (before.rfind("\n") + 1) + 1
    around = document.text[max(0, node.start - 8) : node.end + 8].replace("\n", "⏎")
    return f"    （第 {line} 行第 {column} 列：…{around[:48]}…）"
