"""The outputs: one file for each, and the ordered table of them."""

from gongwen.writing.writers import WRITERS, Wishes, Writer

__all__ = ["WRITERS", "Wishes", "Writer"]
