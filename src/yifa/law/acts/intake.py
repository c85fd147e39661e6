"""收件 — what is done when a petition comes in: it is registered, joined to an earlier one, split and classified."""

from dataclasses import dataclass
from datetime import date

from yifa.law.acts.base import Act, act
from yifa.law.terms import Capacity, Channel, Level, Mover, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """请求 — one thing asked, as it is registered.  The registrar may already suggest category, track and path.

    `about` are the organs complained of; `accused` the organs and persons accused (Art. 30), never informed.
    """

    text: str
    category: str = ""
    track: Track | None = None
    path: str = ""
    about: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()


@act("登记", "22.1", Mover.RECEIVER)
class Register(Act):
    """登记 — a receipt is written down; nothing may stand in its way (Arts. 17, 19, 22, 23).

    `received` is the day it reached the organ (by default the day of registration): the clocks of
    Arts. 22 and 23 count from it.  `people` counts all who joined, `representatives` at most five (Art. 20¶3).
    Name and address may be missing; then the duty of written notice falls away (Art. 23¶2).
    What was told by word of mouth is written down and read back (Art. 19¶1): `read_back` says that it was.
    `earlier` is the number of an earlier petition, `origin` the number in the system it was imported from.
    """

    channel: Channel
    requests: tuple[Request, ...]
    received: date | None = None
    level: Level = Level.COUNTY
    names: tuple[str, ...] = ()
    address: str = ""
    contact: str = ""
    anonymous: bool = False
    people: int = 1
    representatives: tuple[str, ...] = ()
    facts: str = ""
    reasons: str = ""
    place: str = ""
    urgent: bool = False
    electronic: bool = False
    read_back: bool = False
    earlier: str = ""
    origin: str = ""


@act("移入", "21.2", Mover.OFFICE)
class CarryOver(Act):
    """移入 — the claims were concluded in another system before this one: `state` is what that system says.

    Nothing is invented: no clock is judged here, and no figure but the receipt's own counts them.
    """

    state: str


@act("挂接", "22.1", Mover.RECEIVER)
class Attach(Act):
    """挂接 — a repeat receipt (重复件) of the same people with the same facts joins the petition; no new clock starts."""

    channel: Channel
    same: str
    received: date | None = None
    level: Level = Level.COUNTY
    people: int = 1
    representatives: tuple[str, ...] = ()
    read_back: bool = False
    text: str = ""


@act("补充材料", "19.1", Mover.PETITIONER)
class Supplement(Act):
    """补充材料 — the petitioner adds facts or papers to a petition that is under way."""

    text: str


@act("拆分诉求", "31", Mover.HOLDER)
class Split(Act):
    """拆分诉求 — further claims found in the petition, each to be handled in its own way (Art. 31: 区分情况)."""

    requests: tuple[Request, ...]


@act("分类", "31", Mover.HOLDER)
class Classify(Act):
    """分类 — the track and lawful path of a claim; done again, it needs reasons and gives back no day already used."""

    track: Track
    claim: str = ""
    path: str = ""
    category: str = ""
    reason: str = ""
    accused: tuple[str, ...] = ()


@act("撤回", "17.1", Mover.PETITIONER)
class Withdraw(Act):
    """撤回 — the petitioner takes back what was asked; the clocks end, the record stays."""

    statement: str
    claims: tuple[str, ...] = ()


@act("恢复办理", "17.1", Mover.PETITIONER)
class Reopen(Act):
    """恢复办理 — the petitioner asks again for what was withdrawn: the days in between are left out of every limit still open."""

    statement: str
    claims: tuple[str, ...] = ()


@act("补充登记", "22.1", Mover.HOLDER)
class Reach(Act):
    """补充登记 — what became known after registration: name, address, consent, representatives, urgency.

    What is owed because of it is owed from this day on: nothing is late by what nobody knew.
    """

    names: tuple[str, ...] = ()
    address: str = ""
    contact: str = ""
    representatives: tuple[str, ...] = ()
    electronic: bool = False
    urgent: bool = False
    note: str = ""


@act("监护人、继承人参加", "17.1", Mover.HOLDER)
class StandIn(Act):
    """监护人、继承人参加 — a guardian or an heir goes on with the petition in the petitioner's place (MF 23, 124).

    `credential` is the paper that shows it.  No limit stops or starts; what is to be told is told to them.
    """

    who: str
    capacity: Capacity
    credential: str
    address: str = ""
    contact: str = ""
    electronic: bool = False
