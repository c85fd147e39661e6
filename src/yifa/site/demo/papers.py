"""示范旗的文书 — some of the latest papers signed, a few sent for signature: the register, the queue and the portal show them."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q

from yifa.law.fold import placed
from yifa.law.notices import PAPERS
from yifa.law.paperwork import papers_of
from yifa.organs.models import Staff
from yifa.papers.drafts import submit
from yifa.papers.issue import Order, issue_many
from yifa.papers.kinds import HANDED_OVER
from yifa.papers.models import IssuedPaper
from yifa.papers.prepare import prepare
from yifa.records.models import PetitionRecord
from yifa.records.perform import read

LATEST = 25
"""So many files of each organ, the latest."""

SIGNED = ("juzhang", "rsj-fuze")
WAITING = "rsj-chengban"
LEFT = 3
"""So many papers of the handler's organ still wait for its head."""


@transaction.atomic
def enter() -> None:
    """Sign them, all or none, and once: what visitors do afterwards is left to them."""
    if IssuedPaper.objects.exists():
        return
    handler = Staff.objects.get(user__username=WAITING)
    for username in SIGNED:
        head = Staff.objects.get(user__username=username)
        orders = list(_due(head.organ_id))
        left = LEFT if head.organ_id == handler.organ_id else 0
        for _ in issue_many(orders[: len(orders) - left], head):
            pass
        for order in orders[len(orders) - left :]:
            _send(order, handler)


def _due(organ: str) -> Iterator[Order]:
    """What an organ's acts owe to others, the oldest first, so that the numbers run with the days."""
    files = PetitionRecord.objects.filter(Q(home=organ) | Q(holders__organ=organ), sealed=False).distinct()
    for record in reversed(files.order_by("-received", "-pk")[:LATEST]):
        for seq, act in placed(read(record)).items():
            for paper in papers_of(act) if act.by == organ else ():
                if PAPERS[paper].outward and paper not in HANDED_OVER:
                    yield Order(number=record.number, paper=paper, seq=seq)


def _send(order: Order, handler: Staff) -> None:
    record = PetitionRecord.objects.get(number=order.number)
    made = prepare(record=record, paper=order.paper, seq=order.seq, staff=handler)
    if not made.filled.missing:
        submit(made, handler, {}, note="请审签")
