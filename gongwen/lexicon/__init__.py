"""The lexicon: the one reader of the tables under ``data/``, and the tables."""

from gongwen.lexicon.lexicon import Kind, Layout, Lexicon, data

__all__ = ["Kind", "Layout", "Lexicon", "data"]
