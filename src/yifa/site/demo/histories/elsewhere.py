"""其他途径 — suggestions, accusations, and grievances that belong to another procedure (Arts. 29–31(5))."""

from datetime import date, timedelta

from yifa.law.acts import (
    Divert,
    Fulfil,
    Guide,
    InformPersonnel,
    Notify,
    RecordResult,
    Register,
    Request,
    Serve,
    SuggestionReply,
    Terminate,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.paths import PATHS, last_day
from yifa.law.terms import Adoption, Channel, Evidence, Method, Track
from yifa.law.workdays import due
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories.steps import close, happy_end, send, serve, show_resolved, tell, unhappy_end
from yifa.site.demo.organs import BANNER, CITY, COURT, DISCIPLINE, OFFICE, PERSONNEL, officer_for
from yifa.site.demo.people import person_name
from yifa.site.demo.texts import PROCEDURE, Matter

SAYS = {
    Adoption.FULL: "予以采纳，已列入工作安排。",
    Adoption.PART: "部分采纳，先行试点。",
    Adoption.NONE: "暂不具备条件，已说明理由。",
}


def started(d: Draft, *tracks: Track) -> Matter:
    """Registered and classified on one of these tracks."""
    m = d.pick(d.rng.choice(tracks))
    d.register(m, track=d.brief)
    if not d.brief:
        d.classify(m)
    return m


def _suggestion(d: Draft, adoption: Adoption) -> None:
    m = started(d, Track.A)
    send(d, m)
    tell(d, m)
    d.answer(SuggestionReply, (8, 30), by=m.organ, adoption=adoption, study=m.found + SAYS[adoption])
    serve(d, m.organ, paper="D29")
    happy_end(d, m, None)


def suggestion_taken_up(d: Draft) -> None:
    """A suggestion is taken up."""
    _suggestion(d, Adoption.FULL)


def suggestion_in_part(d: Draft) -> None:
    """A suggestion is taken up in part."""
    _suggestion(d, Adoption.PART)


def suggestion_not_taken_up(d: Draft) -> None:
    """A suggestion is not taken up; the reasons are given."""
    _suggestion(d, Adoption.NONE)


def fulfilled(d: Draft) -> None:
    """A breach of law is looked into, or a duty done."""
    m = started(d, Track.C5)
    send(d, m)
    tell(d, m)
    d.answer(Fulfil, (10, 40), by=m.organ, result=m.found, basis_text=m.basis)
    serve(d, m.organ, paper="D-LX")
    happy_end(d, m, None)


def anonymous(d: Draft) -> None:
    """Nobody can be told; the breach is looked into all the same, and the answer made public."""
    m = d.pick(Track.C5)
    d.register(m, anonymous=True, names=(), address="", contact="", electronic=False)
    send(d, m)
    d.answer(Fulfil, (12, 40), by=m.organ, result=m.found, basis_text=m.basis)
    d.then(Serve, (1, 4), by=m.organ, method=Method.PUBLIC, proof="本机关公告栏公告照片", paper="D-LX")


def own_last_day(path: str, on: date, back: int) -> date | None:
    """The petitioner's last day on a path, had its limit begun `back` parts in a hundred ago; None where none is set."""
    limits = [one for one in PATHS[path].limits if one.in_force(on) and not one.wait]
    if not limits:
        return None
    limit = limits[0]
    length = (due(on, limit.amount, limit.unit).day - on).days
    return last_day(limit, on - timedelta(days=length * back // 100)).day


def divert(d: Draft, m: Matter, *, by: str = "") -> None:
    """The petitioner is shown the procedure, the body and the last day."""
    by = by or m.organ
    path = PATHS[m.path]
    on = d.day + timedelta(days=3)
    d.then(
        Divert,
        (0, 4),
        by=by,
        path=m.path,
        body=path.body_at(BANNER, CITY),
        last_day=own_last_day(m.path, on, d.rng.randint(5, 60)),
        reason=m.found,
        after=m.after,
    )
    serve(d, by, paper="D23")


def diverted(d: Draft) -> None:
    """Led into another procedure; no result is known yet."""
    m = started(d, Track.C2, Track.C3, Track.C4, Track.C4, Track.C5)
    send(d, m)
    tell(d, m)
    divert(d, m)
    if d.rng.random() < 0.4:
        close(d)


def diverted_with_result(d: Draft) -> None:
    """Led into another procedure, and what it came to is fed back."""
    m = started(d, Track.C2, Track.C3, Track.C4)
    send(d, m)
    tell(d, m)
    divert(d, m)
    number = f"（{d.day.year}）示案{d.rng.randint(10, 480)}号"
    d.answer(RecordResult, (20, 60), by=m.organ, result=m.result, case_number=number)
    happy_end(d, m, None)


def _referred(d: Draft) -> None:
    m = started(d, Track.C1)
    if d.channel is Channel.VISIT:
        words = f"当面释法：{m.found}请向有关机关提出，并告知所需材料。"
        d.then(Guide, (0, 1), by=OFFICE, to=m.organ, explanation=words)
    else:
        d.then(TransferToJustice, (0, 6), by=OFFICE, to=m.organ)


def referred(d: Draft) -> None:
    """Litigation: a visitor is guided, a letter goes to the political-legal organ."""
    _referred(d)


def referred_with_result(d: Draft) -> None:
    """The political-legal organ tells what it came to."""
    _referred(d)
    number = f"（{d.day.year}）示访{d.rng.randint(10, 480)}号"
    d.answer(RecordResult, (20, 60), by=OFFICE, result="有关机关已受理并告知信访人。", case_number=number)
    if d.rng.random() < 0.5:
        show_resolved(d, Evidence.PLEDGE)
    else:
        unhappy_end(d)


def terminated(d: Draft) -> None:
    """The court ends the matter under its own law."""
    m = d.pick(Track.C1, COURT)
    d.register(m)
    if d.channel is Channel.VISIT:
        d.then(Guide, by=OFFICE, to=COURT, explanation=f"当面释法：{m.found}")
    else:
        d.then(TransferToJustice, (0, 6), by=OFFICE, to=COURT)
    d.answer(Terminate, (40, 70), by=COURT, document=f"涉诉信访事项终结决定书（{d.day.year}）{d.rng.randint(1, 60)}号")


def sealed(d: Draft) -> None:
    """An accusation: sealed, to a named person at the discipline organ, never to the accused."""
    d.fixed = True
    m = d.pick(Track.B)
    by_town = d.rng.random() < 0.25
    accused = d.town if by_town else f"{d.who.village}{person_name(d.rng)}"
    unnamed = d.rng.random() < 0.3
    blank: dict[str, object] = {"names": (), "address": "", "contact": "", "anonymous": True} if unnamed else {}
    d.then(
        Register,
        by=OFFICE,
        on=None,
        channel=d.channel,
        requests=(Request(text=m.ask, category=m.category, track=Track.B, accused=(accused,)),),
        received=d.received,
        facts=m.facts,
        place=d.who.town,
        people=d.who.people,
        **({"names": d.who.names, "address": d.who.address, "contact": d.who.contact} | blank),
    )
    d.then(
        TransferSealed,
        (0, 5),
        by=OFFICE,
        to=DISCIPLINE,
        recipient=officer_for(DISCIPLINE, Notify, 0),
        envelope=f"密{d.day.year}-{d.rng.randint(1, 9999):04d}",
    )
    if not by_town and d.rng.random() < 0.3:
        d.then(InformPersonnel, (1, 6), by=OFFICE, to=PERSONNEL, gist="反映基层干部作风问题的情况通报。", grave=False)


def directly_to_department(d: Draft) -> None:
    """The petitioner turns to the organ itself, which handles it; d.home is that organ."""
    tracks = (Track.C5, Track.A)
    m = d.pick(d.rng.choice(tracks), d.home)
    d.register(m)
    d.then(Notify, (0, 8), by=d.home, procedure=PROCEDURE[m.track])
    if m.track is Track.A:
        d.answer(SuggestionReply, (6, 20), by=d.home, adoption=Adoption.PART, study=m.found)
        serve(d, d.home, paper="D29")
    else:
        d.answer(Fulfil, (6, 30), by=d.home, result=m.found, basis_text=m.basis)
        serve(d, d.home, paper="D-LX")
