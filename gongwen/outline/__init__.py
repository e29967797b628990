"""Outline: body paragraphs become sections, paragraphs and points."""

from gongwen.outline.outline import Outlined, outline

__all__ = ["Outlined", "outline"]
