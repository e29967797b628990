"""Reading: bytes of any format become a Reading; the content decides, not the suffix."""

from gongwen.reading.failure import MissingExtraError, UnreadableError
from gongwen.reading.reader import read
from gongwen.reading.reading import Reading

__all__ = ["MissingExtraError", "Reading", "UnreadableError", "read"]
