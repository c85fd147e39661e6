"""源头预防台账 — disputes and proxy cases: the towns enter their own, the office keeps the whole."""

from datetime import date

from django.db.models import Q

from yifa.desk.ledgers.book import Book, State, Step
from yifa.law.terms import OrganKind
from yifa.organs.models import Role
from yifa.organs.snapshot import snapshot
from yifa.prevention import ledger
from yifa.prevention.models import Dispute, DisputeState, ProxyCase

ROOM = "源头预防"
WRITERS = frozenset({Role.REGISTRAR, Role.HANDLER, Role.OFFICE})
OPEN, RESOLVED = Q(resolved=None), Q(resolved__isnull=False)


def is_town(code: str) -> bool:
    """乡镇 — who screens and takes matters up."""
    return snapshot().organs.kind(code) is OrganKind.TOWN


def _disputes(_today: date) -> tuple[State, ...]:
    return (State(DisputeState.RESOLVED, RESOLVED, "met"), State(DisputeState.FOUND, OPEN, "soon"))


def _proxies(_today: date) -> tuple[State, ...]:
    return (
        State("已化解", RESOLVED, "met"),
        State("已调解", OPEN & Q(mediated__isnull=False), "running"),
        State("已受理", OPEN & Q(mediated=None), "soon"),
    )


BOOKS = (
    Book(
        name="disputes",
        room=ROOM,
        about="乡镇排查发现的矛盾纠纷。写事不写人：不写当事人的姓名、证件号码和电话。",
        model=Dispute,
        enter=ledger.record_dispute,
        writers=WRITERS,
        day="found",
        asked=("town", "number", "found", "kind", "summary"),
        shown=("number", "found", "town", "kind", "summary", "resolved"),
        steps=(Step("resolve", "登记化解", ledger.resolve_dispute, ("resolved", "how"), empty="resolved"),),
        states=_disputes,
        own="town",
        among=is_town,
        by_own=True,
    ),
    Book(
        name="proxies",
        room=ROOM,
        about="干部替群众跑办的事项。委托人是谁只写在委托书上，台账里不写；代办不影响本人另行信访。",
        model=ProxyCase,
        enter=ledger.accept_proxy,
        writers=WRITERS,
        day="accepted",
        asked=("town", "number", "agent_post", "agent_name", "accepted", "authorised", "summary"),
        shown=("number", "accepted", "town", "agent_name", "summary", "mediated", "resolved"),
        steps=(
            Step("authorise", "登记委托授权", ledger.authorise_proxy, ("authorised",), empty="authorised"),
            Step("mediate", "登记调解", ledger.mediate_proxy, ("mediated",), empty="mediated"),
            Step("resolve", "登记化解", ledger.resolve_proxy, ("resolved",), empty="resolved"),
        ),
        states=_proxies,
        own="town",
        among=is_town,
        by_own=True,
    ),
)
