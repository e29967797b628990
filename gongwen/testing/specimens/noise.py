"""Noise: what printing, copying, converting and publishing do to a text, step by step.

Each step is a map over cells and keeps the gold true; steps are put together at will. ``LAYOUT_NOISE``
loses nothing: the values stay as they are. ``WIDTH_NOISE`` prints the same in other characters.
``DAMAGE`` confuses or loses what a reader can still make out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random

from gongwen.testing.specimens.cells import HOLE, LAYOUT, LITTER, Cells
from gongwen.testing.specimens.rows import breaks

Step = Callable[[Cells, Random], Cells]
_WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x30, 0x3A)} | {"%": "％", ".": "．"}
_LITTER_ABOVE = (
    "您当前的位置：首页 > 政务公开 > 政策文件",
    "索引号：{n}/2022-00{n}　　主题分类：综合政务",
    "发布机构：办公室　　发布日期：2022-0{d}-1{d}",
    "字号：【大】【中】【小】　　浏览次数：{n}",
    "来源：本站　　【打印】【关闭】",
)
_LITTER_BELOW = (
    "【打印本页】【关闭窗口】",
    "上一篇：关于召开工作例会的通知",
    "下一篇：没有了",
    "主办：政府办公室　备案号：ICP备0{n}号",
    "版权所有　未经许可不得转载",
)


def _insert(cells: Cells, places: Iterable[tuple[int, str, int]]) -> Cells:
    """Put texts in front of places; each with the kind that its characters have."""
    return cells.edited((at, at, text, kind) for at, text, kind in places)


def _wrapped(cells: Cells, width: int) -> list[int]:
    """Where hard wraps fall: a line break before each place."""
    places: list[int] = []
    for start, end in cells.lines():
        line = cells.chars[start:end]
        if "　　　" in "".join(line[3:]) or end - start > 4000:
            continue  # cells set apart by gaps are no running text
        places += (start + at for at in breaks(line, width))
    return places


def wrap(cells: Cells, rng: Random) -> Cells:
    """Hard wraps at N characters, inside numbers too."""
    width = rng.randint(26, 38)
    return _insert(cells, ((at, "\n", LAYOUT) for at in _wrapped(cells, width)))


def pages(cells: Cells, rng: Random) -> Cells:
    """Pages of some twenty lines, page numbers inside sentences."""
    per_page = rng.randint(18, 26)
    ends = [end for _, end in cells.lines()][:-1]
    cuts = ends[per_page - 1 :: per_page]
    # A bare figure is known for a page number only by its fellows.
    form = rng.choice(("— {} —", "- {} -", "－{}－", "一 {} 一", "{}" if len(cuts) > 1 else "- {} -"))
    return _insert(cells, ((at, f"\n{form.format(n)}", HOLE) for n, at in enumerate(cuts, 1)))


def spaced_digits(cells: Cells, rng: Random) -> Cells:
    """A blank around digits: 第 60 号."""
    found = [
        m
        for m in re.finditer(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", cells.text)
        if rng.random() < 0.8
    ]
    return _insert(cells, ((m.start(), " ", LAYOUT) for m in found))


def spaced_head(cells: Cells, rng: Random) -> Cells:
    """Blanks between the letters of the letterhead: X X 市 文 件."""
    text = cells.text
    match = re.search(r"^[ 　]*[\u4e00-\u9fff]{6,20}文件$", text[:200], re.MULTILINE)
    if match is None:
        return cells
    blank = rng.choice((" ", "　"))
    first = match.start() + len(match.group()) - len(match.group().lstrip(" 　"))
    return _insert(cells, ((at, blank, LAYOUT) for at in range(first + 1, match.end())))


def full_width(cells: Cells, rng: Random) -> Cells:  # noqa: ARG001
    """Digits and per cent signs in full width."""
    return cells.replaced(lambda char: _WIDE.get(char, char))


def half_width(cells: Cells, rng: Random) -> Cells:
    """Punctuation in half width."""
    table = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")"}
    some = set(rng.sample(sorted(table), 3)) | {"（", "）"}
    return cells.replaced(lambda char: table[char] if char in some else char)


def brackets(cells: Cells, rng: Random) -> Cells:
    """The year of a number in other brackets."""
    opening, closing = rng.choice(("[]", "［］", "﹝﹞", "【】", "（）"))
    table = {"〔": opening, "〕": closing}
    return cells.replaced(lambda char: table.get(char, char))


def _blanks(blank: str) -> Step:
    def step(cells: Cells, rng: Random) -> Cells:  # noqa: ARG001
        return cells.replaced(lambda char: blank if char == "　" else char)

    step.__doc__ = f"Ideographic blanks as U+{ord(blank):04X}."
    return step


no_break_blanks = _blanks("\xa0")
en_blanks = _blanks("\u2002")


def crlf(cells: Cells, rng: Random) -> Cells:  # noqa: ARG001
    """Line ends of two characters."""
    return cells.edited(
        (k, k, "\r", min(LAYOUT, cells.origins[k])) for k, char in enumerate(cells.chars) if char == "\n"
    )


def no_blank_lines(cells: Cells, rng: Random) -> Cells:  # noqa: ARG001
    """Blank lines lost."""
    return cells.edited((m.start(), m.end() - 1, "", LAYOUT) for m in re.finditer("\n{2,}", cells.text))


def web_litter(cells: Cells, rng: Random) -> Cells:
    """The frame of a web page above and below."""

    def lines(choices: tuple[str, ...], count: int) -> str:
        rows = rng.sample(choices, count)
        rows.sort(key=choices.index)
        return "\n".join(row.format(n=rng.randint(100, 999), d=rng.randint(1, 9)) for row in rows)

    above, below = lines(_LITTER_ABOVE, rng.randint(1, 4)), lines(_LITTER_BELOW, rng.randint(1, 4))
    end = len(cells.chars)
    return _insert(cells, ((0, above + "\n", LITTER), (end, below + "\n", LITTER)))


def lost_header(cells: Cells, rng: Random) -> Cells:  # noqa: ARG001
    """The head above the title lost, as on pages that show the title first."""
    match = re.match(r"(?:.*\n){1,8}?(?=[ 　]*[^\n]*关于)", cells.text)
    head = match.group() if match else ""
    return cells.edited([(0, len(head), "", LAYOUT)]) if "文件\n" in head else cells


def no_indent(cells: Cells, rng: Random) -> Cells:  # noqa: ARG001
    """The two blanks before a paragraph lost."""
    return cells.edited(
        (m.start(), m.end(), "", LAYOUT) for m in re.finditer("^[ 　]{2,4}(?=[^ 　])", cells.text, re.MULTILINE)
    )


def confusions(cells: Cells, rng: Random) -> Cells:
    """Confusions of optical reading in document numbers: 〔 as [, 号 as 弓, 0 as O; a dash as 一 beside a page number."""
    edits: list[tuple[int, int, str, int]] = []
    for match in re.finditer(r"〔(\d{4})〕(\d+)号", cells.text):
        which = rng.randrange(4)
        if which == 0:
            edits.append((match.start(), match.start() + 1, "[", LAYOUT))
        elif which == 1:
            edits.append((match.end() - 1, match.end(), "弓", LAYOUT))
        elif which == 2:
            year = match.start(1) + 1  # the second figure is a 0: 2014 as 2O14
            edits.append((year, year + 1, "O", LAYOUT))
    return cells.edited(edits)


def lost_breaks(cells: Cells, rng: Random) -> Cells:
    """A line break lost behind a full stop before a marker."""
    found = [
        m
        for m in re.finditer("(?<=。)\n[ 　]*(?=（[二三四五六七八九]）|[二三四五六七八九]、)", cells.text)
        if rng.random() < 0.15
    ]
    return cells.edited((m.start(), m.end(), "", LAYOUT) for m in found)


STEPS: dict[str, Step] = {
    "lost_header": lost_header,
    "wrap": wrap,
    "pages": pages,
    "spaced_digits": spaced_digits,
    "spaced_head": spaced_head,
    "full_width": full_width,
    "half_width": half_width,
    "brackets": brackets,
    "no_break_blanks": no_break_blanks,
    "en_blanks": en_blanks,
    "no_blank_lines": no_blank_lines,
    "no_indent": no_indent,
    "lost_breaks": lost_breaks,
    "confusions": confusions,
    "litter": web_litter,
    "crlf": crlf,
}
"""All steps, in the order in which they are applied."""
PROFILES: dict[str, tuple[str, ...]] = {
    "clean": (),
    "layout": (
        "wrap",
        "spaced_digits",
        "spaced_head",
        "no_break_blanks",
        "en_blanks",
        "no_blank_lines",
        "litter",
        "crlf",
    ),
    "pdf": ("wrap", "pages", "spaced_head"),
    "web": ("half_width", "no_break_blanks", "en_blanks", "litter", "no_blank_lines", "crlf"),
    "width": ("full_width", "half_width", "brackets"),
    "ocr": ("wrap", "pages", "confusions", "brackets"),
}
"""Steps that go together; of a profile some are drawn. ``all`` draws from all steps."""


def disturb(cells: Cells, noise: str, rng: Random) -> Cells:
    """Apply a profile, or the steps named with ``+`` between: ``wrap+crlf``."""
    names = set(noise.split("+"))
    if noise in PROFILES or noise == "all":
        known = PROFILES.get(noise, tuple(STEPS))
        names = {name for name in known if rng.random() < 0.5}
    unknown = names - STEPS.keys()
    if unknown:
        raise ValueError(
            f"没有这样的噪声：{'、'.join(sorted(unknown))}，可用的有 {'、'.join((*PROFILES, 'all', *STEPS))}"
        )
    for name, step in STEPS.items():
        if name in names:
            cells = step(cells, rng)
    return cells
