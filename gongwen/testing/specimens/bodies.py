"""正文: the whole body of a text, and that of a notice that prints another along."""

from __future__ import annotations

from typing import Any

from gongwen.model import Body, Paragraph
from gongwen.testing.specimens.articles import write_articles
from gongwen.testing.specimens.desk import Desk
from gongwen.testing.specimens.draft import Part
from gongwen.testing.specimens.paragraphs import Plan, end_line, indent, write_opening, write_paragraph, write_plain
from gongwen.testing.specimens.sections import write_levels


def write_body(desk: Desk, plan: Plan, *, opening: bool = True, closing: str | None = None) -> Part:
    """A whole body."""
    values: dict[str, Any] = {"preamble": [], "sections": [], "conclusion": []}
    if opening:
        values["preamble"] = write_opening(desk)
    if plan.form == "levels":
        values["sections"] = write_levels(desk, plan)
    elif plan.form == "articles":
        values["sections"] = write_articles(desk, plan)
    else:
        values["preamble"] += [
            write_paragraph(desk, plan, desk.rng.randint(2, 4)) for _ in range(max(1, plan.size // 4))
        ]
    if closing:
        last = write_plain(desk, closing)
        values["conclusion" if values["sections"] else "preamble"].append(last)
    return Part([], Body, values)


def write_forwarding(desk: Desk, title: str) -> Part:
    """The body of a notice that prints another text along: one paragraph that names it."""
    desk.draft.write(indent(desk))
    with desk.draft.block("paragraph"), desk.draft.whole(Paragraph) as made:
        if desk.chance(0.6):
            desk.writer.cite_title(title)
            desk.draft.write(desk.rng.choice((f"已经{desk.world.word}政府同意，", "已经研究通过，", "")))
            desk.draft.write("现印发给你们，请结合实际认真贯彻执行。")
        else:
            desk.writer.sentence("为{adverb}{strengthen}{topic}，{effect}")
            desk.draft.write("，我们制定了")
            desk.writer.cite_title(title)
            desk.draft.write("，现予印发，请认真抓好落实。")
    end_line(desk)
    return Part([], Body, {"preamble": [made]})
