"""时限: what is to be done within a time, and who has to do it.

The act stands behind the time (10日内答复), behind its comma (经过三年努力，形成…体系), or in front (报告保存五年);
who acts stands in the clause, or in one before it (接到申请后，应当在10日内…).
"""

from __future__ import annotations

import re

from gongwen.claims.cases import Case
from gongwen.claims.context import Site
from gongwen.claims.sides import right_of
from gongwen.claims.stretch import LIMIT, Stretch, cut, is_bare, trim

_TERM = re.compile("左右?的?(?:时间|努力)?|的?(?:时间内?|努力|期限内|时限内|内|以?前|之前)?$")
_WAIT = re.compile("(?:[届期]满|到期|前|后|起|之日|利用|用|之内|通过|经过)的?$|(?:应当?|须|要|在|于)$")
_PASSES = re.compile("(?:利用|用|通过|经过|力争|争取)$")
# 用三年左右时间建成: the act right behind.
_SPENT = re.compile("的?时间内?(?=.{2})")
_STOP = re.compile("[，。；：]")


def within(text: str, case: Case, left: Stretch, cases: list[Case]) -> tuple[Stretch, ...] | None:
    """What is done within a time, with who does it; None where the words beside it are the metric."""
    site = case.site
    spent = _SPENT.match(text, site.found.end, site.right)
    if spent and _PASSES.search(text, site.left, site.found.start):
        return (trim(text, spent.end(), cut(text, spent.end(), site.end)),)
    act = _behind_comma(text, site, left)
    if act and _PASSES.search(text, site.left, site.found.start):
        return (act,)
    act = act or (_due(text, case, cases) if site.found.within else None)
    if act is None:
        return None
    words = text[left[0] : left[1]]
    if words and not is_bare(words) and not _SINCE.match(words):
        return (left, act)
    actor = actor_before(text, site)
    return (*((actor,) if actor else ()), *((left,) if words else ()), act)


def _due(text: str, case: Case, cases: list[Case]) -> Stretch | None:
    """The act right behind a deadline, or behind the next one that shares it: 城区于2日内、乡镇于4日内送达."""
    site = case.site
    later = cases[site.index + 1] if site.index + 1 < len(cases) else None
    if later and text.startswith("、", site.found.end) and later.site.found.within and later.site.begin == site.begin:
        return _due(text, later, cases)
    act = right_of(text, case)
    if act and act[1] - act[0] < _SHORT and act[1] == site.right < site.end:
        return act[0], cut(text, act[0], site.end)  # 4年内培育30名船长
    return act


_SHORT = 5


def _behind_comma(text: str, site: Site, left: Stretch) -> Stretch | None:
    """What is done behind the comma: 用两年时间，形成…体系; 届满后45日内，递交…材料."""
    if text[site.end : site.end + 1] != "，" or not _TERM.fullmatch(text, site.found.end, site.end):
        return None
    if left[1] > left[0] and not _WAIT.search(text, site.left, site.found.start):
        return None
    stop = _STOP.search(text, site.end + 1)
    end = min(stop.start() if stop else len(text), site.end + 1 + LIMIT)
    return trim(text, site.end + 1, end)


# 自收到通知之日起, 于期限届满前: from when, not who.
_SINCE = re.compile("(?:应当?|须|可以?)?[自从于在][^，]{2,40}(?:起|前|后)$")
_MODAL = re.compile(
    "([^，。；：]{2,24}?)(?:应当|(?<![供响反效适相对])应(?![急用对])|必须|须|(?<![需必主重])要(?![求素件点]))"
)
_GRAVE = re.compile("情[形况节]|经[^，]*(?:批准|同意)|逾期|特殊|必要时|有正当理由")


def actor_before(text: str, site: Site) -> Stretch | None:
    """Who acts, or in which case: the clause before, else the last of the sentence with 应当."""
    own = _MODAL.match(text, site.begin, site.left)
    if own:
        return _named(text, *own.span(1))
    end = site.begin - 1
    if end <= site.sentence or text[end] != "，":
        return None
    begin = max(site.sentence, max(text.rfind(c, site.sentence, end) for c in "，。；：") + 1)
    modal = _MODAL.match(text, begin, end)
    if modal:
        return _named(text, *modal.span(1))
    if end - begin > LIMIT or _GRAVE.match(text, begin, end) or _ACTS.match(text, begin, end):
        for modal in _MODAL.finditer(text, site.sentence, begin):
            return _named(text, *modal.span(1))
        return None
    framed = _FRAME.search(text, begin, end) or _NEEDS.match(text, site.begin, site.found.start)
    return _named(text, begin, end) if framed and not _FIGURE.search(text, begin, end) else None


# 登记机关收到申请后, 有关单位发现险情时: a case or a time; 应当在10日内…: the subject is still to come.
_FRAME = re.compile("[后时的]$")
_NEEDS = re.compile("应|须|要|必须|可|在|于|自|以|按|不得")
_FIGURE = re.compile(r"\d")
_ACTS = re.compile("以下简称|下同|确保|并|由(?!于)|按|经(?!营|济|办|费)|应|须|不|在(?![校职建编])")


def _named(text: str, begin: int, end: int) -> Stretch | None:
    named = trim(text, begin, end)
    return named if named[1] - named[0] > 1 else None
