"""案卷草稿 — a history while it is invented: the day it has come to, who holds it, and the steps most histories share."""

from datetime import date, timedelta
from random import Random

from banners import Banner
from matters import BY_TRACK, Matter, person, sentence

from yifa.law.acts import (
    Accept,
    Act,
    Attach,
    Classify,
    Close,
    HandlingOpinion,
    Investigate,
    Notify,
    Rate,
    Register,
    Request,
    Serve,
    TakeStatement,
    Transfer,
)
from yifa.law.organs import PETITIONER
from yifa.law.terms import Channel, Level, Method, Outcome, RatedBody, Score, Track
from yifa.law.workdays import OFFICIAL

FIRST, LAST = date(2022, 1, 1), date(2035, 1, 1)
CHANNELS = [Channel.ONLINE] * 9 + [Channel.VISIT] * 6 + [Channel.LETTER] * 3 + [Channel.PHONE, Channel.FAX]
LEVELS = [Level.COUNTY] * 12 + [Level.TOWN] * 3 + [Level.CITY, Level.CITY, Level.REGION, Level.REGION, Level.NATIONAL]
OUTCOMES = [Outcome.SUPPORT] * 4 + [Outcome.EXPLAIN] * 4 + [Outcome.REJECT] * 2
SCORES = [Score.SATISFIED] * 6 + [Score.FAIRLY] * 3 + [Score.DISSATISFIED]
OFFICERS = [person(Random(number)) for number in range(60)]
LATE = 0.04
"""How often an organ lets its time run out: a breach, which bars nothing."""


def _worked_days() -> list[date]:
    """For each day the next one that is worked; in a year without notice, the next weekday."""
    found, day, following = [], LAST, LAST
    while day > FIRST:
        day -= timedelta(days=1)
        if OFFICIAL.is_worked(day) if day.year in OFFICIAL.years else day.weekday() < 5:
            following = day
        found.append(following)
    return found[::-1]


WORKED = _worked_days()
START = FIRST.toordinal()


def worked(day: date) -> date:
    """The day itself if it is worked, else the next one that is."""
    return WORKED[day.toordinal() - START]


class Draft:
    """案卷草稿 — one history; every step is dated on a worked day, not before the last one."""

    def __init__(self, chance: Random, on: date, banner: Banner, home: str) -> None:
        self.chance, self.on, self.banner, self.home = chance, on, banner, home
        self.acts: list[Act] = []
        self.place = chance.randrange(10)
        self.handler = self.town = home if home != banner.office else banner.town(self.place)
        self.matter = BY_TRACK[Track.C6][0]
        self.electronic = False

    def likely(self, share: float) -> bool:
        """True in that share of all cases."""
        return self.chance.random() < share

    def later(self, low: int, high: int) -> None:
        """Some days on, to a worked one."""
        self.on = worked(self.on + timedelta(days=low + int(self.chance.random() * (high - low + 1))))

    def within(self, low: int, high: int, late: int) -> None:
        """Some days on; now and then too late."""
        if self.chance.random() < LATE:
            self.later(late, late + 20)
        else:
            self.later(low, high)

    def do(self, kind: type[Act], by: str, /, **fields: object) -> None:
        """An act on the day the history has come to."""
        officer = "" if by == PETITIONER else self.chance.choice(OFFICERS)
        self.acts.append(kind(on=self.on, by=by, officer=officer, **fields))

    # ---- what most histories share ----

    def about(self, track: Track) -> Matter:
        """Choose what it is about, and with it who has authority."""
        matter = self.chance.choice(BY_TRACK[track])
        self.matter = matter
        if self.home == self.banner.office:
            self.handler = self.banner.code(matter.organ) if matter.organ else self.town
        return matter

    def request(self, matter: Matter, *, classified: bool = True, accused: tuple[str, ...] = ()) -> Request:
        """What is asked, as it is registered."""
        about = self.banner.code(matter.organ) if matter.organ else self.town
        return Request(
            text=sentence(matter, self.town, self.on.year, self.chance),
            category=matter.category,
            track=matter.track if classified else None,
            path=matter.path if classified else "",
            about=(about,) if self.chance.random() < 0.4 and not accused else (),
            accused=accused,
        )

    def register(self, *requests: Request, **fields: object) -> None:
        """It comes in: by whatever channel, from one person or many."""
        chance = self.chance
        people = 1 if chance.random() < 0.92 else 2 + int(chance.random() ** 3 * 60)
        names = tuple(person(chance) for _ in range(min(people, 3)))
        anonymous = chance.random() < 0.03
        self.electronic = chance.random() < 0.4
        self.do(
            Register,
            self.home,
            **{
                "channel": chance.choice(CHANNELS),
                "requests": requests,
                "received": self.on - timedelta(days=int(chance.random() * 3)) if chance.random() < 0.3 else None,
                "level": chance.choice(LEVELS),
                "names": () if anonymous else names,
                "address": "" if anonymous else f"{self.town}{chance.randrange(1, 400)}号",
                "contact": "" if anonymous else f"1{chance.randrange(3, 10)}{chance.randrange(10**9):09d}",
                "anonymous": anonymous,
                "people": people,
                "representatives": names if people >= 5 else (),
                "place": self.town,
                "urgent": people >= 50,
                "electronic": self.electronic,
                **fields,
            },
        )

    def begin(self, track: Track) -> None:
        """Registered, and sent to who has authority; classified by the registrar or by the handler."""
        matter = self.about(track)
        classified = self.likely(0.8)
        self.register(self.request(matter, classified=classified))
        if self.handler != self.home:
            self.send(self.handler)
        if not classified:
            self.later(0, 2)
            self.do(Classify, self.handler, track=track, path=matter.path, category=matter.category)

    def send(self, to: str, **fields: object) -> None:
        """转送, in time as a rule."""
        self.within(0, 10, late=17)
        self.do(Transfer, self.home, to=to, **fields)

    def notify(self, **fields: object) -> None:
        """Told in writing; sometimes an acceptance on the same day."""
        self.within(1, 11, late=18)
        self.do(Notify, self.handler, procedure="按照信访程序办理", **fields)
        if self.likely(0.25) and self.matter.track is not Track.A:
            self.do(Accept, self.handler, claim="".join(fields.get("claims", ())))

    def look_into(self, claim: str = "") -> None:
        """Heard and investigated."""
        self.later(2, 12)
        self.do(TakeStatement, self.handler, statement="信访人当面陈述了经过和要求，提交了有关材料", claim=claim)
        self.later(1, 12)
        self.do(Investigate, self.handler, findings="经现场查看、调阅资料和询问有关人员，情况基本属实", claim=claim)

    def decide(self, outcome: Outcome | None = None, claim: str = "") -> None:
        """The opinion."""
        self.within(2, 18, late=50)
        self.do(
            HandlingOpinion,
            self.handler,
            outcome=outcome or self.chance.choice(OUTCOMES),
            request="信访人请求依法解决所反映的问题",
            facts="经查，所反映的主要情况有书面材料和现场记录证实",
            opinion="按照有关规定处理，由承办机关在规定期限内落实",
            basis_text="《信访工作条例》第三十一条第六项、第三十二条",
            claim=claim,
        )

    def serve(self, by: str = "", paper: str = "", claim: str = "") -> None:
        """The paper reaches the petitioner."""
        self.later(0, 6)
        method = Method.ELECTRONIC if self.electronic else self.chance.choice((Method.DIRECT, Method.POST))
        self.do(Serve, by or self.handler, method=method, proof="送达回证", paper=paper, claim=claim)

    def repeat(self, share: float) -> None:
        """In that share of cases it comes in again, by the same people with the same facts."""
        while self.likely(share):
            self.later(1, 25)
            channel = self.chance.choice(CHANNELS)
            self.do(
                Attach,
                self.home,
                channel=channel,
                same="同一信访人就同一事实再次提出",
                level=self.chance.choice(LEVELS),
            )

    def rate(self, share: float, of: RatedBody = RatedBody.ORGAN) -> None:
        """In that share of cases the petitioner says how content they are."""
        if self.likely(share):
            self.later(1, 10)
            self.do(Rate, PETITIONER, of=of, score=self.chance.choice(SCORES))

    def close(self, share: float = 0.5) -> None:
        """In that share of cases the file is closed."""
        if self.likely(share):
            self.later(1, 20)
            self.do(Close, self.home)
