"""示范旗: the organs and the lawful histories the spec tables start from.

Every history is judged act by act while it is built, so a table that stands on one stands on permitted ground.
The days of the usual one: registered 2025-08-04, transferred 08-06, told and accepted 08-08, heard 08-20,
investigated 08-25, decided 09-10, served 09-12; review asked 09-22, given 10-10, served 10-13; final review
asked 10-20, given 11-10, served 11-12.
"""

from datetime import date
from typing import Any

from yifa.law.acts import (
    Accept,
    Act,
    FinalReviewOpinion,
    HandlingOpinion,
    Investigate,
    Notify,
    Register,
    Request,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
    Serve,
    TakeStatement,
    Transfer,
)
from yifa.law.clocks import Clock, clocks
from yifa.law.duties import breaches, owed
from yifa.law.fold import replay, take
from yifa.law.organs import PETITIONER, Organ, Organs
from yifa.law.permits import permitted, refusals
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings, Setting
from yifa.law.terms import Channel, Level, Method, OrganKind, Outcome, ReviewOutcome, Track
from yifa.law.workdays import OFFICIAL, Calendar

D = date.fromisoformat

Refused = set[tuple[str, str]]
"""Why an act is refused: the keys of the provisions and the fields to fill in differently."""


def _organ(code: str, kind: OrganKind, level: Level, *superiors: str, leaders: tuple[str, ...] = ()) -> Organ:
    return Organ(code=code, name=code, kind=kind, level=level, superiors=superiors, leaders=leaders)


BANNER = Organs(
    (
        _organ("国家信访局", OrganKind.PETITION_OFFICE, Level.NATIONAL),
        _organ("自治区政府", OrganKind.GOVERNMENT, Level.REGION),
        _organ("自治区民政厅", OrganKind.DEPARTMENT, Level.REGION, "自治区政府"),
        _organ("自治区信访局", OrganKind.PETITION_OFFICE, Level.REGION, "自治区政府"),
        _organ("市政府", OrganKind.GOVERNMENT, Level.CITY, "自治区政府"),
        _organ("市信访局", OrganKind.PETITION_OFFICE, Level.CITY, "市政府"),
        _organ("市民政局", OrganKind.DEPARTMENT, Level.CITY, "市政府", "自治区民政厅"),
        _organ("市税务局", OrganKind.DEPARTMENT, Level.CITY),
        _organ("市政法委", OrganKind.JUSTICE, Level.CITY, "市政府"),
        _organ("市纪委监委", OrganKind.DISCIPLINE, Level.CITY),
        _organ("旗委", OrganKind.COMMITTEE, Level.COUNTY),
        _organ("旗政府", OrganKind.GOVERNMENT, Level.COUNTY, "市政府", leaders=("旗长",)),
        _organ("旗信访局", OrganKind.PETITION_OFFICE, Level.COUNTY, "旗政府", leaders=("信访局长",)),
        _organ("旗联席会议", OrganKind.JOINT_CONFERENCE, Level.COUNTY, "旗政府"),
        _organ("旗政法委", OrganKind.JUSTICE, Level.COUNTY, "旗委"),
        _organ("旗法院", OrganKind.JUSTICE, Level.COUNTY),
        _organ("旗纪委监委", OrganKind.DISCIPLINE, Level.COUNTY, "市纪委监委"),
        _organ("旗组织部", OrganKind.PERSONNEL, Level.COUNTY, "旗委"),
        _organ("旗民政局", OrganKind.DEPARTMENT, Level.COUNTY, "旗政府", "市民政局", leaders=("民政局长",)),
        _organ("旗民政局低保中心", OrganKind.OTHER, Level.COUNTY, "旗民政局"),
        _organ("旗自然资源局", OrganKind.DEPARTMENT, Level.COUNTY, "旗政府"),
        _organ("旗税务局", OrganKind.DEPARTMENT, Level.COUNTY, "市税务局"),
        _organ("红旗镇", OrganKind.TOWN, Level.TOWN, "旗政府", leaders=("镇长",)),
        _organ("红旗镇社会事务办", OrganKind.OTHER, Level.TOWN, "红旗镇"),
        _organ("东方农场", OrganKind.TOWN, Level.TOWN, "旗政府"),
    )
)
"""A banner, its towns and departments, and the organs above it.

旗税务局 stands under 市税务局 alone: it has no superior in common with the banner's own departments.
"""

OFFICE, ORGAN = "旗信访局", "旗民政局"
REVIEWER, FINAL_REVIEWER = "旗政府", "市政府"


def request(text: str = "落实低保待遇", track: Track | None = Track.C6, **filled: Any) -> Request:
    """One thing asked; by petition procedure unless said otherwise."""
    return Request(text=text, track=track, **filled)


def register(on: str = "2025-08-04", by: str = OFFICE, **filled: Any) -> Register:
    """A letter with name and address, one claim."""
    defaults = {
        "channel": Channel.LETTER,
        "requests": (request(),),
        "names": ("王某",),
        "address": "红旗镇一村",
    }
    return Register(on=D(on), by=by, **{**defaults, **filled})


def lawful(
    *acts: Act, organs: Organs = BANNER, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT
) -> Petition:
    """The petition after `acts`, each of which the law allows where it stands."""
    return further(replay((), organs), *acts, calendar=calendar, readings=readings)


def further(petition: Petition, *acts: Act, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> Petition:
    """The petition after further acts, each of which the law allows; the one given stays as it is."""
    petition = replay(petition.acts, petition.organs)
    for act in acts:
        found = [f"{one.reason} [{one.basis.key}/{one.field}]" for one in refusals(act, petition, calendar, readings)]
        assert not found, f"{act.on} {act.term}: {found}"
        take(petition, act)
    return petition


def refused(act: Act, petition: Petition, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> Refused:
    """(provision, field) of every reason why `act` may not be done; empty, and it may."""
    return {(one.basis.key, one.field) for one in refusals(act, petition, calendar, readings)}


def may(petition: Petition, on: str, by: str | None = None) -> set[str]:
    """The acts permitted on a day."""
    return set(permitted(petition, D(on), by))


def clock(petition: Petition, limit: str, on: str, claim: str = "1", organ: str = "", basis: str = "") -> Clock:
    """The one clock of that limit (T01 … T11) on a claim, of that organ or on that provision where there are several."""
    (found,) = (
        one
        for one in clocks(petition, D(on))
        if one.limit.id == limit and one.claim == claim and organ in {"", one.organ} and basis in {"", one.basis.key}
    )
    return found


def running(petition: Petition, on: str) -> list[tuple[str, str, str, str]]:
    """Every clock as (limit, claim, who owes it, state), in order."""
    return [(one.limit.id, one.claim, one.owed_by, one.state(D(on)).value) for one in clocks(petition, D(on))]


def papers(petition: Petition, on: str) -> set[tuple[str, str, str]]:
    """Every paper owed as (number, claim, by whom); a service names the paper to be served: D30 D27."""
    return {(f"{one.paper} {one.of}".strip(), one.claim, one.by) for one in owed(petition, D(on))}


def broken(petition: Petition, on: str) -> set[tuple[str, str, str]]:
    """Every breach as (provision, by whom, since)."""
    return {(one.basis.key, one.by, one.since.isoformat()) for one in breaches(petition, D(on))}


def otherwise(since: str = "2022-05-01", **switches: int) -> Readings:
    """The readings of an office that set these choices otherwise."""
    return Readings(tuple(Setting(name=name, value=value, since=D(since)) for name, value in switches.items()))


def transfer(on: str = "2025-08-06", by: str = OFFICE, to: str = ORGAN, **filled: Any) -> Transfer:
    """The office sends the claims on."""
    return Transfer(on=D(on), by=by, to=to, **filled)


def notify(on: str = "2025-08-08", by: str = ORGAN, **filled: Any) -> Notify:
    """The organ tells: received, and by which path."""
    return Notify(on=D(on), by=by, **filled)


def hear(on: str = "2025-08-20", by: str = ORGAN, claim: str = "1") -> TakeStatement:
    """The petitioner is heard."""
    return TakeStatement(on=D(on), by=by, statement="陈述了事实和理由", claim=claim)


def investigate(on: str = "2025-08-25", by: str = ORGAN, claim: str = "1") -> Investigate:
    """The facts are looked into."""
    return Investigate(on=D(on), by=by, findings="查明符合条件", claim=claim)


def opinion(on: str = "2025-09-10", by: str = ORGAN, claim: str = "1", **filled: Any) -> HandlingOpinion:
    """An opinion that rejects, complete."""
    said = {"request": "落实待遇", "facts": "收入高于标准", "opinion": "不予支持", "basis_text": "社会救助暂行办法"}
    return HandlingOpinion(on=D(on), by=by, claim=claim, **{"outcome": Outcome.REJECT, **said, **filled})


def serve(on: str = "2025-09-12", by: str = ORGAN, paper: str = "", **filled: Any) -> Serve:
    """A paper is handed over."""
    return Serve(on=D(on), by=by, paper=paper, **{"method": Method.DIRECT, "proof": "送达回证", **filled})


def ask_review(on: str = "2025-09-22", to: str = REVIEWER, claim: str = "1") -> RequestReview:
    """The petitioner asks for review."""
    return RequestReview(on=D(on), by=PETITIONER, to=to, grounds="不服", claim=claim)


def review(on: str = "2025-10-10", by: str = REVIEWER, claim: str = "1", **filled: Any) -> ReviewOpinion:
    """The reviewer upholds."""
    said = {"facts": "同原意见", "opinion": "维持", "basis_text": "信访工作条例第三十五条"}
    return ReviewOpinion(on=D(on), by=by, claim=claim, **{"outcome": ReviewOutcome.UPHOLD, **said, **filled})


def ask_final(on: str = "2025-10-20", to: str = FINAL_REVIEWER, claim: str = "1") -> RequestFinalReview:
    """The petitioner asks for final review."""
    return RequestFinalReview(on=D(on), by=PETITIONER, to=to, grounds="不服", claim=claim)


def final(on: str = "2025-11-10", by: str = FINAL_REVIEWER, claim: str = "1", **filled: Any) -> FinalReviewOpinion:
    """The final reviewer upholds."""
    said = {"facts": "同原意见", "opinion": "维持", "basis_text": "信访工作条例第三十六条"}
    return FinalReviewOpinion(on=D(on), by=by, claim=claim, **{"outcome": ReviewOutcome.UPHOLD, **said, **filled})


SENT = (register(), transfer())
"""By petition procedure, with the organ."""

HANDLED = (*SENT, notify(), Accept(on=D("2025-08-08"), by=ORGAN, claim="1"))
"""Told and accepted: the sixty days run from 2025-08-08 to 2025-10-07, legally to 10-09."""

READY = (*HANDLED, hear(), investigate())
"""Heard and investigated: an opinion may follow."""

DECIDED = (*READY, opinion())
"""Decided, not served."""

ANSWERED = (*DECIDED, serve())
"""Decided and served: the petitioner has until 2025-10-12, legally 10-13."""

REVIEWED = (*ANSWERED, ask_review(), review(), serve("2025-10-13", REVIEWER, "D33"))
"""Reviewed and served: the petitioner has until 2025-11-12."""

ENDED = (*REVIEWED, ask_final(), final(), serve("2025-11-12", FINAL_REVIEWER, "D35"))
"""After the final review opinion was served."""
