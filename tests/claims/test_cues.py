"""语气提示: patterns that are taken apart to be found all at once find what each finds alone."""

import re
from pathlib import Path

import pytest

from gongwen.claims import cues
from gongwen.claims.words import table

FIXTURES = Path(__file__).parents[2] / "fixtures"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("**/*.txt"))]
PATTERNS = sorted({str(p) for row in table("modality")["cue"] for p in row.get("patterns", ())})
AHEAD = [p for p in PATTERNS if "$" not in p]
BACK = [p for p in PATTERNS if "$" in p]
OPEN = re.compile(r"\\.|\[[^\]]*\]|(?P<open>\()|(?P<close>\))|(?P<bar>\|)")


def spans(pattern: re.Pattern[str]) -> list[tuple[int, int, int]]:
    return [(i, *m.span()) for i, text in enumerate(TEXTS) for m in pattern.finditer(text)]


def bars(pattern: str) -> int:
    """How many alternatives stand outside of all brackets: the head of the first would be taken for that of all."""
    depth = found = 0
    for m in OPEN.finditer(pattern):
        depth += bool(m["open"]) - bool(m["close"])
        found += bool(m["bar"]) and not depth
    return found


@pytest.mark.parametrize("pattern", AHEAD)
def test_all_at_once_finds_what_the_pattern_finds(pattern):
    together = cues._all_at_once([(0, [pattern])])
    assert spans(together) == spans(re.compile(pattern))


def test_the_patterns_are_found_in_the_fixtures_at_all():
    assert sum(bool(spans(re.compile(p))) for p in AHEAD) > len(AHEAD) // 4


@pytest.mark.parametrize("pattern", PATTERNS)
def test_alternatives_stand_in_brackets(pattern):
    assert bars(pattern) == 0 or cues._led(pattern) is None


def test_two_heads_outside_of_brackets_are_seen():
    assert bars("拟(?:于|在)|将[^|]建") == 1


@pytest.mark.parametrize("pattern", BACK)
def test_before_a_number_the_first_look_leaves_no_match_out(pattern):
    alone, maybe = re.compile(pattern), cues._maybe([pattern])
    for text in TEXTS:
        for number in re.finditer(r"\d+", text):
            begin = max(0, number.start() - 60)
            if alone.search(text, begin, number.start()):
                assert maybe.search(text, begin, number.start())
