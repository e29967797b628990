"""Cues of 标题, 题注 and 主送机关 (GB/T 9704-2012 7.3.1, 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongwen.grammar.numbers import own_number
from gongwen.layout.view import Cue, Page
from gongwen.lexicon import Lexicon

_BRACKET_TAIL = re.compile(r"(?:（[^（）]{1,20}）|〔[^〔〕]{1,12}〕|[“”\"])+$")
_OPENING = re.compile(r"(?:关于|转发|批转|印发|对.{2,40}(?:答复|复函|意见))")
_INSIDE = re.compile(
    r"关于|转发|批转|印发|公布|对.{4,40}(?:建议|提案).{0,4}(?:答复|复函)|\d{4}年.{0,20}(?:工作要点|报告|公报|总结)"
)
_NO_TITLE = re.compile(
    r"(?:附件?\d{0,2}[：.]|抄送|主送|签发|联系|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、]|第[一二三四五六七八九十百\d]{1,4}(?:[章条节]|部分))"
)
_PROSE = re.compile(
    r"为(?:了|进一步|深入|贯彻|落实|切实|加强|做好|全面|认真|规范|推动|加快)|根据|按照|依据|现将|现就|近日|近年来|当前，"
)
"""What opens a sentence of the text and no line of a title but its last."""
_CLAUSE = re.compile(r"》，|(?:^|，)(?:为|根据|按照|依据|结合|经|现[将就]|近年来|近日|当前，|目前，)")
"""What opens a clause, as no list of parties does."""
_ANNOTATION = re.compile(
    r"（?.{0,24}(?:\d{4}|[〇○O零一二三四五六七八九]{4})年.{2,120}(?:通过|公布|发布|修订|修正|施行|批准|印发|会议|颁布|实施|印)(?:.{0,12})）?"
)
_OF_MINUTES = re.compile(r"主持|召开(?!的)|，(?:会议)?研究|，(?:听取|传达|审议(?!通过))")
"""What makes of a date a sentence: 2021年3月5日，市长某某主持召开会议，研究 …"""
_DATED = re.compile(r"（[^（）]{2,40}\d{1,2}日）|（[^（）]{2,40}[一二三四五六七八九十]日）")
"""（某局2021年3月5日）"""
_FORMULA = re.compile(
    r"公告|如下|通知|以下|下列|意见：|议定|决定|强调|指出|认为|提出|要求：|包括：|为：|是：|任命|免去|聘任|任免"
)


def title_cues(page: Page, i: int) -> Iterator[Cue]:
    """Cues of a line that may be the title or go on with it."""
    tight = page.lines[i].tight
    last = tight[-1]
    if last in "，、" and _breaks_title(page, i, tight):
        yield Cue("title", 4, "标题断在顿号、逗号处")
        yield Cue("title+", 4, "标题断在顿号、逗号处")
    if (
        last in "。；：，、"
        or tight.endswith(("日印发", "日印制", "日编印"))
        or "。" in tight
        or len(tight) > 150
        or _NO_TITLE.match(tight)
    ):
        return
    if "：" in tight and "《" not in tight:
        return
    whole = _BRACKET_TAIL.sub("", tight)
    closes = page.lexicon.kind_tail.search(whole) is not None and not _open_book(tight)
    if not closes and _PROSE.match(tight):
        return
    yield from _first(page, i, tight, closes=closes)
    yield from _next(page, i, tight, closes=closes)


def _breaks_title(page: Page, i: int, tight: str) -> bool:
    """Whether a title breaks behind a 、 or ，: 关于 stands on the line or above it, the kind on the next."""
    head = tight if i == 0 else page.lines[i - 1].tight + tight
    below = page.below(i)
    if _PROSE.match(tight) or (i and _ended(page, i - 1)):
        return False
    return (
        _INSIDE.search(head) is not None
        and not _NO_TITLE.match(tight)
        and "。" not in head + below
        and page.lexicon.kind_tail.search(_BRACKET_TAIL.sub("", below)) is not None
    )


def _first(page: Page, i: int, tight: str, *, closes: bool) -> Iterator[Cue]:
    if page.dates[i] or len(tight) < 3:
        return
    yield Cue("title", 0.5 if len(tight) >= 6 else -1, "无句末标点的短行")
    if "，" in tight and "《" not in tight and "关于" not in tight:
        yield Cue("title", -4, "句中有逗号")
    if closes and len(tight) > 3:
        yield Cue("title", 4, "以文种结尾")
    if _OPENING.match(tight):
        yield Cue("title", 4, "以关于、转发等起头")
    elif _INSIDE.search(tight):
        yield Cue("title", 4, "机关名称后有关于、印发等")
    elif i in page.broken:
        yield Cue("title", 4, "机关名称的首行")
    elif not closes and _wrapped(page, i):
        yield Cue("title", -3, "下行是同宽的正文")
    elif page.agencies[i]:
        yield Cue("title", 4.5 if _over_title(page, i) else -1.5, "关于之上的机关名称")
    if page.attached:
        yield from _attached(page, i, tight)


def _wrapped(page: Page, i: int) -> bool:
    """Whether the line is a full one of running text that the next line of the same width goes on with."""
    line, below = page.lines[i], page.lines[min(i + 1, len(page.lines) - 1)]
    same = line.width >= 40 and abs(below.width - line.width) <= 6 and not below.gap
    return same and ("，" in below.tight or "。" in below.tight)


def _ended(page: Page, i: int) -> bool:
    """Whether a line closes a title: 关于 … asks for a kind that a document can be, not for 制度 or 措施."""
    whole = _BRACKET_TAIL.sub("", page.lines[i].tight)
    if not whole and i:  # a bracket below the title: （试行）
        return _ended(page, i - 1)
    closing = page.lexicon.kind_tail.search(whole)
    if closing is None:
        return page.attached and whole.endswith(page.lexicon.attached_tail)
    kind = page.lexicon.kind_of[closing.group()]
    if kind.statutory or kind.direction or page.attached:
        return True
    return not any(_INSIDE.search(line.tight) for line in page.lines[max(0, i - 3) : i + 1])


def _open_book(tight: str) -> bool:
    """Whether a 《 on the line is closed only on the next."""
    return tight.rfind("《") > tight.rfind("》")


def _over_title(page: Page, i: int) -> bool:
    """Whether a stack of agencies goes on in 关于 … below it, so that it belongs to the title."""
    top, below = page.stack(i)
    if below.endswith("印发"):
        return False
    if _OPENING.match(below):
        return True
    return _INSIDE.search(below) is not None and not below.startswith(page.lines[top].tight)


def _attached(page: Page, i: int, tight: str) -> Iterator[Cue]:
    if any(name.startswith(tight) or tight.startswith(name) for name in page.named):
        yield Cue("title", 5, "正文、附件说明所称的名称")
    elif tight.endswith(page.lexicon.attached_tail) and i < 4:
        yield Cue("title", 3, "以所印发文本的种类结尾")
    elif i < 2:
        yield Cue("title", 1, "附件首行")


def _next(page: Page, i: int, tight: str, *, closes: bool) -> Iterator[Cue]:
    if i == 0 or page.dates[i] or (tight.isascii() and not closes):
        return
    above = page.lines[i - 1].tight
    if any(name.startswith(above + tight) for name in page.named):
        yield Cue("title+", 8, "正文、附件说明所称的名称")
        return
    ended = (
        (page.attached and not page.named_ends.isdisjoint(range(i - 6, i)))
        or above in page.named
        or _ended(page, i - 1)
    )
    if len(above) > 1 and ended and tight[0] != "的" and not _open_book(above):
        # The line above is a whole title: only a bracket (试行) may go on with it.
        bracket = tight[0] == "（" and len(tight) < 20 and not own_number(tight)
        yield Cue("title+", 4 if bracket else -4, "上行已以文种结尾")
        return
    yield Cue("title+", 1 if page.lines[i].gap == 0 else 0, "无句末标点的短行")
    if "，" in tight and not _OPENING.match(tight) and not _open_book(above):
        yield Cue("title+", -4, "句中有逗号")
    if i - 1 in page.broken:
        yield Cue("title+", 4, "机关名称的末行")
    if closes:
        yield Cue("title+", 5, "以文种结尾")
    if _OPENING.match(tight) and (page.agencies[i - 1] or above.endswith(("、", "，"))):
        yield Cue("title+", 4, "机关名称之下的关于")
    if page.agencies[i] and page.agencies[i - 1]:
        yield Cue("title+", 4 if _over_title(page, i) else 0.5, "并列的机关名称")
    if tight[0] == "（" and tight[-1] == "）" and len(tight) < 24:
        yield Cue("title+", 1, "标题下的括号")


def annotation_cues(page: Page, i: int) -> Iterator[Cue]:
    """题注: when and by whom the text was adopted or published."""
    tight = page.lines[i].tight
    if tight[-1] in "。；：" and not tight.startswith("（"):
        return
    if page.dates[i] or len(tight) > 130:
        return
    if tight[0] in "（一二" or tight[0].isdigit():
        if tight[0] != "（" and _OF_MINUTES.search(tight):
            return
        if _ANNOTATION.fullmatch(tight) or (tight[0] == "（" and _DATED.fullmatch(tight)):
            yield Cue("annotation", 7, "题注")
        elif len(tight) < 60 and "）" not in tight and _ANNOTATION.fullmatch(tight + page.below(i)):
            yield Cue("annotation", 6, "题注的首行")
    elif i and tight[-1] in "）过行布" and _ANNOTATION.fullmatch(page.lines[i - 1].tight + tight):
        yield Cue("annotation+", 7, "题注的末行")


def recipient_cues(page: Page, i: int) -> Iterator[Cue]:
    """主送机关: names set apart by 、 and ，, closed by a full-width colon."""
    line = page.lines[i]
    tight = line.tight
    if "。" in tight or len(tight) > 400 or _NO_TITLE.match(tight) or _PROSE.match(tight) or _CLAUSE.search(tight):
        return
    if tight[-1] == "：":
        weight = _addressed(page, tight[:-1])
        if weight == 0 and i and len(tight) < 8 and _goes_on(page, i - 1):
            weight = _addressed(page, page.lines[i - 1].tight + tight[:-1])
        if weight > 0:
            yield Cue("recipients", weight, "冒号前是机关、人员名称")
            yield Cue("recipients+", weight + 1, "冒号前是机关、人员名称")
    elif _goes_on(page, i):
        yield Cue("recipients", 4, "名称列举，冒号在后行")
        yield Cue("recipients+", 4, "名称列举，冒号在后行")
    elif len(tight) < 30 and (page.agencies[i] or page.lexicon.is_group(tight)) and line.indent <= page.common_indent:
        yield Cue("recipients", 2 if tight.startswith("各") else 0.5, "缺冒号的机关名称")


def _addressed(page: Page, names: str) -> float:
    """How much a line before its colon reads as a list of parties."""
    if len(names) < 2 or _FORMULA.search(names[-8:]):
        return 0
    chunks = [c for c in re.split("[，,；]", re.sub("（[^（）]*）", "", names)) if c]
    if not chunks:
        return 0
    ratio = sum(_party(page.lexicon, chunk) for chunk in chunks) / len(chunks)
    if ratio < 0.3:
        return 2 if len(names) < 20 and not page.attached else 0
    return 4 + 5 * ratio


def _party(lexicon: Lexicon, chunk: str) -> bool:
    """Whether a list set apart by 、 ends as the name of a body, a group or a person does."""
    last = chunk.rpartition("、")[2]
    return lexicon.is_agency(last) or lexicon.is_group(chunk) or lexicon.is_group(last) or lexicon.is_person(last)


def _goes_on(page: Page, i: int) -> bool:
    """Whether the line lists parties and one of the next lines closes the list with a colon."""
    tight = page.lines[i].tight
    if not re.search("[、，]", tight) or not _addressed(page, tight.rstrip("、，") + "局") > 4:
        return False
    for line in page.lines[i + 1 : i + 9]:
        if "。" in line.tight or _CLAUSE.search(line.tight):
            return False
        if line.tight[-1] == "：":
            return not _FORMULA.search(line.tight[-9:-1])
    return False
