"""Writes docs/glossary.md and docs/reference.md from the model: run by `make docs`.

A test fails where the two pages are not what this gives.
"""

from __future__ import annotations

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gongwen import model
from gongwen.model import Model, facts
from gongwen.model.docs import attribute_docs
from gongwen.writing import words

HERE = Path(__file__).parent
CLAUSE = re.compile(r"[(（]((?:GB/T [\d-]+ ?|条例 ?)?(?:7\.\d(?:\.\d)*|第[一二三四五六七八九十]+条))[)）]")
CHINESE = re.compile(r"[\u4e00-\u9fff]+(?:, [\u4e00-\u9fff]+)*")
VALUES = {
    "`direction`（行文方向）": facts.DIRECTIONS,
    "`kind`（数据的种类）": words.KINDS,
    "`direction`（升降）": words.TURNS,
    "`bound`（界限）": words.BOUNDS | {"exact": "（就是这个数）"},
    "`modality`（语气）": words.MODALITIES,
    "`severity`（诊断的程度）": words.SEVERITIES,
    "`role` 和 `explain` 所示": words.SLOTS,
}


def classes() -> list[type[Model]]:
    """The parts of the model, Document first, then in the order in which they are mentioned."""
    found: list[type[Model]] = [model.Node, model.Document]
    for cls in found:
        for annotation in own_annotations(cls).values():
            for name in re.findall(r"[A-Z]\w+", annotation):
                part = getattr(model, name, None)
                if isinstance(part, type) and issubclass(part, Model) and part not in found:
                    found.append(part)
    return found


def own_annotations(cls: type[Model]) -> dict[str, str]:
    """The types of the fields as the source has them, those of Node left to Node."""
    annotations: dict[str, str] = {}
    for owner in reversed(cls.__mro__):
        if owner.__module__.startswith("gongwen.model") and (owner is not model.Node or cls is model.Node):
            annotations |= inspect.get_annotations(owner)
    return {name: str(annotation) for name, annotation in annotations.items() if name in cls.model_fields}


def term(cls: type[Model], name: str) -> str:
    """The Chinese key of a field."""
    return str(cls.model_fields[name].serialization_alias)


def clause(doc: str) -> str:
    """The clause of the standard that a docstring names."""
    match = CLAUSE.search(doc)
    found = match[1] if match else ""
    return f"GB/T 9704-2012 {found}" if found.startswith("7.") else found


def glossary() -> Iterator[str]:
    """中文, identifier and clause."""
    yield "# 术语对照\n\n由 `make docs` 从 `gongwen/model/` 生成，不要手改。字段的详细说明见 [reference.md](reference.md)。\n"
    yield "## 部件\n\n| 中文 | 标识符 | 依据 |\n| --- | --- | --- |"
    for cls in classes():
        doc = inspect.getdoc(cls) or ""
        name = CHINESE.match(doc)
        yield f"| {name[0] if name else '部件'} | `{cls.__name__}` | {clause(doc)} |"
    yield "\n## 字段\n\n| 中文 | 标识符 | 属于 | 依据 |\n| --- | --- | --- | --- |"
    uses: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for cls in classes():
        for name in own_annotations(cls):
            uses[name, term(cls, name), clause(attribute_docs(cls).get(name, ""))].append(f"`{cls.__name__}`")
    for (name, chinese, source), owners in sorted(uses.items()):
        yield f"| {chinese} | `{name}` | {' '.join(owners)} | {source} |"
    yield "\n## 取值"
    for field, table in VALUES.items():
        yield f"\n{field}\n\n| 值 | 中文 |\n| --- | --- |"
        yield from (f"| `{value}` | {chinese} |" for value, chinese in table.items())


def reference() -> Iterator[str]:
    """Every field of every part."""
    yield "# 字段参考\n\n由 `make docs` 从 `gongwen/model/` 的说明生成，不要手改。`gongwen schema` 给出同样内容的 JSON Schema。\n"
    yield "凡是 `Node`，都有 `spans`（在 `Document.text` 中的位置）、`text`（原文）和 `clean`（去掉换行和排版空白的文字）；下面各表不再重复。"
    for cls in classes():
        yield f"\n## {cls.__name__}\n\n{inspect.getdoc(cls)}\n"
        if cls is not model.Node and issubclass(cls, model.Node):
            yield "有位置（`Node`）。\n"
        fields = own_annotations(cls)
        if fields:
            yield "| 字段 | 中文键 | 类型 | 说明 |\n| --- | --- | --- | --- |"
        docs = attribute_docs(cls)
        for name, annotation in fields.items():
            kind = annotation.replace("|", "\\|")
            yield f"| `{name}` | {term(cls, name)} | `{kind}` | {docs.get(name, '')} |"


PAGES = {"glossary.md": glossary, "reference.md": reference}


def page(name: str) -> str:
    """The text of a page."""
    return "\n".join(PAGES[name]()) + "\n"


if __name__ == "__main__":
    for name in PAGES:
        (HERE / name).write_text(page(name), encoding="utf-8")
