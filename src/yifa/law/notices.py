"""文书 — which papers each act owes, by when, to whom, and what each must state (papers.toml holds the table)."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Required, TypedDict

from yifa.law.articles import Citation, cite


class Addressee(StrEnum):
    """主送 — to whom a paper goes; which organ it is, the act says."""

    PETITIONER = "信访人"
    COMPETENT = "有权处理机关"
    OFFICE = "信访部门"
    UPPER_OFFICE = "上一级信访部门"
    NATIONAL_OFFICE = "国家信访局"
    GOVERNMENT = "本级党委和政府"
    CONFERENCE_OFFICE = "信访工作联席会议办公室"
    AUTHORITIES = "相关主管部门"
    DISCIPLINE = "纪检监察机关"
    PERSONNEL = "组织（人事）部门"
    LEADERS = "党委主要负责同志和分管组织（人事）工作的负责同志"
    SENDER = "转送、交办机关"
    OBJECTOR = "提出异议的机关"
    CONCERNED = "所涉及的机关"
    PATH_BODY = "法定途径的主管机关"
    HEARING = "听证参加人"
    PARTIES = "双方当事人"
    EXECUTOR = "执行机关"
    REVIEWER = "复查机关"
    FINAL_REVIEWER = "复核机关"
    SUPERVISED = "被督办机关"
    ADVISED = "收到建议的机关"
    MEASURED = "被采取措施的机关"
    ORDERED = "被责令改正的机关"
    ORDERER = "责令整改、改正的机关"
    PUBLIC = "社会公众"
    FILE = "案卷"


class Mark(StrEnum):
    """出处 — who asks for a paper or a field: the law, local or older practice, or our own design."""

    LAW = "L"
    PRACTICE = "p"
    OURS = "E"


class Need(StrEnum):
    """必填条件 — when a field may not stay empty; a plain no (False, 0) is an answer, not an empty field."""

    ALWAYS = "必填"
    IF_ANY = "有则填"
    OUTWARD = "对外制发的"
    SERVED = "送达后填"
    ORAL = "口头提出的"
    GROUP = "多人走访的"
    GRAVE = "重大情况的"
    SENT = "转送、交办来的"
    RETURNED = "同意退回的"
    BY_PETITION = "按信访程序办理的"
    LIMITED = "途径有申请期限的"
    PRECEDED = "途径有前置程序的"
    GROUNDED = "予以支持、不予支持的"
    EXPLAINED = "解释说明的"
    ADOPTED = "采纳或者部分采纳的"
    NOT_ADOPTED = "未全部采纳的"
    LEFT = "留置送达的"
    ELECTRONIC = "电子送达的"
    REDO = "责令重新处理的"
    NOT_REDO = "未责令重新处理的"
    REMEDY = "责令限期整改的"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """载明事项 — one thing a paper states: when it must, who asks for it, where the value comes from.

    `basis` stands with "L", `practice` names whose practice with "p"; practice is never printed as law.
    The value is put together from every `source` that has one; the field is empty when none has:
    `act.due` the act that writes the paper · `Register.names` the last act of that kind on record ·
    `petition.` `receipt.` `claim.` `handling.` `final.` what the fold holds (law.petition) · `path.` the claim's
    lawful path (law.paths) · `organ.` the organ that makes the paper (law.organs) · `clock:T06` a last day after
    the act, `before:T06` before it · `limit:T08` a limit that does not run yet · `paper:D27` number and day of an
    earlier paper, `served:D27` the day it arrived · `record` numbers and codes given by the record ·
    `attachments` · `sign` the signature and the seal · `office` what the office publishes (Art. 18) ·
    `text` the template's own words · `form` asked for when the paper is made, as no act holds it ·
    `indicators`, `ledgers` of the year.
    """

    term: str
    need: Need
    mark: Mark
    source: tuple[str, ...]
    basis: Citation | None = None
    practice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """文书 — one kind of paper.  `mark` is "L" where the Regulation names the paper or wants it in writing.

    `served`: it must reach the petitioner by a `Serve` act.  `copies` go beside the main addressee.  `basis` is
    empty where the instrument that asks for the paper is not among those we cite; its fields then name it.
    """

    number: str
    term: str
    mark: Mark
    to: Addressee
    copies: tuple[Addressee, ...]
    fields: tuple[Field, ...]
    basis: Citation | None
    served: bool

    @property
    def outward(self) -> bool:
        """Whether it leaves the organ; what stays goes into the case file."""
        return self.to is not Addressee.FILE


class When(StrEnum):
    """制作期限 — by when a paper is owed where no limit of limits.py says so."""

    AT_ONCE = "随行为即时制作"
    SET_DAY = "指定的日期"
    NO_DAY = "应当制作，未规定期限"
    YEARLY = "每年"


_BY: dict[tuple[str, ...], str] = {
    ("T01", "T02"): "D04 D05",  # an office has Art. 22's days, an organ that passes on Art. 23's
    ("T01",): "D04-B D07",
    ("T02", "T03"): "D12 D12-b",
    ("T02",): "D12-c",
    ("T04",): "D09",
    ("T05",): "D-JB",
    ("T06",): "D21 D22",
    ("T06", "T05"): "D27",  # sent back by a review: the day set for handling anew
    ("T08",): "D31",
    ("T09",): "D33",
    ("T10",): "D34",
    ("T11",): "D35",
    # On supervision the day it sets, on a recommendation none (Art. 40¶4); the others if a day was set.
    (When.SET_DAY, When.NO_DAY): "D39 D-ZG D-ZX",
    (When.NO_DAY,): "D08 D10 D11 D-ZD D29 D-LX D-FK",
    (When.YEARLY,): "D-AR D-LG",
    (When.AT_ONCE,): "D01 D02 D03 D-GJ D06 D13 D14 D15 D16 D17 D18 D19 D20 D23 D24 D25 D26 D28 D30 D32 D36 D37 D38"
    " D-ZL D-LH D40 D41 D42 D43",
}

WITHIN: dict[str, tuple[str, ...]] = {number: when for when, numbers in _BY.items() for number in numbers.split()}
"""By when each paper is owed: the ids of limits, the first that runs counting, or a `When`."""


class _Fields(TypedDict):
    fields: list[list[str]]


class _Paper(_Fields, total=False):
    term: Required[str]
    mark: Required[str]
    to: Required[str]
    copies: list[str]
    basis: str
    served: bool


def _field(term: str, need: str, said: str, source: str) -> Field:
    mark, _, by = said.partition(" ")
    return Field(
        term=term,
        need=Need(need),
        mark=Mark(mark),
        source=tuple(source.split()),
        basis=cite(by) if mark == Mark.LAW else None,
        practice=by if mark == Mark.PRACTICE else "",
    )


def _fields(table: _Fields) -> tuple[Field, ...]:
    return tuple(_field(*row) for row in table["fields"])


def _paper(number: str, table: _Paper) -> Paper:
    return Paper(
        number=number,
        term=table["term"],
        mark=Mark(table["mark"]),
        to=Addressee(table["to"]),
        copies=tuple(map(Addressee, table.get("copies", []))),
        fields=_fields(table),
        basis=cite(table["basis"]) if "basis" in table else None,
        served=table.get("served", False),
    )


@cache
def _read() -> tuple[tuple[Field, ...], tuple[Field, ...], dict[str, Paper]]:
    tables = tomllib.loads(files("yifa.law").joinpath("papers.toml").read_text(encoding="utf-8"))
    common, service = _fields(tables.pop("HEADER")), _fields(tables.pop("SERVICE"))
    return common, service, {number: _paper(number, table) for number, table in tables.items()}


PAPERS: dict[str, Paper]
"""文书表 — every paper by its number, in the order of the procedure; read on first use, as most commands need none."""


def __getattr__(name: str) -> dict[str, Paper]:
    if name == "PAPERS":
        return _read()[2]
    raise AttributeError(name)


def header(paper: Paper) -> tuple[Field, ...]:
    """共同事项 — what this paper carries beside its own fields: number, organ, day, signature; service where served."""
    common, service, _ = _read()
    kept = tuple(field for field in common if paper.outward or field.need is not Need.OUTWARD)
    return kept + service if paper.served else kept
