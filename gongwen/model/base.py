"""What every part of the model is made of: Model, Node and the types of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import AliasGenerator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

from gongwen.model.docs import attribute_docs
from gongwen.model.terms import TERMS

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

Span = tuple[int, int]
"""A half-open pair of Unicode code point offsets into ``Document.text``."""
Spans = tuple[Span, ...]


def _number(value: object) -> Decimal | Fraction:
    if isinstance(value, Decimal | Fraction):
        return value
    if isinstance(value, bool | float):
        raise ValueError("a number is given as str, int, Decimal or Fraction, never as float")
    if isinstance(value, int):
        return Decimal(value)
    if not isinstance(value, str):
        raise ValueError(f"not a number: {value!r}")
    try:
        return Fraction(value) if "/" in value else Decimal(value)
    except (InvalidOperation, ValueError, ZeroDivisionError) as error:
        raise ValueError(f"not a number: {value!r}") from error


def plain(value: Decimal | Fraction) -> str:
    """The number as JSON has it: no exponent, digits as printed, a fraction as ``1/3``."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return format(value, "f")


Number = Annotated[
    Decimal | Fraction,
    BeforeValidator(_number),
    PlainSerializer(plain, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?(/\d+)?$"}),
]
"""An exact number: a Decimal, or a Fraction for 三分之一. In JSON a plain string."""


def terms(**own: str) -> ConfigDict:
    """The configuration of a model whose Chinese keys are those of the glossary, or its own where given."""

    def term(name: str) -> str:
        return own.get(name) or TERMS[name]

    return ConfigDict(alias_generator=AliasGenerator(validation_alias=term, serialization_alias=term))


class Model(BaseModel):
    """A frozen part of the contract that forbids unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        ser_json_inf_nan="strings",
        **terms(),
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema with the docstrings of the attributes.

        Pydantic's own ``use_attribute_docstrings`` reads the source of every class at import,
        a quarter of the start time.
        """
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        docs = attribute_docs(cls)
        for name, field in cls.model_fields.items():
            for key in {name, field.serialization_alias} & properties.keys() if name in docs else ():
                properties[key].setdefault("description", docs[name])
        return schema

    def parts(self) -> list[Model]:
        """The parts that stand directly in this one, in the order of its fields."""
        out: list[Model] = []
        values = self.__dict__
        for name in holding(type(self)):
            value = values[name]
            if isinstance(value, tuple):
                out += value
            elif value is not None:
                out.append(value)
        return out

    def walk(self) -> Iterator[Model]:
        """The part itself and every part in it, outermost first."""
        pending: list[Model] = [self]
        while pending:
            part = pending.pop()
            yield part
            pending += reversed(part.parts())

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            if value is not None and value != ():
                yield name, value


@cache
def holding(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that hold parts; most parts are leaves, and walking them looks at nothing."""
    return tuple(name for name, field in model.model_fields.items() if _is_part(field.annotation))


def _is_part(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_is_part(inner) for inner in get_args(annotation))


class Node(Model):
    """A part with a place in ``Document.text``."""

    spans: Spans
    """位置: half-open pairs of code point offsets into ``Document.text``, in order; several where something that does not belong to the part stands between."""
    text: str
    """原文: exactly the source characters of the spans, joined."""
    clean: str
    """文字: the text for a reader, without line breaks and without blanks that layout put there."""

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.spans[-1][1]

    def __str__(self) -> str:
        return self.clean

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        short = self.clean if len(self.clean) <= 40 else f"{self.clean[:28]}…{self.clean[-10:]}"
        yield None, short
        yield "at", f"{self.start}:{self.end}" if self.spans else "-"
        for name, value in super().__repr_args__():
            if name not in {"spans", "text", "clean"}:
                yield name, value


def honest(node: Node, text: str) -> bool:
    """Whether the node's spans are in order, inside the text, and give its text."""
    spans = node.spans
    if len(spans) == 1:
        start, end = spans[0]
        inside = 0 <= start < end <= len(text) and end - start == len(node.text)
        return inside and text.startswith(node.text, start)
    at = 0
    for start, end in spans:
        if not at <= start < end <= len(text):
            return False
        at = end
    return bool(spans) and "".join([text[a:b] for a, b in spans]) == node.text
