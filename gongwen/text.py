"""Text that remembers where it came from.

A :class:`Text` is a run of folded characters in which every character knows its
offset in the source. Slicing, dropping and joining give Text again, so a pattern
that matches on any cleaned view yields spans in the source by construction.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

Spans = tuple[tuple[int, int], ...]

BLANKS = "\t\v \x1c\x1d\x1e\x1f\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000\u3164"
"""Characters that are blank space inside a line; all fold to U+0020."""
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width; all fold to U+200B."""
BREAKS = "\r\n\f\u2028\u2029"
"""Characters that end a line."""


def _fold_table() -> dict[int, str]:
    table = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
    # The punctuation of Chinese text goes the other way: half-width marks become full-width.
    for half, full in zip(":;()!?~", "：；（）！？～", strict=True):
        table[ord(half)] = table[ord(full)] = full
    table[ord("，")] = "，"
    table.update(dict.fromkeys(map(ord, "[［﹝"), "〔"))
    table.update(dict.fromkeys(map(ord, "]］﹞"), "〕"))
    table.update(dict.fromkeys(map(ord, "‐‑‒–―─━"), "—"))
    table.update(dict.fromkeys(map(ord, "•・‧∙●"), "·"))
    table[ord("∶")] = "："
    table.update(dict.fromkeys(map(ord, "«≪"), "《"))
    table.update(dict.fromkeys(map(ord, "»≫"), "》"))
    table[ord("≧")] = "≥"
    table[ord("≦")] = "≤"
    table.update(dict.fromkeys(map(ord, BLANKS), " "))
    table.update(dict.fromkeys(map(ord, INVISIBLE), "\u200b"))
    return {code: char for code, char in table.items() if chr(code) != char}


_FOLD = {chr(code): char for code, char in _fold_table().items()}
# A half-width comma is one of the text, but between digits it parts thousands.
_COMMA = re.compile(r",(?!\d)|(?<!\d),")
# A full stop of Latin text behind a Chinese word, where no numeral makes it a marker (三.), is the Chinese one.
_STOP = re.compile(r"\.(?![\dA-Za-z.])(?<=[^\x00-\x7f，。；：、（]\.)(?<![一二三四五六七八九十百零章节条]\.)")
_VARIANT = re.compile("[" + "".join(map(re.escape, _FOLD)) + "]")


def fold(text: str) -> str:
    """The text with width variants made one, character for character: offsets stay."""
    # Variants are rare in most texts: a substitution is faster than translating every character.
    folded = _VARIANT.sub(lambda match: _FOLD[match.group()], text)
    if "," in folded:
        folded = _COMMA.sub("，", folded)
    return _STOP.sub("。", folded) if "." in folded else folded


class Text:
    """Folded characters with the way back to the source.

    ``chars`` is what patterns match on. The characters come in pieces that are
    contiguous in the source; between two pieces the source holds either layout
    (blanks, a line break), which a span runs over, or matter that does not belong
    to the text (a page number), a hole, which a span leaves out.
    """

    __slots__ = ("_at", "_from", "_holes", "chars", "source", "tidied")

    def __init__(
        self, source: str, chars: str, starts: list[int], at: list[int], holes: list[bool], *, tidied: bool = False
    ) -> None:
        self.tidied = tidied
        """Whether no layout blank is left in it."""
        self.source = source
        self.chars = chars
        self._from = starts
        self._at = at
        self._holes = holes

    @classmethod
    def of(cls, source: str, folded: str, start: int, end: int) -> Text:
        """The stretch of the source from start to end, in one piece."""
        return cls(source, folded[start:end], [0], [start], [False])

    def __len__(self) -> int:
        return len(self.chars)

    def __bool__(self) -> bool:
        return bool(self.chars)

    def __repr__(self) -> str:
        return f"Text({self.chars!r}, {self.spans(0, len(self))})"

    def offset(self, index: int) -> int:
        """The source offset of the character at an index of ``chars``."""
        piece = bisect_right(self._from, index) - 1
        return self._at[piece] + index - self._from[piece]

    def spans(self, start: int, end: int) -> Spans:
        """Where the characters from start to end stand in the source."""
        starts, at = self._from, self._at
        if len(at) == 1:
            return ((at[0] + start, at[0] + end),) if end > start else ()
        if end <= start:
            return ()
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        begin = at[first] + start - starts[first]
        out = []
        for k in range(first + 1, last + 1):
            if self._holes[k]:
                out.append((begin, at[k - 1] + starts[k] - starts[k - 1]))
                begin = at[k]
        out.append((begin, at[last] + end - starts[last]))
        return tuple(out)

    def place(self, start: int = 0, end: int | None = None) -> dict[str, object]:
        """The ``spans``, ``text`` and ``clean`` of the characters from start to end, as a Node takes them."""
        if end is None:
            end = len(self.chars)
        starts = self._from
        piece = bisect_right(starts, start)
        if start < end and (piece == len(starts) or end <= starts[piece]):
            # One piece holds them all, as it does most that are asked for.
            shift = self._at[piece - 1] - starts[piece - 1]
            made = self.source[start + shift : end + shift]
            spans: Spans = ((start + shift, end + shift),)
            return {"spans": spans, "text": made, "clean": clean(made) if _HAS_SPACE.search(made) else made}
        spans = self.spans(start, end)
        made = _verbatim(self.source, spans)
        return {"spans": spans, "text": made, "clean": self._shown(start, end, made)}

    def clean(self, start: int = 0, end: int | None = None) -> str:
        """The characters from start to end for a reader."""
        return str(self.place(start, end)["clean"])

    def _shown(self, start: int, end: int, made: str) -> str:
        """What a reader is shown of characters that read so in the source."""
        if self.tidied and " " not in self.chars[start:end]:
            # Without its layout blanks the text is what its pieces print.
            return self._printed(start, end)
        return clean(made)

    def _printed(self, start: int, end: int) -> str:
        """The source characters of the pieces from start to end."""
        starts, at, source = self._from, self._at, self.source
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        if first == last:
            return source[at[first] + start - starts[first] : at[first] + end - starts[first]]
        out = [source[at[first] + start - starts[first] : at[first] + starts[first + 1] - starts[first]]]
        out += [source[at[k] : at[k] + starts[k + 1] - starts[k]] for k in range(first + 1, last)]
        out.append(source[at[last] : at[last] + end - starts[last]])
        return "".join(out)

    def __getitem__(self, key: slice) -> Text:
        start, end, _ = key.indices(len(self.chars))
        end = max(start, end)
        starts = self._from
        if len(starts) == 1:
            return Text(self.source, self.chars[start:end], [0], [self._at[0] + start], [False], tidied=self.tidied)
        first = bisect_right(starts, start) - 1
        last = max(first, bisect_left(starts, end) - 1)
        return Text(
            self.source,
            self.chars[start:end],
            [0, *(s - start for s in starts[first + 1 : last + 1])],
            [self._at[first] + start - starts[first], *self._at[first + 1 : last + 1]],
            [False, *self._holes[first + 1 : last + 1]],
            tidied=self.tidied,
        )

    def upto(self, last: Text) -> Text:
        """The text and what follows it up to the end of another text of the same source, in one run of characters.

        What stood between the two in a longer text is kept as it is printed, width folded.
        """
        between = self.source[self.offset(len(self) - 1) + 1 : last.offset(0)]
        lead = len(between) - len(between.lstrip())
        gap = between.strip()
        if not gap:
            return join([self, last])
        at = self.offset(len(self) - 1) + 1 + lead
        middle = Text(self.source, fold(gap), [0], [at], [False]).tight()
        return join([self, middle, last])

    def strip(self, marks: str = " \u200b") -> Text:
        """The text without these characters at either end."""
        start = len(self.chars) - len(self.chars.lstrip(marks))
        end = len(self.chars.rstrip(marks))
        return self if start == 0 and end == len(self.chars) else self[start : max(start, end)]

    def drop(self, pattern: re.Pattern[str]) -> Text:
        """The text without what the pattern matches; spans still run over it."""
        return self._without([match.span() for match in pattern.finditer(self.chars)])

    def tight(self) -> Text:
        """The text without any blanks."""
        chars = self.chars
        if " " not in chars and "\u200b" not in chars:
            return self
        return self._without([match.span() for match in _BLANK_RUN.finditer(chars)])

    def tidy(self) -> Text:
        """The text without blanks that layout put there; one stays between Latin words and numbers."""
        chars = self.chars
        if self.tidied:
            return self
        gone = []
        if " " in chars or "\u200b" in chars:
            for match in _BLANK_RUN.finditer(chars):
                start, end = match.span()
                needed = (
                    start and chars[start - 1] in _LATIN and chars[end : end + 1] in _LATIN and " " in match.group()
                )
                if not needed:
                    gone.append((start, end))
                elif end - start > 1:
                    kept = chars.index(" ", start)
                    gone.extend((a, b) for a, b in ((start, kept), (kept + 1, end)) if a < b)
        made = self._without(gone) if gone else self[:]
        made.tidied = True
        return made

    def _without(self, gone: list[tuple[int, int]]) -> Text:
        """The text without these stretches."""
        if not gone:
            return self
        kept, at = [], 0
        for start, end in [*gone, (len(self.chars), len(self.chars))]:
            if start > at:
                kept.append((at, start))
            at = end
        if len(self._from) > 1:
            return join([self[a:b] for a, b in kept]) if kept else self[:0]
        starts, length, origin = [], 0, self._at[0]
        for a, b in kept:
            starts.append(length)
            length += b - a
        chars = "".join([self.chars[a:b] for a, b in kept])
        return Text(
            self.source, chars, starts or [0], [origin + a for a, _ in kept] or [origin], [False] * max(1, len(kept))
        )


_BLANK_RUN = re.compile("[ \u200b]+")
_DIGITS = frozenset("0123456789")
_LATIN = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def join(parts: Iterable[Text], *, holes: bool = False) -> Text:
    """Texts one after another. With ``holes`` what stands between them does not belong to the whole."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    starts: list[int] = []
    at: list[int] = []
    gaps: list[bool] = []
    length = 0
    for part in parts:
        starts.extend(length + s for s in part._from)  # noqa: SLF001 -- its own class
        at.extend(part._at)  # noqa: SLF001
        gaps.append(bool(starts) and holes)
        gaps.extend(part._holes[1:])  # noqa: SLF001
        length += len(part.chars)
    tidied = all(part.tidied for part in parts)
    return Text(parts[0].source, "".join([part.chars for part in parts]), starts, at, gaps, tidied=tidied)


_HAS_SPACE = re.compile(rf"[{BLANKS}{INVISIBLE}{BREAKS}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SPACE = re.compile(rf"[{BLANKS}]+")
_BREAK = re.compile(rf"[{BLANKS}]*[{BREAKS}][{BLANKS}{BREAKS}]*")


def _joined(parts: list[str], *, wrapped: bool) -> str:
    """The parts without the space between, but where two Latin words or numbers need it."""
    out = [parts[0]]
    last = parts[0][-1:]
    for part in parts[1:]:
        # A hard wrap inside a number leaves nothing between its digits.
        if last in _LATIN and part[:1] in _LATIN and not (wrapped and last in _DIGITS and part[:1] in _DIGITS):
            out.append(" ")
        out.append(part)
        last = part[-1:] or last
    return "".join(out)


def clean(text: str) -> str:
    """The text for a reader: no line breaks, no blanks that layout put there."""
    if not _HAS_SPACE.search(text):
        return text
    lines = _BREAK.split(_INVISIBLE.sub("", text))
    lines = [_joined(_SPACE.split(line), wrapped=False) for line in lines]
    return lines[0] if len(lines) == 1 else _joined(lines, wrapped=True)


def _verbatim(source: str, spans: Spans) -> str:
    return source[spans[0][0] : spans[0][1]] if len(spans) == 1 else "".join([source[a:b] for a, b in spans])


def place(source: str, spans: Spans) -> dict[str, object]:
    """The ``spans``, ``text`` and ``clean`` of a stretch of the source."""
    text = _verbatim(source, spans)
    return {"spans": spans, "text": text, "clean": clean(text)}
