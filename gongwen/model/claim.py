"""数据 and 引用: quantitative statements and citations."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from gongwen.model.base import Node, Number, terms
from gongwen.model.header import Reference

Bound = Literal["exact", "about", "over", "at_least", "nearly", "under", "at_most"]
ClaimKind = Literal["level", "change", "share", "rank", "duration"]
Modality = Literal["actual", "target", "rule", "condition"]


class Quantity(Node):
    """数量: a quantity as printed, with the words beside it that bound it."""

    value: Number
    """值: 百, 千, 万 and 亿 multiplied out; of a range the low end."""
    high: Number | None = None
    """上限值: of a range the high end."""
    unit: str = ""
    """单位: the base unit as printed, without 万 or 亿; empty where there is none."""
    bound: Bound = "exact"
    """界限."""

    def to(self, unit: str) -> Decimal | Fraction:
        """换算: the value in another unit of the same dimension, exact: ``quantity.to("万元")``.

        Of a range the low end. Raises ValueError where the units measure different things (亩, 元).
        """
        from gongwen.lexicon.units import Units  # noqa: PLC0415 - the model stays free of the lexicon's files

        exact = Units.default().convert(Fraction(self.value), self.unit, unit)
        below = exact.denominator
        while below % 2 == 0:
            below //= 2
        while below % 5 == 0:
            below //= 5
        return Decimal(exact.numerator) / Decimal(exact.denominator) if below == 1 else exact


class Period(Node):
    """时期: the time that a claim speaks of."""

    value: str
    """值: ``2021``, ``2021-07``, ``2021-01/2021-06``, ``../2022-03-31`` (截至), ``2021-07/..`` (自…以来)."""
    inherited: bool = False
    """承前: whether it is carried on from an earlier sentence."""


class Claim(Node):
    """数据: a quantitative statement; its place is the clause that makes it."""

    model_config = terms(direction="升降")

    quantity: Quantity
    """数量."""
    kind: ClaimKind = "level"
    """种类: ``level``, ``change``, ``share``, ``rank`` or ``duration``."""
    direction: Literal["up", "down"] | None = None
    """升降, of a change."""
    basis: str | None = None
    """比较基准: what a change is compared with, as printed (同比, 较上年)."""
    metric: Node | None = None
    """指标: what is counted or measured; several spans where the quantity stands inside it."""
    whole: Node | None = None
    """整体: of a share, what it is a part of."""
    per: Node | None = None
    """单位对象: per what the quantity is meant (每人, 人均)."""
    period: Period | None = None
    """时期."""
    modality: Modality = "actual"
    """语气: ``actual``, ``target``, ``rule`` or ``condition``."""
    changes: int | None = None
    """所变水平: of a change, the index in ``claims`` of the level that it changes."""
    section: tuple[str, ...] = ()
    """所在层次: the markers on the way down."""


class Citation(Node):
    """引用: a text named in 《》, or a 发文字号 other than the document's own."""

    model_config = terms(number="发文字号")

    title: str | None = None
    """标题, without 《》."""
    number: str | None = None
    """发文字号, verbatim without blanks."""
    article: str | None = None
    """条款: ``第三条第一款``."""
    ref: Reference | None = None
    """文号: the number taken apart."""
