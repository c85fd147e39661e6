"""The fold: what the acts on record make of a petition.  It never refuses: what is on record happened."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from yifa.law.acts import Correct
from yifa.law.acts.base import Act
from yifa.law.fold import dispatch, handling, intake, notice, review, succession, supervision
from yifa.law.fold.base import FOLD
from yifa.law.organs import Organs
from yifa.law.petition import Petition

__all__ = ["after", "effective", "enter", "placed", "refold", "replay", "take"]

_BRANCHES = (dispatch, handling, intake, notice, review, succession, supervision)


def replay(acts: Iterable[Act], organs: Organs) -> Petition:
    """The petition as it stands after `acts`, oldest first."""
    petition = Petition(organs=organs)
    for act in acts:
        take(petition, act)
    return petition


def after(petition: Petition, act: Act) -> Petition:
    """The petition once `act` is done; the one given stays as it is."""
    return replay([*petition.acts, act], petition.organs)


def take(petition: Petition, act: Act) -> None:
    """Do `act` to a petition that nobody else holds."""
    if isinstance(act, Correct):
        _correct(petition, act)
    else:
        enter(petition, len(petition.acts), act)


def enter(petition: Petition, number: int, act: Act) -> None:
    """Fold one act that stands at this place of the file."""
    petition.number = number
    petition.acts.append(act)
    FOLD[type(act)](petition, act)
    petition.last = act.on


def effective(acts: Iterable[Act]) -> list[Act]:
    """The acts that hold: corrected ones in their right form, voided ones and the corrections themselves left out."""
    return list(placed(acts).values())


def placed(acts: Iterable[Act]) -> dict[int, Act]:
    """The acts that hold, by their number in the file."""
    held: dict[int, Act] = {}
    for number, act in enumerate(acts):
        if not isinstance(act, Correct):
            held[number] = act
        elif act.right is None:
            held.pop(act.target, None)
        else:
            held[act.target] = act.right
    return dict(sorted(held.items()))


def _correct(petition: Petition, act: Correct) -> None:
    """Fold anew with the right act in place; the record keeps both."""
    recorded = [*petition.acts, act]
    anew = _blank(petition, act)
    for number, held in placed(recorded).items():
        enter(anew, number, held)
    for one in fields(Petition):
        setattr(petition, one.name, getattr(anew, one.name))
    petition.acts, petition.last, petition.corrected = recorded, act.on, None


def refold(petition: Petition, act: Correct) -> Iterator[tuple[Act, Petition]]:
    """Every act that holds once a correction is made, in order, with the petition before it: one object that grows."""
    anew = _blank(petition, act)
    for number, held in placed([*petition.acts, act]).items():
        yield held, anew
        enter(anew, number, held)


def _blank(petition: Petition, act: Correct) -> Petition:
    """What the acts are folded into anew: it knows on which day the registration came to say what it says."""
    return Petition(organs=petition.organs, corrected=act.on, first_said=dict(petition.first_said))
