"""告知与受理 — what notices and the two refusals do."""

from yifa.law.acts.notice import Accept, Bar, Decline, Notify, Recuse
from yifa.law.claim import Receipt
from yifa.law.fold.base import does, issue, only
from yifa.law.petition import Petition
from yifa.law.terms import NoticeKind


@does(Notify)
def notify(petition: Petition, act: Notify) -> None:
    """The notice clock is met; a claim passed on or pointed elsewhere leaves this organ."""
    for claim in petition.live(act.claims):
        handling = claim.handling_by(act.by)
        if handling and (not handling.notified or claim.untold(handling)):
            handling.notified = handling.notified or act.on
            handling.told = act.on
            if act.kind is NoticeKind.OWN:
                handling.taken = handling.taken or act.on
            else:
                handling.ended = act.on
                claim.turn(act.on)
            if act.kind is NoticeKind.ELSEWHERE and not claim.handling:
                claim.elsewhere = act.on
    for receipt in petition.receipts:
        if receipt.elsewhere and receipt.teller == act.by and not receipt.answered:
            receipt.told = act.on


@does(Accept)
def accept(petition: Petition, act: Accept) -> None:
    """Taken up by this organ: at the latest from this day its sixty days count (Art. 34)."""
    claim = only(petition, act.claim)
    claim.accepted = claim.accepted or act.on
    if handling := claim.handling_by(act.by):
        handling.accepted = handling.accepted or act.on


def last_receipt(petition: Petition, organ: str) -> Receipt:
    """The latest repeat not answered yet that came in at `organ`, or else the latest of all."""
    repeats = [receipt for receipt in petition.receipts[1:] if not receipt.turned_away] or petition.receipts
    return ([receipt for receipt in repeats if receipt.by == organ] or repeats)[-1]


@does(Decline)
def decline(petition: Petition, act: Decline) -> None:
    """The latest receipt is answered; the petition below goes on untouched."""
    last_receipt(petition, act.by).turned_away = act
    issue(petition, "D13", act, act.claim)


@does(Bar)
def bar(petition: Petition, act: Bar) -> None:
    """The latest receipt is answered; the final review stands."""
    last_receipt(petition, act.by).turned_away = act
    issue(petition, "D14", act, act.claim)


@does(Recuse)
def recuse(petition: Petition, act: Recuse) -> None:
    """The person may not act any more."""
    petition.recused.append(act.person)
