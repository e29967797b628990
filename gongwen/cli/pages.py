"""--images: a picture of each page with what was found drawn in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongwen.cli.outputs import Output

if TYPE_CHECKING:
    from PIL.Image import Image

    from gongwen.model import Document


class Pages:
    """Writes 文件名-页码.svg into a folder for each page, and passes the document on."""

    def __init__(self, folder: Path, inner: Output) -> None:
        self._folder, self._inner = folder, inner
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, file: str, document: Document) -> None:
        """Write the pictures of a document; one without pages is said and passed over."""
        self._inner.add(file, document)
        from gongwen.writing.to_page import write_page

        for page, picture in zip(document.source.pages, _pictures(file, document), strict=False):
            path = self._folder / f"{Path(file).stem}-{page.number}.svg"
            with path.open("w", encoding="utf-8", newline="\n") as out:
                write_page(document, picture, page.number, out)

    def close(self) -> None:
        """Close what stands behind."""
        self._inner.close()


def _pictures(file: str, document: Document) -> Iterable[Image | None]:
    """The pictures of the pages; None for pages that only the places of their characters are known of."""
    from gongwen.reading.failure import UnreadableError
    from gongwen.reading.picture import page_pictures

    if file == "-":
        click.echo("标准输入没有页面图像", err=True)
        return ()
    try:
        return page_pictures(Path(file).read_bytes(), Path(file).name)
    except UnreadableError as error:
        if any(page.width for page in document.source.pages):
            return [None] * len(document.source.pages)
        click.echo(f"{file}：{error.cause}", err=True)
        return ()
