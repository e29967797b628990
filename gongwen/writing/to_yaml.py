"""YAML: the model, for reading and comparing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from gongwen.writing.wishes import Wishes

if TYPE_CHECKING:
    from gongwen.model import Document


def write_yaml(document: Document, out: TextIO, wishes: Wishes) -> None:
    """The document as a YAML mapping; offsets on one line, text with line breaks as a block."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """The safe dumper with a layout of its own."""

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
            return True

    def put_list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=_offsets(items))

    def put_str(dumper: yaml.SafeDumper, words: str) -> yaml.Node:
        return dumper.represent_scalar("tag:yaml.org,2002:str", words, style="|" if "\n" in words else None)

    Dumper.add_representer(list, put_list)
    Dumper.add_representer(str, put_str)
    values = document.model_dump(mode="json", by_alias=wishes.chinese, exclude=None if wishes.text else {"text"})
    yaml.dump(values, out, Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _offsets(items: list[Any]) -> bool:
    return all(isinstance(item, int) or (isinstance(item, list) and _offsets(item)) for item in items)
