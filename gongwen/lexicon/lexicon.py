"""The words that the rules know, as data: read once, extended by a user's own file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import regex


@dataclass(frozen=True, slots=True)
class Kind:
    """文种: a word that closes a title."""

    name: str
    direction: str | None = None
    attached: bool = False
    """Whether it closes only the title of a text printed along (名单, 表)."""
    statutory: bool = False
    also: tuple[str, ...] = ()
    """Longer words that count as this kind (答复意见 as 答复)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An ordered list of zones, each a set of slots; the order is the grammar."""

    name: str
    zones: tuple[tuple[str, ...], ...]
    needs: frozenset[str] = frozenset()
    """Names of cues of which one must be there for the layout to be tried."""
    attached: bool = False
    """Whether it is a layout of texts printed along."""


@dataclass(frozen=True)
class Lexicon:
    """Kinds, agencies and layouts; frozen, shared by threads."""

    kinds: tuple[Kind, ...]
    tails: tuple[str, ...]
    names: tuple[str, ...]
    groups: tuple[str, ...]
    persons: tuple[str, ...]
    layouts: tuple[Layout, ...]
    units: tuple[dict[str, Any], ...] = ()
    """The units of a user's own file, as the claims room reads them."""
    litter: tuple[str, ...] = ()
    """Patterns of a user's own file for lines that are litter of their sites."""

    @classmethod
    def default(cls) -> Lexicon:
        """The words that the package brings."""
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> Lexicon:
        """The package's words and those of a TOML file beside them.

        The file may hold ``litter`` (regular expressions, each for a whole line), ``[[kind]]``,
        ``[agencies]`` (``names``, ``tails``, ``groups``, ``persons``), ``[[unit]]`` and
        ``[layouts.NAME]``. Raises ValueError naming what is wrong in it, FileNotFoundError
        where there is none.
        """
        path = Path(path)
        try:
            own = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"词表 {path.name} 不是有效的 TOML：{error}") from error
        return _default().extended(own, path.name)

    def extended(self, own: dict[str, Any], name: str = "词表") -> Lexicon:
        """These words and those of a user's table; the user's come first."""
        unknown = own.keys() - {"litter", "kind", "agencies", "unit", "layouts"}
        if unknown:
            raise ValueError(f"词表 {name} 有不认识的表：{'、'.join(sorted(unknown))}")
        try:
            words = own.get("agencies", {})
            return replace(
                self,
                kinds=_kinds(own.get("kind", [])) + self.kinds,
                tails=self.tails + tuple(words.get("tails", ())),
                names=self.names + tuple(words.get("names", ())),
                groups=self.groups + tuple(words.get("groups", ())),
                persons=self.persons + tuple(words.get("persons", ())),
                layouts=_layouts(own.get("layouts", {})) + self.layouts,
                units=tuple(own.get("unit", ())),
                litter=self.litter + _patterns(own.get("litter", []), name),
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"词表 {name} 的内容不合要求：{error}") from error

    @cached_property
    def litter_patterns(self) -> tuple[regex.Pattern[str], ...]:
        """The patterns of litter, of the engine that can be given a limit of time."""
        return tuple(map(_compiled, self.litter))

    @cached_property
    def kind_tail(self) -> re.Pattern[str]:
        """A kind at the end of a title, on text without blanks."""
        words = {word for kind in self.kinds if not kind.attached for word in (kind.name, *kind.also)}
        longest = "|".join(sorted(map(re.escape, sorted(words)), key=len, reverse=True))
        return re.compile(rf"(?:{longest})$")

    @cached_property
    def attached_tail(self) -> tuple[str, ...]:
        """What the title of a text printed along may end with."""
        return tuple(word for kind in self.kinds for word in (kind.name, *kind.also))

    @cached_property
    def kind_of(self) -> dict[str, Kind]:
        """The kind of each closing word."""
        return {word: kind for kind in reversed(self.kinds) for word in (kind.name, *kind.also)}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.names)

    def is_named(self, name: str) -> bool:
        """Whether a name is one that the lexicon lists as it is."""
        return name in self._names

    def is_agency(self, name: str) -> bool:
        """Whether a name without blanks reads as that of a body."""
        if name in self._names:
            return True
        if not 2 <= len(name) <= 50 or not name.endswith(self._endings):
            return False
        if name.endswith("）") and not name[: name.rfind("（")].endswith(self._endings):
            return False
        return _AGENCY.fullmatch(name) is not None and not name.startswith(_NO_AGENCY)

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        # A name may close with its other name in brackets: 改革办（营商局）.
        return self.tails + tuple(tail + "）" for tail in self.tails)

    def is_group(self, name: str) -> bool:
        """Whether a name without blanks is the common name of a group of bodies (各区人民政府)."""
        return name.startswith(self.groups) or _GROUP.search(name) is not None

    def is_person(self, name: str) -> bool:
        """Whether a name without blanks ends in a person's title (代表, 委员)."""
        return name.endswith(self.persons)


# Running text holds words that no agency's name does.
_AGENCY = re.compile(
    r"(?:(?!关于|了|审议|审查|听取|根据|(?<!应)对(?!外|口|台)|的|[请及]示|以及|应当|是|为[了]|现将|按照)[^\x00-.:-@\[-`{-\x7f，。；：！？《》〈〉〔〕【】—…～]){2,50}"
)
# 市直各部门, 市级有关单位, but not 各项工作
_GROUP = re.compile(
    r"各(?!项|方面)|(?:有关|相关|直属|所属)[^\x00-\x7f，、]{0,4}(?:单位|部门|机构|企业|院校|高校|学校|部委|处室|科室)$"
)
_NO_AGENCY = ("附件", "抄送", "主送", "一、", "二、", "三、", "（", "第一", "第二", "第三", "经", "由", "请")


def _compiled(pattern: str) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - only a user's own patterns need it

    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise ValueError(f"litter 不是有效的正则表达式：{pattern}（{error}）") from error


def _patterns(rows: list[str], name: str) -> tuple[str, ...]:
    """A user's patterns, if each of them is one."""
    for row in rows:
        try:
            _compiled(row)
        except ValueError as error:
            raise ValueError(f"词表 {name} 的 {error}") from error
    return tuple(rows)


def _kinds(rows: list[dict[str, Any]]) -> tuple[Kind, ...]:
    return tuple(
        Kind(
            row["name"],
            row.get("direction"),
            attached=row.get("attached", False),
            statutory=row.get("statutory", False),
            also=tuple(row.get("also", ())),
        )
        for row in rows
    )


def _layouts(table: dict[str, dict[str, Any]]) -> tuple[Layout, ...]:
    return tuple(
        Layout(
            name,
            tuple(map(tuple, row["zones"])),
            frozenset(row.get("needs", ())),
            attached=row.get("attached", False),
        )
        for name, row in table.items()
    )


def data(name: str) -> dict[str, Any]:
    """One of the package's own tables."""
    return tomllib.loads((files("gongwen.lexicon") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _default() -> Lexicon:
    words = data("agencies")
    return Lexicon(
        kinds=_kinds(data("kinds")["kind"]),
        tails=tuple(dict.fromkeys(words["tails"])),
        names=tuple(words["names"]),
        groups=tuple(words["groups"]),
        persons=tuple(words["persons"]),
        layouts=_layouts(data("layouts")),
    )
