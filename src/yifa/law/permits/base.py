"""What a judge knows, what it answers, and the guards that hold for every act."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from yifa.law.acts import Act, Mediate, Notify, Settle
from yifa.law.articles import Citation, cite
from yifa.law.claim import Claim, Receipt
from yifa.law.clocks import clock_of
from yifa.law.clocks.clock import Clock, Counting
from yifa.law.limits import Limit
from yifa.law.organs import Organs
from yifa.law.permits.kinds import RECORDS
from yifa.law.petition import Petition
from yifa.law.readings import DEFAULT, Readings
from yifa.law.terms import Mover
from yifa.law.workdays import OFFICIAL, Calendar, Due

MAX_REPRESENTATIVES = 5
"""Art. 20¶3."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act may not be done now, in words fit to show, and the law that says so.

    `field` names what to fill in differently; without it the act itself must wait or be another.
    """

    reason: str
    basis: Citation
    field: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What a judge looks at: the petition, and the calendar and readings under which it is judged."""

    petition: Petition
    calendar: Calendar = OFFICIAL
    readings: Readings = DEFAULT

    @property
    def organs(self) -> Organs:
        """The directory of organs."""
        return self.petition.organs

    def targets(self, act: Act) -> list[Claim]:
        """The claims an act is about, as far as they exist."""
        return self.petition.chosen(named(act))

    def claim(self, act: Act) -> Claim:
        """The one claim an act is about."""
        (claim,) = self.targets(act)
        return claim

    def counted(self, limit: Limit, day0: date) -> Due:
        """The last day of a limit from a day, as the clocks count it."""
        return Counting(self.calendar, self.readings).due(limit, day0)

    def last_day(self, limit: Limit, claim: Claim, on: date) -> Due | None:
        """The last day of a limit on a claim."""
        clock = self.clock(limit, claim, on)
        return clock.due if clock else None

    def clock(self, limit: Limit, claim: Claim, on: date) -> Clock | None:
        """The clock of a limit on a claim."""
        return clock_of(self.petition, claim, limit, on, self.calendar, self.readings)


A = TypeVar("A", bound=Act)
Judge = Callable[[A, Case], Iterator[Refusal]]

JUDGES: dict[type[Act], Callable[[Any, Case], Iterator[Refusal]]] = {}
"""Every act's own judge."""


def judges(kind: type[A]) -> Callable[[Judge[A]], Judge[A]]:
    """Enter a function as the judge of `kind`."""

    def enter(judge: Judge[A]) -> Judge[A]:
        JUDGES[kind] = judge
        return judge

    return enter


def blank(act: Act, basis: Citation, **fields: str) -> Iterator[Refusal]:
    """A refusal for each named field that says nothing; the value given is what to say, `basis` what asks for it."""
    for name, reason in fields.items():
        value = getattr(act, name)
        if not (value.strip() if isinstance(value, str) else value):
            yield Refusal(reason, basis, name)


def named(act: Act) -> tuple[str, ...] | str:
    """The claims an act names."""
    said: tuple[str, ...] | str = getattr(act, "claim", "") or getattr(act, "claims", ())
    return said


def unknown(code: str, field: str, basis: Citation) -> Refusal:
    """The organ named is not in the directory."""
    return Refusal(f"机关名录中没有「{code}」；请先登记该机关", basis, field)


def given_by(act: Act) -> Citation:
    """The provision that gives an act to a body.

    Here the act's own basis is the rule itself, and nowhere else: every other refusal names the provision it stands on.
    """
    return cite("21.2") if type(act) in RECORDS else act.basis


def answering(claim: Claim) -> Citation:
    """The provision by which a claim is to be answered: that of its track, or the duty to tell which (Art. 31)."""
    return cite(claim.track.article if claim.track else "31")


def ending(claim: Claim) -> Citation:
    """The provision by which a claim came to its end: after an opinion only review remains, and so on."""
    if claim.withdrawn:
        return cite("17.1")
    if claim.opinion:
        return cite("35")
    if isinstance(claim.concluded_by, Mediate | Settle):
        return cite("33")
    if claim.referred and not claim.concluded:
        return cite("22.2")
    if claim.elsewhere and not claim.concluded:
        return cite("23.1")
    return answering(claim)


def held_by(act: Act, case: Case) -> list[Claim]:
    """The claims of an act that its organ handles; what it has passed on it may only tell of."""
    return [
        claim
        for claim in case.targets(act)
        if (one := claim.handling_by(act.by)) and (not one.passed_on or isinstance(act, Notify))
    ]


def concerned(act: Act, case: Case) -> list[Claim]:
    """The claims named; where none is named, a handler's act concerns its own."""
    own = held_by(act, case) if act.mover is Mover.HANDLER and not named(act) else []
    return own or case.targets(act)


def holders(petition: Petition) -> set[str]:
    """The organs through whose hands the petition has gone."""
    codes = {petition.registrar}
    for claim in petition.claims.values():
        codes.update(dispatch.office for dispatch in claim.dispatches)
        codes.update(handling.organ for handling in claim.handlings)
    return codes


def waiting_repeats(petition: Petition, organ: str) -> list[Receipt]:
    """The repeats that reached an organ which does not handle the petition, and of which it has not told."""
    return [one for one in petition.receipts if one.elsewhere and one.teller == organ and not one.answered]


def told_to_execute(claims: list[Claim], organ: str) -> bool:
    """Whether an organ was told to carry out what was supported, and has not reported (Art. 32¶2)."""
    return any(order.open and order.to == organ for one in claims if one.opinion for order in one.opinion.orders)


def not_accused(case: Case, to: str, claims: list[Claim], field: str = "to") -> Iterator[Refusal]:
    """G05: nothing of an accusation goes to the accused, nor to whoever serves under them."""
    for claim in claims:
        if to in claim.accused or to in case.organs.barred(claim.accused):
            yield Refusal(
                f"{case.organs.name(to)}是被检举控告的单位或者在其管辖之下，不得将材料及有关情况转给；"
                "请转有管理权限的纪检监察机关或者其上级机关",
                cite("30.3"),
                field,
            )
            return


def known(case: Case, code: str, basis: Citation, field: str = "to") -> Iterator[Refusal]:
    """The organ named must be in the directory; `basis` says to which organ it goes."""
    if code not in case.organs:
        yield unknown(code, field, basis)


def chinese(day: date) -> str:
    """2025年8月4日."""
    return f"{day.year}年{day.month}月{day.day}日"


def which(of: int | None, asked: list[int], what: str, basis: Citation) -> Iterator[Refusal]:
    """What an answer answers, by its number in the file: something waits, and of several it says which."""
    if not asked:
        yield Refusal(f"没有待反馈的{what}", basis, "by")
    elif of is None and len(asked) > 1:
        listed = "、".join(f"第{one}项" for one in asked)
        yield Refusal(f"有{len(asked)}件待反馈的{what}（案卷{listed}），请指明答复哪一件", basis, "of")
    elif of is not None and of not in asked:
        yield Refusal(f"案卷第{of}项不是本机关待反馈的{what}", basis, "of")
