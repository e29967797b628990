"""签发人 (GB/T 9704-2012 7.2.6): of documents that face up; several, over several lines."""

from __future__ import annotations

import re

from gongwen.layout import Ground, Sheet
from gongwen.lexicon import Lexicon
from gongwen.model import Signer
from gongwen.text import Text

_LABEL = re.compile(r"(?:签 *发 *人?|签批人?|会签人?|核签人?) *：|签批盖章 *：?|签发 *：? ")
_WORD = re.compile(r"[^ 、，；]+")
_NAME_AGENCY = re.compile(r"(?P<name>[^\x00-\x7f，。；：、（）]{2,4})（(?P<agency>[^（）]{2,20})）")
_AGENCY_NAME = re.compile(r"(?P<agency>[^（）]{3,})[：（](?P<name>[^\x00-\x7f，。；：、（）]{2,4})）?")


def find_signers(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> tuple[Signer, ...]:
    """The signers, in order; beside a name there may stand its agency."""
    found: list[Signer] = []
    for element in sheet.all("signers"):
        for line in element.lines:
            text = line.text(ground.source)
            label = _LABEL.match(text.chars)
            found.extend(_signers(text[label.end() :].strip() if label else text, lexicon))
    return tuple(sorted(found, key=lambda signer: signer.start))


def _spelt(chars: str, start: int) -> bool:
    """Whether a name of three characters is printed with blanks between, so that three of them stand alone."""
    words = _WORD.findall(chars, start)
    alone = next((n for n, word in enumerate(words) if len(word) > 1), len(words))
    return alone == 3


def _signers(text: Text, lexicon: Lexicon) -> list[Signer]:
    signers: list[Signer] = []
    agency: str | None = None
    held: list[tuple[int, int]] = []
    for match in [*_WORD.finditer(text.chars), None]:
        # A name of two characters is printed with a blank between: 沈 岚
        if match is not None and len(match.group()) == 1:
            held.append(match.span())
            if len(held) < (3 if _spelt(text.chars, held[0][0]) else 2):
                continue
            start, end = held[0][0], held[-1][1]
            held = []
        elif match is not None:
            # 左 丘（某局）: the bracket stands at the second character
            start, end = (held[0][0] if held and match.group()[1:2] == "（" else match.start()), match.end()
            held = []
        else:
            break
        word = text[start:end].tight()
        pair = _NAME_AGENCY.fullmatch(word.chars) or _AGENCY_NAME.fullmatch(word.chars)
        if pair:
            signers.append(Signer(name=pair["name"], agency=pair["agency"], **word.place(*pair.span("name"))))
        elif len(word) > 4 and lexicon.is_agency(word.chars):
            agency = word.clean()
        else:
            place = word.place()
            signers.append(Signer(name=str(place["clean"]), agency=agency, **place))
            agency = None
    return signers
