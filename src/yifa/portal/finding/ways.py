"""途径说明 — what the answers lead to, in the words of the result page: why, where, what to bring, by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yifa.law.articles import Citation, cite
from yifa.law.interview import Proposal
from yifa.law.paths import PATHS, Path, Running, cites_printable, prerequisites
from yifa.law.terms import Track
from yifa.portal.finding.words import SITUATIONS
from yifa.portal.office import Office

TITLES = {
    Track.A: "建议意见：由有关机关研究论证后答复您",
    Track.B: "检举控告：密封保管，由纪检监察机关或者有权机关依规处理",
    Track.C6: "信访程序：由有权处理的机关调查后出具处理意见书",
}
"""Of the tracks that lead to no other procedure."""

MISSED = "错过这一天，受理的机关一般就不再受理；提交信访不会让这个期限停下来。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """途径 — one lawful path as the citizen reads it; `lapsed` and `unknown` name limits that are over or cannot be told yet."""

    path: Path
    body: str
    first: tuple[str, ...]
    cites: tuple[str, ...]
    limits: tuple[Running, ...]
    lapsed: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """问询结果 — what one of the situations leads to."""

    situation: str
    title: str
    reason: str
    basis: Citation
    ways: tuple[Way, ...]
    sealed: bool


def found(proposals: list[Proposal], office: Office | None, on: date) -> list[Found]:
    """Every proposal in the page's words."""
    return [
        Found(
            situation=SITUATIONS.get(one.question, ""),
            title=TITLES.get(one.track) or "、".join(PATHS[number].name for number in one.paths) or one.track.term,
            reason=one.reason,
            basis=cite(one.track.article),
            ways=tuple(_ways(one, office, on)),
            sealed=one.sealed,
        )
        for one in proposals
    ]


def _ways(proposal: Proposal, office: Office | None, on: date) -> Iterator[Way]:
    county, city = (office.county, office.city) if office else ("旗县", "市")
    for path in map(PATHS.__getitem__, proposal.paths):
        yield Way(
            path=path,
            body=path.body_at(county, city, proposal.issuer),
            first=tuple(one.name for one in prerequisites(path, on)),
            cites=tuple(_together(cites_printable(path, on))),
            limits=tuple(one for one in proposal.limits if one.path.id == path.id),
            lapsed=tuple(
                dict.fromkeys(one.right for one in path.limits if any(one is late for late in proposal.lapsed))
            ),
            unknown=tuple(
                dict.fromkeys(str(one) for one in path.opening if one.day in proposal.asks and one.in_force(on))
            ),
        )


def _together(cites: tuple[Citation, ...]) -> Iterator[str]:
    """《…法》第二条、第四条: each instrument is named once."""
    for title in dict.fromkeys(one.instrument.title for one in cites):
        named = f"《{title}》"
        yield named + "、".join(str(one).removeprefix(named) for one in cites if one.instrument.title == title)
