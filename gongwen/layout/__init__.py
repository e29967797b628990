"""Layout: lines, their labels by the best path, and the elements they make up."""

from gongwen.layout.elements import Element, Ground, Sheet, lay_out
from gongwen.layout.lines import Line

__all__ = ["Element", "Ground", "Line", "Sheet", "lay_out"]
