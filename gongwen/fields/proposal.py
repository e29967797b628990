"""所答建议提案: which 建议, 提案 or 议案 a reply answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, cast

from gongwen.grammar.numerals import integer
from gongwen.model import Proposal, Title
from gongwen.text import Text

_N = "一二三四五六七八九十百"
_PROPOSAL = re.compile(
    rf"(?P<body>(?:全国|[省市县区州](?!级)|[^\W\da-zA-Z_]{{2,6}}[省市县区州])?(?:人大|政协)?[^\W\da-zA-Z_]{{0,8}}?)?第?(?P<term>[{_N}]{{1,4}}|\d{{1,2}})届"
    rf"(?P<body2>全国人民代表大会|全国人大|全国委员会|人民代表大会|人大|政协|[^\W\da-zA-Z_]{{0,8}}?委员会)?第?(?P<session>[{_N}]{{1,3}}|\d{{1,2}})次会议"
    r"[^第“\d]{0,12}第?[“]?(?P<number>[\dA-Za-z—-]{1,10}(?:、\d{1,8}){0,6})[”]?号(?:（[^）]*）)?(?:代表|委员)?(?P<kind>建议|提案|议案)"
)
_NAMED = re.compile(r"《(?P<title>[^《》]{4,80})》")


def find_proposal(title: Title | None, text: Text | None, opening: Sequence[Text]) -> Proposal | None:
    """From the title of the reply, and its first paragraph for the proposal's own title."""
    if title is None or text is None or title.kind not in {"答复", "复函", "函", "意见"}:
        return None
    match = _PROPOSAL.search(text.chars)
    if match is None:
        return None
    lead = re.match("^.*?(?:关于对?|对)", text.chars[: match.end("body") if match["body"] else match.start()])
    start = max(match.start(), lead.end() if lead else 0)
    named = next((m for t in opening[:2] if (m := _NAMED.search(t.chars))), None)
    body = (text.chars[start : match.start("term")].removesuffix("第") or "") + (match["body2"] or "")
    return Proposal(
        kind=cast("Literal['建议', '提案', '议案']", match["kind"]),
        body=body or None,
        term=integer(match["term"]),
        session=integer(match["session"]),
        number=match["number"],
        title=named["title"] if named else None,
        **text.place(start, match.end()),
    )
