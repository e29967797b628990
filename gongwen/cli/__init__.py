"""The command line: argument handling only."""

from gongwen.cli.main import main

__all__ = ["main"]
