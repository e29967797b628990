"""gongwen: Chinese official documents (公文) as data, each field with its exact place."""

from gongwen.lexicon import Lexicon
from gongwen.model import Document
from gongwen.pipeline import load, parse
from gongwen.reading import UnreadableError

__version__ = "0.1.0"
__all__ = ["Document", "Lexicon", "UnreadableError", "load", "parse"]
