"""引用: every text named in 《》 and every 发文字号 in the text, with the articles behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.grammar.numbers import BRACKETED, reference
from gongwen.model import Citation
from gongwen.text import Text

_ZH = "一二三四五六七八九十百零〇"
_YEAR = r"(?:19|20)\d{2}"
_PLAIN = BRACKETED.replace("?P<year>", "?:").replace("?P<serial>", "?:")
_NUMBERED = (
    rf"[^\W\d_]{{0,24}}{_PLAIN}"
    rf"|[^\d ，。；：、《》“”〔〕]{{2,40}}令(?:{_YEAR}年)?第?(?:\d{{1,4}}|[{_ZH}]{{1,5}})号(?:令)?|[^\W\da-zA-Z_]{{0,30}}公告{_YEAR}年第?\d{{1,4}}号"
    rf"|[^\W\da-zA-Z_]{{2,20}}第(?:\d{{1,4}}|[{_ZH}]{{1,5}})号令"
)
_YEARLY = rf"{_YEAR}年第?\d{{1,4}}号"
_STANDARD = r"DB ?\d{2,4} ?/ ?(?:T ?)?\d{2,5}(?:\.\d{1,3})?[-—]\d{4}|[A-Z] ?[A-Z]{1,4}(?:/[A-Z]{1,3})? ?[A-Z]?\d{2,6}(?:\.\d{1,3})?(?:[-—]\d{2,4})?(?: ?[-—] ?\d{4})?"
# Behind a title: （泽政发〔2019〕8号，以下简称…）, （GB 12345—2010）, （省政府令第52号）
_BEHIND = re.compile(
    rf"（(?P<number>{_NUMBERED}|[^\d，。；：《》“”〔〕（）]{{0,40}}{_YEARLY}|{_STANDARD}|(?P<running>第\d{{1,4}}号))(?=[）、，；,]|文|[公颁]布|发布|印发|修[订正改])[^（）]{{0,60}}）"
)
_PUBLISHED = ("公告", "通告", "令", "办法", "规定", "条例", "细则", "规则")
"""Kinds of which a bare 第N号 behind the title is the number."""
# In front of it: （泽水发〔2021〕3号）《…》
_BEFORE = re.compile(rf"（(?P<number>[^\W\d_]{{1,16}}{_PLAIN})）$")
_ARTICLE = re.compile(
    rf"第(?:[{_ZH}]{{1,6}}|\d{{1,3}})条(?:之[{_ZH}]{{1,2}})?(?:第[{_ZH}\d]{{1,3}}款)?(?:第?（?[{_ZH}\d]{{1,3}}）?项)?"
)
_ANCHOR = re.compile(
    rf"《|(?P<year>{_PLAIN})|(?P<order>令(?:{_YEAR}年)?第?(?:\d{{1,4}}|[{_ZH}]{{1,5}})号)|(?P<numbered>第(?:\d{{1,4}}|[{_ZH}]{{1,5}})号令)|(?P<notice>公告{_YEAR}年第?\d{{1,4}}号)"
)
_LONGEST = 300
"""Characters that a title in 《》 may have."""
_MAYBE = re.compile("[《〔【（〖「｛〈令公第]")
_WORD = re.compile(r"[^\W\d_]*$")
# Prose that runs into a number from the left.
_PROSE = re.compile(
    r".*(?:根据|按照|依据|遵照|参照|依照|比照|对照|参见|详见|以及|下发|印发|发布|文件|通知|执行|落实|贯彻|收到|附件|文号|来文|来函|请示|报告|意见|批复|(?<!共)和|[及与或的经由在对将把即见如是为原以按]|[你我贵该][局市省县厅部委区]|关于)"
)
_UNBOOKED = re.compile(
    r"(?:[^\W\da-zA-Z_]{2,20})?关于[^，。；：《》（）]{2,60}的?(?:通知|意见|批复|请示|报告|函|复函|决定|办法|规定|方案|公告|通报|答复|纪要|规划|细则|条例)$"
)


def find_citations(text: Text, own: str | None = None) -> list[Citation]:
    """The citations of one paragraph, in order; ``own`` is the document's own number, which is none."""
    chars = text.chars
    found: list[Citation] = []
    at = 0
    close = chars.find("》")
    for maybe in _MAYBE.finditer(chars):
        start = maybe.start()
        match = _ANCHOR.match(chars, start) if start >= at else None
        if match is None:
            continue
        if chars[start] == "《":
            if 0 <= close < start:
                close = chars.find("》", start)
            if not 0 <= close - start <= _LONGEST:
                continue  # a title mark that is never closed near by
        made = _booked(text, match.start()) if match.group() == "《" else _bare(text, match, at, own)
        if made:
            citation, at = made
            found.append(citation)
    return found


def _booked(text: Text, start: int) -> tuple[Citation, int] | None:
    """A title in 《》, with the number and the article behind it."""
    chars = text.chars
    close = _closing(chars, start)
    if close is None:
        return None
    end = close + 1
    number = inside = None
    behind = _BEHIND.match(chars, end)
    if behind and behind["running"] and not chars[:close].endswith(_PUBLISHED):
        behind = None  # 《关于…的提案》（第7号）
    before = None if behind else _BEFORE.search(chars, max(0, start - 40), start)
    if behind:
        number = str(text.place(*behind.span("number"))["clean"])
        ref = reference(_untitled(behind["number"]))
        inside = behind.end("number")
        end = behind.end()
    elif before:
        number = str(text.place(*before.span("number"))["clean"])
        ref = reference(before["number"])
    else:
        ref = None
    article = _ARTICLE.match(chars, end)
    end = article.end() if article else end
    title = text.clean(start + 1, close)
    made = Citation(
        title=title,
        number=_squeeze(number),
        article=article.group() if article else None,
        ref=ref,
        **text.place(start, end),
    )
    return made, inside or end


def _squeeze(number: str | None) -> str | None:
    return re.sub(r"\s", "", number) if number else None


def _untitled(number: str) -> str:
    return number.replace(" ", "")


def _closing(chars: str, start: int) -> int | None:
    """The 》 that closes a 《, titles inside counted; None where it is never closed near by."""
    depth = 0
    for i in range(start, min(len(chars), start + _LONGEST)):
        c = chars[i]
        if c == "《":
            depth += 1
        elif c == "》":
            depth -= 1
            if depth == 0:
                return i
    # 《关于…〈…》 without its inner 》: the first 》 closes.
    first = chars.find("》", start, start + _LONGEST)
    return first if first > 0 else None


def _bare(text: Text, match: re.Match[str], floor: int, own: str | None) -> tuple[Citation, int] | None:
    """A number in running text, trimmed of the prose in front of it."""
    chars = text.chars
    head = _WORD.search(chars, max(floor, match.start() - 40), match.start())
    code = head.group() if head else ""
    if code[:1] in {"年", "月", "日"} and chars[match.start() - len(code) - 1 : match.start() - len(code)].isdigit():
        code = code[1:]
    code = _trim(code, order=match["year"] is None)
    if (match["year"] is None and len(code) < 2) or (match["year"] and (match["year"][0] == "（" and not code)):
        return None
    start, end = match.start() - len(code), match.end()
    if chars[:start].endswith(("编号：", "编号为")) or chars[end : end + 2] == "）《":
        return None
    title_start = None
    if start and chars[start - 1] == "（":
        named = _UNBOOKED.search(chars, max(floor, start - 90), start - 1)
        title_start = named.start() if named else None
    number = _squeeze(text.clean(start, end))
    if number == own or _same(number, own) or (match["year"] and _court(chars, match)):
        return None
    article = _ARTICLE.match(chars, end)
    stop = article.end() if article else end
    title = None
    if title_start is not None:
        lead = _PROSE_LEAD.match(chars, title_start, start - 1)
        title_start = lead.end() if lead else title_start
        title = text.clean(title_start, start - 1)
        stop = end + 1 if chars[end : end + 1] == "）" else end
    made = Citation(
        title=title,
        number=number,
        article=article.group() if article else None,
        ref=reference(chars[start:end]),
        **text.place(start if title_start is None else title_start, stop),
    )
    return made, stop


def _same(number: str | None, own: str | None) -> bool:
    """Whether a number with its year is the document's own in other brackets, or with words run into it."""
    one, two = ((n or "").translate(_BRACKETS) for n in (number, own))
    return "〔" in two and one.endswith(two)


_BRACKETS = str.maketrans("（(﹝［[【）)﹞］]】", "〔〔〔〔〔〔〕〕〕〕〕〕")
_PROSE_LEAD = re.compile(r"(?:根据|按照|依据|收到|[你我贵][局市省县厅部委区])+")


def _trim(code: str, *, order: bool) -> str:
    prose = _PROSE.match(code)
    code = code[prose.end() :] if prose else code
    return code[-20:] if order else code[-12:]


def _court(chars: str, match: re.Match[str]) -> bool:
    """Whether a bracketed year opens a case number of a court: （2019）泽民终305号."""
    return match.group().startswith("（") and re.match(r"[^\W\da-zA-Z_]+\d+号", chars[match.end() :]) is not None


def cited(texts: list[Text], own: str | None) -> Iterator[Citation]:
    """The citations of all texts, in order."""
    for text in texts:
        yield from find_citations(text, own)
