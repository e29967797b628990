"""联系人 and their phones: in the text, the 附注 or the imprint (practice; no clause of the standard)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from gongwen.lexicon import Lexicon
from gongwen.model import Contact
from gongwen.text import Text

_WORDS = re.compile("联系人|联系电话|联系方式|咨询电话|值班电话|服务电话|办公电话|电话：|经办人|监督电话|举报电话")
_PHONE = (
    r"(?:\+?86[-— ]?)?(?:（0\d{2,3}）|0\d{2,3}[-—－～~ 一]{1,3}|0\d{2,3}(?=\d{7,8}(?!\d)))\d{7,8}(?:[-—转/]{1,2}\d{1,5})?|[2-9]\d{6,7}(?:[-—转]{1,2}\d{1,5})?"
    r"|1[3-9]\d{9}|[48]00[-—]?\d{3}[-—]?\d{4}"
)
_WORD = r"(?:(?!联系|电话|手机|传真|邮箱|电子|地址|邮编|通[讯信]|微信|QQ)[^\d，,；;。：（）])"
"""A character of a name or of the body in front of it, up to the next label."""
_TOKEN = re.compile(
    rf"(?P<fax>(?<![/／（、和及])传真(?:电话)?(?:号码)?[：]? *(?:{_PHONE}))"
    r"|(?P<name>(?:联系人|经办人)(?:及(?:联系)?电话|及联系方式|姓名)?(?:：| ) *"
    rf"(?:{_WORD}{{3,40}}[司局处科室部厅委办会所院站]：(?=[^\W\da-zA-Z_]))?(?P<who>{_WORD}{{2,40}}))"
    rf"|(?P<phone>(?<![\d.-])(?<!QQ：)(?<!群：)(?:{_PHONE})(?!（传真）|[\d@A-Za-z.]))"
    r"|联系方式： *(?P<plain>[^\W\da-zA-Z_]{2,4})(?=[ ，,：]*\d)"
    r"|(?<=[：\d])(?P<team>[^\W\da-zA-Z_]{4,40}?)(?=(?:联系|办公)?(?:电话|手机)：)"
    rf"|(?<=[、，；,;）\d 局委厅办会处科室：])(?P<more>[^\W\da-zA-Z_]{{2,4}})(?=[：:（ ，,]{{0,2}}(?:(?:联系|办公)?(?:电话|手机)[：:]? *)?(?:{_PHONE}))"
)
_NO_NAME = re.compile(
    r"捐赠|接收|受理|投诉|举报|监督|服务|值班|办公|业务|技术|电话|手机|传真|邮箱|地址|座机|转|或|和|及|咨询|处|科|室|局|办|部|联系|公司|中心"
)


class _Name(NamedTuple):
    """A person named, and the body in front of the name."""

    text: Text
    agency: str | None


def find_contacts(texts: list[Text], lexicon: Lexicon) -> tuple[Contact, ...]:
    """The contacts that the texts name, each name with its phones; what is printed again counts once."""
    found: list[Contact] = []
    seen: set[tuple[str | None, tuple[str, ...]]] = set()
    for text in texts:
        chars = text.chars
        if not ("联" in chars or "电" in chars or "经办" in chars) or not _WORDS.search(text.tight().chars):
            continue
        for contact in _contacts(text, lexicon):
            key = (contact.name, contact.phones)
            if key not in seen:
                seen.add(key)
                found.append(contact)
    return tuple(sorted(found, key=lambda contact: contact.start))


def _contacts(text: Text, lexicon: Lexicon) -> list[Contact]:
    text = _close_labels(text)
    names: list[_Name] = []
    phones: list[Text] = []
    made: list[Contact] = []

    def flush() -> None:
        made.extend(_make(names, phones))
        names.clear()
        phones.clear()

    for match in _TOKEN.finditer(text.chars):
        if match["fax"]:
            continue
        group = next((g for g in ("who", "plain", "team", "more") if match[g]), None)
        if group:
            if group == "more" and (_NO_NAME.search(match[group]) or _labelled(text.chars, match.start())):
                continue
            named = text[match.start(group) : match.end(group)]
            found = _team(named, lexicon) if group == "team" else _names(named, lexicon)
            if phones and (found or group != "team"):
                flush()
            names.extend(found)
        elif match["phone"]:
            phones.append(text[match.start() : match.end()])
    if len(names) == 1 and len(made) == 1 and not phones and made[0].name is None:
        # The phone stands on the line above the name.
        return [
            Contact(
                name=_printed(names[0].text), agency=names[0].agency, phones=made[0].phones, **names[0].text.place()
            )
        ]
    flush()
    return made


def _labelled(chars: str, start: int) -> bool:
    """Whether a label that names no body stands before a name: 地址：, but not 市水利局：."""
    return chars[start - 1] == "：" and chars[start - 2] not in _BODY


_BODY = frozenset("部委局厅署司处科室办会院所站馆校心队持")
"""What closes the name of a body, or of what it does: 技术支持."""


def _printed(text: Text) -> str:
    return text.clean()


def _close_labels(text: Text) -> Text:
    """Labels printed with blanks between (联 系 人) closed up."""
    return text.drop(re.compile(r"(?<=[联系电]) +(?=[系人话])|(?<=人) +(?=：)"))


def _names(text: Text, lexicon: Lexicon) -> list[_Name]:
    parts = [text[m.start() : m.end()].strip() for m in re.finditer("[^、]+", text.chars)]
    named: list[_Name] = []
    for whole in parts:
        agency, part = _person(whole, lexicon)
        if len(words := _words(part, lexicon)) > 1:
            named.extend(_Name(word, agency) for word in words)
            continue
        head = re.match(r"[^\x00-\x7f，。；：、（）]{1,4}(?: +[^\W\da-zA-Z_])?(?= |$)", part.chars)
        piece = (part[: head.end()] if head else part).tight()
        if 2 <= len(piece) <= 6 and not re.search("电话|手机|传真", piece.chars) and not lexicon.is_agency(piece.chars):
            named.append(_Name(piece, agency))
    return named


def _team(text: Text, lexicon: Lexicon) -> list[_Name]:
    """A body and its persons set apart by blanks, which no label announces: 区水利局 季云帆 郝文."""
    agency, *words = _split(text)
    if not words or not lexicon.is_agency(agency.chars):
        return []
    persons = all(2 <= len(word) <= 4 and not _NO_NAME.search(word.chars) for word in words)
    return [_Name(word, agency.clean()) for word in words] if persons else []


def _split(text: Text) -> list[Text]:
    """The words between blanks that are printed and that the joined text has lost."""
    cuts = [i for i in range(1, len(text)) if text.offset(i) - text.offset(i - 1) > 1]
    return [text[a:b].strip() for a, b in pairwise([0, *cuts, len(text)])]


def _words(text: Text, lexicon: Lexicon) -> list[Text]:
    """Names that stand side by side with blanks printed between, which the joined text has lost: 郝文 简宁."""
    words = _split(text)
    while len(words) > 2 and lexicon.is_agency(words[0].chars):
        words = words[1:]
    return words if all(2 <= len(word) <= 3 and word.chars.isalpha() for word in words) else []


def _person(text: Text, lexicon: Lexicon) -> tuple[str | None, Text]:
    """The name, and the agency in front of it: 区水利局 季云帆."""
    chars = text.chars
    for start in range(3, min(len(chars) - 1, 24)):
        rest = chars[start:].strip()
        if 2 <= len(rest) <= 4 and lexicon.is_agency(chars[:start].strip()):
            return text[:start].strip().clean(), text[start:].strip()
    return None, text


def _make(names: list[_Name], phones: list[Text]) -> list[Contact]:
    numbers = tuple(re.sub(r"\s", "", p.clean()) for p in phones)
    if not names:
        return [Contact(name=None, phones=(n,), **p.place()) for p, n in zip(phones, numbers, strict=True)]
    paired = len(names) == len(phones) > 1
    numbers_of: list[tuple[str, ...]] = [(n,) for n in numbers] if paired else [numbers] * len(names)
    return [
        Contact(name=_printed(name.text), agency=name.agency, phones=own, **name.text.place())
        for name, own in zip(names, numbers_of, strict=True)
    ]
