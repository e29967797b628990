"""The parts of 版头, 主体 and 版记 that are single elements."""

from __future__ import annotations

import datetime
from typing import Literal

from gongwen.model.base import Model, Node, terms


class Agency(Node):
    """机关: an agency named in the document."""

    name: str
    """名称: the name, clean."""


class Date(Node):
    """日期: a date in place."""

    value: str
    """值: ISO 8601, ``2022-05-03``, or ``2022-05`` where no day is given."""

    @property
    def date(self) -> datetime.date | None:
        """The day as a date, None where no day is given."""
        return datetime.date.fromisoformat(self.value) if len(self.value) == 10 else None


class Security(Node):
    """密级和保密期限 (GB/T 9704-2012 7.2.2)."""

    level: Literal["绝密", "机密", "秘密"]
    """密级."""
    term: str | None = None
    """保密期限, as printed (``1年``), None where none is given."""


class Letterhead(Node):
    """发文机关标志 (GB/T 9704-2012 7.2.4)."""

    agencies: tuple[Agency, ...] = ()
    """发文机关: the agencies of the red head, without 文件."""


NumberStyle = Literal["standard", "order", "announcement", "telegram", "issue", "other"]


class Reference(Model):
    """文号: a document number taken apart; a part that it lacks is None."""

    agency_code: str | None = None
    """机关代字: ``慈市监管建``."""
    year: int | None = None
    """年份: ``2022``."""
    serial: int | None = None
    """顺序号: ``2``."""
    style: NumberStyle = "other"
    """式样: ``standard`` 代字〔年〕号, ``order`` 令, ``announcement`` 公告 年第N号, ``telegram`` 明电, ``issue`` 期, ``other``."""


class DocumentNumber(Node, Reference):
    """发文字号 (GB/T 9704-2012 7.2.5): the document's own number, in place and taken apart."""


class Signer(Node):
    """签发人 (GB/T 9704-2012 7.2.6)."""

    name: str
    """姓名."""
    agency: str | None = None
    """机关: the agency printed beside the name, if any."""


class Title(Node):
    """标题 (GB/T 9704-2012 7.3.1): agencies, subject and kind."""

    model_config = terms(kind="文种", agencies="发文机关")

    agencies: tuple[Agency, ...] = ()
    """发文机关 as the title names them."""
    subject: str | None = None
    """事由, without 关于 and without 的 and the kind."""
    kind: str | None = None
    """文种: the word that closes the title."""


class Recipient(Node):
    """主送机关, 收文人 (GB/T 9704-2012 7.3.2): one entry for each agency, group or person."""

    name: str
    """名称."""
    kind: Literal["agency", "group", "person"]
    """种类: one ``agency``, a ``group`` named by a common term (各区人民政府), a ``person``."""


class Proposal(Node):
    """所答建议提案: of a reply, what it answers."""

    model_config = terms(term="届", number="编号")

    kind: Literal["建议", "提案", "议案"]
    """种类."""
    body: str | None = None
    """机关: the 人大 or 政协 it was made to, as printed (市人大, 全国政协)."""
    term: int | None = None
    """届."""
    session: int | None = None
    """次: the meeting."""
    number: str | None = None
    """编号, as printed without 第 and 号."""
    title: str | None = None
    """题目, without 《》."""


class AttachmentItem(Node):
    """附件说明 (GB/T 9704-2012 7.3.4): one title of the list after the body."""

    number: int | None = None
    """序号."""
    title: str
    """名称, without number and 《》."""


class Signature(Model):
    """署名和成文日期 (GB/T 9704-2012 7.3.5)."""

    model_config = terms(agencies="发文机关署名", date="成文日期")

    agencies: tuple[Agency, ...] = ()
    """发文机关署名: one entry for each agency."""
    date: Date | None = None
    """成文日期."""


class Copy(Node):
    """抄送机关 (GB/T 9704-2012 7.4.2): one entry for each party."""

    name: str
    """名称."""
    group: int
    """组: counted from 0; parties of one group stand together, set off by ， or ； or a line."""
    role: Literal["抄送", "抄报", "主送", "分送"]
    """角色: under which word the party stands."""


class Imprint(Node):
    """印发机关和印发日期 (GB/T 9704-2012 7.4.3)."""

    model_config = terms(agency="印发机关", date="印发日期")

    agency: Agency | None = None
    """印发机关."""
    date: Date | None = None
    """印发日期."""
    print_run: int | None = None
    """份数: the number of copies printed."""


class Contact(Node):
    """联系人: a person or office to ask, with the phones."""

    name: str | None = None
    """姓名."""
    agency: str | None = None
    """单位 of the person, where it is printed."""
    phones: tuple[str, ...] = ()
    """电话, as printed without blanks; a fax is none."""
