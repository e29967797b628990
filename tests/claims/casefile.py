"""Case files that a clerk can read: sentences and the claims that they make."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from gongwen.claims import find_claims
from gongwen.model import Claim
from gongwen.passage import Passage, Setting
from gongwen.text import Text, fold


@dataclass
class Case:
    where: str
    text: str
    kind: str | None = None
    date: datetime.date | None = None
    claims: list[str] = field(default_factory=list)


def read(path: Path) -> list[Case]:
    cases: list[Case] = []
    kind, date = None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        key, _, rest = line.partition("：")
        if key == "种":
            kind = rest
        elif key == "年":
            date = datetime.date.fromisoformat(rest)
        elif key == "文":
            cases.append(Case(f"{path.stem}:{number}", rest, kind, date))
            kind, date = None, None
        elif key == "有":
            cases[-1].claims.append(rest)
        elif line and line != "无" and not line.startswith("#"):
            raise ValueError(f"{path.name}:{number}: {line}")
    return cases


def claims_of(case: Case) -> tuple[Claim, ...]:
    text = Text.of(case.text, fold(case.text), 0, len(case.text))
    setting = Setting(case.kind, case.date, case.date.year if case.date else None)
    return find_claims([Passage(text, kind=case.kind)], setting)


def shown(claim: Claim, like: str) -> str:
    """The claim in the form of an expectation, with the attributes that the expectation names."""
    quantity = claim.quantity
    value = f"{quantity.value}~{quantity.high}" if quantity.high is not None else f"{quantity.value}"
    out = [f"{quantity.clean} = {value} {quantity.unit}".strip()]
    for part in like.split("; ")[1:]:
        name = part.partition("=")[0]
        got = quantity.bound if name == "bound" else getattr(claim, name)
        got = got.value if name == "period" and got else got
        got = got.clean if hasattr(got, "clean") else got
        out.append(f"{name}={'-' if got is None else got}")
    return "; ".join(out)
