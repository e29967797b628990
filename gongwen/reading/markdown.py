"""Markdown, as many converters write it: marks taken off, tables kept, pictures left out.

Nothing in its bytes tells Markdown from a text, so here alone the file's name decides.
"""

from __future__ import annotations

import html
import re

from gongwen.model import Source
from gongwen.reading.draft import Draft
from gongwen.reading.encoding import decode
from gongwen.reading.grid import write_grid
from gongwen.reading.page import Style
from gongwen.reading.plain import bounded, digest, lost
from gongwen.reading.reading import Reading
from gongwen.reading.tables import rows_of_html

_LINE_END = re.compile(r"\r\n|[\r\n\f]")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_RULE = re.compile(r"[ ]{0,3}(?:-[ \t]*){3,}|[ ]{0,3}(?:\*[ \t]*){3,}|[ ]{0,3}(?:_[ \t]*){3,}|```.*|~~~.*|=+")
_QUOTE = re.compile(r"\A(?:[ ]{0,3}>[ ]?)+")
_BULLET = re.compile(r"\A[ ]{0,8}[-*+][ \t]+(?=\S)")
_SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PICTURE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|<img\b[^>\n]{0,2000}>")
_LINK = re.compile(r"\[([^\]\n]{0,500})\]\((?:[^()\n\\]|\\.|\([^()\n]{0,500}\)){0,2000}\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*0-9A-Za-z])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![*0-9A-Za-z])")
_BREAK = re.compile(r"<br\s{0,5}/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|span|center|b|strong|font|u|sub|sup|i|em)\b[^>\n]{0,500}>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~$])")


def read_markdown(data: bytes, name: str | None) -> Reading:
    """Read Markdown."""
    marked, encoding = decode(data)
    draft = write_markdown(marked)
    text = bounded(draft.text(), name)
    source = Source(name=name, media_type="text/markdown", encoding=encoding, sha256=digest(data))
    return Reading(text, source, draft.tables(text), lost(text), draft.layout())


def write_markdown(marked: str) -> Draft:
    """Write down what the Markdown says, without its marks."""
    draft = Draft()
    lines = _LINE_END.split(marked)
    if not lines[-1]:
        lines.pop()
    at = 0
    while at < len(lines):
        if "<table" in lines[at].lower():
            at = _html_table(draft, lines, at)
        elif at + 1 < len(lines) and "|" in lines[at] and "|" in lines[at + 1] and _SEPARATOR.fullmatch(lines[at + 1]):
            at = _pipe_table(draft, lines, at)
        else:
            _line(draft, lines[at])
            at += 1
    return draft


def _line(draft: Draft, line: str) -> None:
    if _RULE.fullmatch(line):
        return
    heading = _HEADING.match(line)
    body = (
        line[heading.end() :].rstrip().rstrip("#").rstrip()
        if heading
        else _BULLET.sub("", _QUOTE.sub("", line, count=1), count=1)
    )
    bold = bool(heading) or (len(body) > 4 and body.strip()[:2] in {"**", "__"} and body.strip()[-2:] in {"**", "__"})
    for part in _BREAK.sub("\n", body).split("\n"):
        text = unmarked(part)
        if text.strip() or not part.strip():
            draft.write(text, Style(bold=bold))
            draft.end_line(outline_level=len(heading[1]) - 1 if heading else None)


def unmarked(text: str) -> str:
    """The text of a line without pictures, links, emphasis and escapes."""
    text = _TAG.sub("", _LINK.sub(r"\1", _PICTURE.sub("", text)))
    text = _ITALIC.sub(r"\1", _BOLD.sub(r"\2", text)).replace("`", "")
    return html.unescape(_ESCAPE.sub(r"\1", text))


def _pipe_table(draft: Draft, lines: list[str], at: int) -> int:
    """Write a table of pipes and give the line behind it."""
    rows: list[list[list[str]]] = []
    end = at
    while end < len(lines) and "|" in lines[end]:
        if end != at + 1:
            cells = lines[end].strip().removeprefix("|").removesuffix("|").split("|")
            rows.append([[unmarked(_BREAK.sub(" ", cell)).strip()] for cell in cells])
        end += 1
    write_grid(draft, rows)
    return end


def _html_table(draft: Draft, lines: list[str], at: int) -> int:
    """Write a table in HTML and give the line behind it."""
    end = at
    while end < len(lines) - 1 and "</table" not in lines[end].lower():
        end += 1
    whole = "\n".join(lines[at : end + 1])
    before, mark, rest = _split_tag(whole)
    if before.strip():
        _line(draft, before)
    inside, _, after = _split_end(mark + rest)
    write_grid(draft, rows_of_html(inside))
    if after.strip():
        _line(draft, after.replace("\n", " "))
    return end + 1


def _split_tag(text: str) -> tuple[str, str, str]:
    at = text.lower().index("<table")
    return text[:at], text[at : at + 6], text[at + 6 :]


def _split_end(text: str) -> tuple[str, str, str]:
    at = text.lower().rfind("</table>")
    return (text, "", "") if at < 0 else (text[: at + 8], "", text[at + 8 :])
