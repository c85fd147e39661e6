"""Every paper of the histories of the record, ready to be filled."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from tests.records.histories import BANNER, HISTORIES, ORGAN
from tests.spec.cases import D, notify, register, transfer
from yifa.law.acts import Act, Mediate, Notify
from yifa.law.fold import placed, replay
from yifa.law.notices import PAPERS
from yifa.law.paperwork import papers_of
from yifa.law.terms import NoticeKind
from yifa.papers.fill import fill
from yifa.papers.matter import Earlier, Matter, covered

EARLIER = tuple(
    Earlier(paper=paper, claims=("1", "2"), number=f"示信意〔2025〕{serial}号", date="2025年8月1日")
    for serial, paper in enumerate(("D04", "D05", "D09", "D27", "D33", "D35", "D37", "D38"), start=1)
)
OFFICE = {
    **dict.fromkeys(("查询方式", "查询和评价方式", "仍可查询的方式"), "凭编号和查询码查询"),
    **dict.fromkeys(("联系人和联系电话", "承办人和联系电话", "经办人及联系电话"), "0000-0000001"),
    "法律援助电话": "12348",
    "社会救助、法律援助提示": "可以申请社会救助、法律援助。",
}


def matter(acts: tuple[Act, ...], place: int, paper: str, supplied: Mapping[str, str] | None = None) -> Matter:
    held = placed(acts)
    before = replay((act for at, act in held.items() if at < place), BANNER)
    after = replay((act for at, act in held.items() if at <= place), BANNER)
    return Matter(
        paper=PAPERS[paper],
        number="旗信访局-2025-000001",
        place=place,
        held=held,
        organs=BANNER,
        claims=covered(PAPERS[paper], held[place], before, after),
        earlier=EARLIER,
        office=OFFICE,
        preparer="某经办人",
        supplied=dict(supplied or {}),
    )


def every(acts: tuple[Act, ...]) -> Iterator[Matter]:
    for place, act in placed(acts).items():
        for paper in papers_of(act, replay((one for at, one in placed(acts).items() if at <= place), BANNER)):
            yield matter(acts, place, paper)


MORE: dict[str, tuple[Act, ...]] = {
    "told to turn elsewhere": (
        register(),
        transfer(),
        Notify(on=D("2025-08-08"), by=ORGAN, kind=NoticeKind.ELSEWHERE, to="旗自然资源局"),
    ),
    "mediated": (
        register(),
        transfer(),
        notify(),
        Mediate(
            on=D("2025-08-20"),
            by=ORGAN,
            petitioner_consents=True,
            other_party="某公司",
            other_party_consents=True,
            agreed=True,
            agreement="某公司于年底前付清",
        ),
    ),
}


@cache
def everything() -> tuple[Matter, ...]:
    return tuple(one for acts in (*HISTORIES.values(), *MORE.values()) for one in every(acts))


def whole(one: Matter) -> Matter:
    """With all that its preparer may supply."""
    return replace(one, supplied={term: f"{term}如下" for term in fill(one).asked})


def first(paper: str) -> Matter:
    return next(one for one in everything() if one.paper.number == paper)
