"""What is raised where an input cannot be read at all."""

from __future__ import annotations


class UnreadableError(ValueError):
    """The input cannot be read: broken, encrypted, not a document, or over a limit.

    ``name`` is the file's name (None where bytes were given), ``cause`` says in the
    user's language why.
    """

    def __init__(self, cause: str, name: str | None = None) -> None:
        super().__init__(f"无法读取{f' {name}' if name else ''}：{cause}")
        self.cause = cause
        self.name = name


class MissingExtraError(UnreadableError):
    """The input needs an optional part of gongwen that is not installed."""
