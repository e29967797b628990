"""Evaluation: what a tool found against what it should have found, field by field.

>>> from gongwen.testing.evaluation import evaluate
>>> evaluation = evaluate("found/", "gold/")    # doctest: +SKIP
>>> evaluation.groups["header"].f1              # doctest: +SKIP
"""

from gongwen.testing.evaluation.evaluation import Case, Evaluation, cases, evaluate, evaluate_cases
from gongwen.testing.evaluation.scores import GROUPS, Tally

__all__ = ["GROUPS", "Case", "Evaluation", "Tally", "cases", "evaluate", "evaluate_cases"]
