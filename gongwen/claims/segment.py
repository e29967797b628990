"""分词: where a word begins, for the few stretches that have to be cut at a length.

The words are those of jieba's dictionary. Most documents have no such stretch: jieba (half a second) is loaded
with the first one that has. rjieba, the extra ``fast``, knows the same words and loads in a tenth of the time.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache

_AROUND = 10
"""How many characters on either side are looked at: words are short, and their neighbours settle them."""


def word_at(text: str, at: int, begin: int, end: int) -> int:
    """Where the word begins that holds the character at a place; only what stands from begin to end is looked at."""
    start = max(begin, at - _AROUND)
    place = start
    for word in _cutter()(text[start : min(end, at + _AROUND)]):
        if place + len(word) > at:
            return place
        place += len(word)
    return at


@cache
def _cutter() -> Callable[[str], list[str]]:
    """What cuts text into words: by the dictionary alone, no words are guessed."""
    try:
        import rjieba  # noqa: PLC0415 - optional, and loaded only where it is needed
    except ImportError:
        return _jieba()
    return lambda text: rjieba.cut(text, hmm=False)


def _jieba() -> Callable[[str], list[str]]:
    """A tokenizer of our own: what others add to jieba's common one changes nothing here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pkg_resources, which jieba imports
        import jieba  # noqa: PLC0415
    words = jieba.Tokenizer()
    # Not initialize(): that trusts a file in the common temporary directory, which anybody may have put there.
    words.FREQ, words.total = words.gen_pfdict(words.get_dict_file())
    words.initialized = True
    return lambda text: words.lcut(text, HMM=False)
