"""发文机关标志 (GB/T 9704-2012 7.2.4) and the splitting of agencies that stand side by side."""

from __future__ import annotations

import re
from itertools import pairwise

from gongwen.layout import Ground, Sheet
from gongwen.lexicon import Lexicon
from gongwen.model import Agency, Letterhead
from gongwen.text import Text, join

_TAIL = re.compile(r"(?:文件|^发电报|^公告|^通告|发电|传真电报|明传电报|密码电报|内部明电|内部传真电报|电报|明电)$")
_SPREAD_TAIL = re.compile(r"文 *件$")
_MINUTES = re.compile(
    r"(?:专题|常务|全体|办公|工作|党组|局长办公|总经理办公|校长办公|院长办公|市长办公|县长办公|区长办公|联席)*(?:会议?)?纪要$|[^\W\da-zA-Z_]{0,4}(?:简报|专报|快报)$"
)
_SENDER = re.compile(r"(?:发电单位|发电机关)：?")
_BODY = frozenset("部委会局厅署室院府")
"""What closes the name of a body that signs."""
_PLACE = re.compile(r"(?:中共)?(?P<name>[^\W\da-zA-Z_]{2,6}?[省市县区州盟旗])")
_SEAL = re.compile(r"（(?:盖章|印章|章|公章|印|代章|[^（）]{2,24}代章)）$|编印?$")


def find_letterhead(ground: Ground, sheet: Sheet, lexicon: Lexicon) -> Letterhead | None:
    """The agencies of the red head, without 文件; several one a line or side by side."""
    lines = [line for element in sheet.all("letterhead") for line in element.lines]
    if not lines:
        return None
    texts = [
        element.lines[0].text(ground.source) if len(element.lines) == 1 else ground.text(element.lines)
        for element in sheet.all("letterhead")
    ]
    agencies = [agency for text in texts for agency in find_agencies(_bare(text, lexicon), lexicon)]
    whole = join(texts, holes=False) if len(texts) == 1 or _adjacent(ground, sheet) else texts[0]
    return Letterhead(agencies=tuple(agencies), **whole.place())


def _adjacent(ground: Ground, sheet: Sheet) -> bool:
    """Whether the lines of the head follow one another."""
    lines = [line for element in sheet.all("letterhead") for line in element.lines]
    return all(not ground.folded[a.end : b.start].strip() for a, b in pairwise(lines))


def _bare(text: Text, lexicon: Lexicon) -> Text:
    """The agency of a head line: 文件 and the like left off, of a 纪要 the kind of meeting too."""
    tight = text.tight()
    label = _SENDER.match(tight.chars)
    if label:
        return tight[label.end() :]
    tail = _TAIL.search(tight.chars)
    if tail:
        spread = _SPREAD_TAIL.search(text.chars)
        return text[: spread.start()].strip() if spread else tight[: tail.start()]
    if tight.chars.endswith(("公告", "通告")) and lexicon.is_agency(tight.chars[:-2]):
        return tight[:-2]
    minutes = _MINUTES.search(tight.chars)
    if minutes:
        for end in range(minutes.start(), 1, -1):
            if lexicon.is_agency(tight.chars[:end]):
                return tight[:end]
        return tight[: minutes.start() if tight.chars.endswith("纪要") else 0]
    return text


def find_agencies(text: Text, lexicon: Lexicon) -> list[Agency]:
    """The agencies that a text lists: side by side with blanks or 、 between, or one alone."""
    parts = [part for piece in re.finditer("[^ 、]+", text.chars) if (part := text[piece.start() : piece.end()])]
    if len(parts) > 1 and all(lexicon.is_agency(_SEAL.sub("", part.chars)) for part in parts):
        return [_agency(part) for part in parts]
    return [_agency(part) for part in _glued(text.tight(), lexicon)] if text.tight().chars else []


def _glued(text: Text, lexicon: Lexicon) -> list[Text]:
    """Two bodies whose blank between was lost: the second opens with 国家, 中国 or the place that opens the first."""
    chars = text.chars
    place = _PLACE.match(chars)
    names = ("国家", "中国", place["name"]) if place else ("国家", "中国")
    for at in (chars.find(name, 3) for name in names):
        if at < 0 or chars[at - 1] not in _BODY or chars[-1] not in _BODY:
            continue
        if lexicon.is_agency(chars[:at]) and lexicon.is_agency(chars[at:]):
            return [text[:at], *_glued(text[at:], lexicon)]
    return [text]


def _agency(text: Text) -> Agency:
    text = text.tight()
    seal = _SEAL.search(text.chars)
    place = text.place(0, seal.start() if seal else None)
    return Agency(name=str(place["clean"]).rstrip("，,："), **place)
