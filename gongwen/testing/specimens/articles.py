"""条款: chapters and articles of regulations, with their items."""

from __future__ import annotations

from typing import Any

from gongwen.model import Node, Paragraph, Section
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part
from gongwen.testing.specimens.paragraphs import Plan, end_line, indent, write_sentence
from gongwen.testing.specimens.quantities import han
from gongwen.testing.specimens.stock import data


def write_articles(desk: Desk, plan: Plan) -> list[Part]:
    """第一条 and on, perhaps in chapters."""
    count = max(5, min(16, plan.size))
    if count >= 9 and desk.chance(0.7):
        return _chapters(desk, plan, count)
    return [_article(desk, plan, n, n == count) for n in range(1, count + 1)]


def _chapters(desk: Desk, plan: Plan, count: int) -> list[Part]:
    made: list[Part] = []
    titles = ["总则", *desk.rng.sample(["职责分工", "监督管理", "申报与审核", "保障措施", "资金使用"], 2), "附则"]
    each = count // 4
    for n, title in enumerate(titles, 1):
        start = desk.draft.length
        mark = f"第{han(n)}章"
        values: dict[str, Any] = {"level": 1, "ordinal": n, "paragraphs": []}
        with desk.draft.block("heading"):
            values["marker"] = quote = desk.draft.quote(mark)
            desk.draft.write("　")
            values["title"] = desk.draft.quote(title)
        values["heading"] = Part([(start, desk.draft.length)], Node)
        end_line(desk)
        desk.writer.setting.path = (quote,)
        first = (n - 1) * each + 1
        values["children"] = [
            _article(desk, plan, k, n == 4 and k == first + each - 1) for k in range(first, first + each)
        ]
        desk.writer.setting.path = ()
        made.append(Part([(start, desk.draft.length)], Section, values))
    return made


def _article(desk: Desk, plan: Plan, n: int, last: bool) -> Part:  # noqa: FBT001
    path = desk.writer.setting.path
    mark = f"第{han(n)}条"
    desk.draft.write(indent(desk))
    start = desk.draft.length
    desk.writer.open_paragraph()
    values: dict[str, Any] = {"level": len(path) + 1, "ordinal": n, "children": []}
    items = desk.rng.choice(("conditions", "enumerations")) if not last and n > 2 and desk.chance(0.25) else ""
    with desk.draft.block("paragraph"):
        values["marker"] = quote = desk.draft.quote(mark)
        desk.writer.setting.path = (*path, quote)
        desk.draft.write("　")
        with desk.draft.whole(Paragraph, points=[]) as paragraph:
            _article_text(desk, plan, n, last=last, items=items)
        values["paragraphs"] = [paragraph]
    end_line(desk)
    if items:
        values["children"] = _article_items(desk, conditions=items == "conditions")
    desk.writer.setting.path = path
    return Part([(start, desk.draft.length)], Section, values)


def _article_text(desk: Desk, plan: Plan, n: int, *, last: bool, items: str) -> None:
    desk.refresh()
    if n == 1:
        desk.writer.sentence("为{strengthen}{topic}，{effect}，根据<c>，结合{scope}实际，制定本办法")
        desk.draft.write("。")
    elif last:
        desk.draft.write(f"本办法自{desk.day.year + (desk.day.month == 12)}年{desk.day.month % 12 + 1}月1日起施行。")
    elif items:
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")[items])))
        desk.draft.write("：")
    elif desk.chance(plan.statement):
        write_sentence(desk, plan)
    else:
        desk.writer.sentence(desk.drawing.one_of(tuple(data("phrases")["articles"])))
        desk.draft.write("。")


def _article_items(desk: Desk, *, conditions: bool) -> list[Part]:
    path = desk.writer.setting.path
    made: list[Part] = []
    count = desk.rng.randint(2, 4)
    for n in range(1, count + 1):
        desk.draft.write(indent(desk))
        start = desk.draft.length
        mark = f"（{han(n)}）"
        values: dict[str, Any] = {"level": len(path) + 1, "ordinal": n}
        with desk.draft.block("paragraph"):
            values["marker"] = quote = desk.draft.quote(mark)
            desk.writer.setting.path = (*path, quote)
            with desk.draft.whole(Paragraph, points=[]) as paragraph:
                desk.refresh()
                if conditions and desk.chance(0.7):
                    desk.writer.sentence(desk.drawing.one_of(tuple(data("statements")["items"])), "condition")
                else:
                    desk.draft.write(desk.fill("{work}"))
                desk.draft.write("。" if n == count else "；")
        values["paragraphs"] = [paragraph]
        end_line(desk)
        made.append(Part([(start, desk.draft.length)], Section, values))
    desk.writer.setting.path = path
    return made
