"""Claims as rows: what a spreadsheet or a data frame takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from gongwen.model.claim import Claim
    from gongwen.model.document import Document

Cell = str | int | Decimal | Fraction | bool | None


class Column(NamedTuple):
    """A column: its name, its Chinese term, and what stands in it."""

    name: str
    term: str
    cell: Callable[[Document, Claim], Cell]


# In the order of a row.
COLUMNS: tuple[Column, ...] = (
    Column("file", "文件", lambda document, _: document.source.name),
    Column("metric", "指标", lambda _, claim: _clean(claim.metric)),
    Column("quantity", "数量", lambda _, claim: claim.quantity.clean),
    Column("value", "值", lambda _, claim: claim.quantity.value),
    Column("high", "上限值", lambda _, claim: claim.quantity.high),
    Column("unit", "单位", lambda _, claim: claim.quantity.unit),
    Column("bound", "界限", lambda _, claim: claim.quantity.bound),
    Column("period", "时期", lambda _, claim: claim.period.value if claim.period else None),
    Column("kind", "种类", lambda _, claim: claim.kind),
    Column("direction", "升降", lambda _, claim: claim.direction),
    Column("basis", "比较基准", lambda _, claim: claim.basis),
    Column("whole", "整体", lambda _, claim: _clean(claim.whole)),
    Column("per", "单位对象", lambda _, claim: _clean(claim.per)),
    Column("modality", "语气", lambda _, claim: claim.modality),
    Column("section", "所在层次", lambda _, claim: "".join(claim.section)),
    Column("quote", "原句", lambda _, claim: claim.clean),
    Column("page", "页码", lambda document, claim: _page(document, claim.start)),
    Column("start", "起", lambda _, claim: claim.quantity.start),
    Column("end", "止", lambda _, claim: claim.quantity.end),
)


def claim_rows(document: Document) -> list[tuple[Cell, ...]]:
    """A row for each claim, with the cells of COLUMNS."""
    return [tuple(column.cell(document, claim) for column in COLUMNS) for claim in document.claims]


def claims_frame(documents: Iterable[Document]) -> Any:
    """The claims of documents as a polars or pandas DataFrame, whichever is installed.

    A frame computes in floats; the exact numbers are in ``Document.claims``.
    Raises ImportError where neither is installed.
    """
    rows = [[_plain(cell) for cell in row] for document in documents for row in claim_rows(document)]
    if find_spec("polars"):
        import polars

        return polars.DataFrame(rows, schema=_types(polars), orient="row")
    if find_spec("pandas"):
        import pandas

        return pandas.DataFrame(rows, columns=[column.name for column in COLUMNS])
    raise ImportError("claims_frame 需要 polars 或 pandas：pip install 'gongwen[frame]'")


def _types(polars: Any) -> dict[str, Any]:
    numbers = {"value": polars.Float64, "high": polars.Float64} | dict.fromkeys(("page", "start", "end"), polars.Int64)
    return {column.name: numbers.get(column.name, polars.String) for column in COLUMNS}


def _plain(cell: Cell) -> Cell | float:
    return float(cell) if isinstance(cell, Decimal | Fraction) else cell


def _clean(node: object) -> str | None:
    return str(node) if node else None


def _page(document: Document, offset: int) -> int | None:
    return next((page.number for page in document.source.pages if page.span[0] <= offset < page.span[1]), None)
