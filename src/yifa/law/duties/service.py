"""送达 — every paper issued must reach the petitioner; on some of them the petitioner's rights hang."""

from collections.abc import Iterator
from datetime import date

from yifa.law.answers import Issued
from yifa.law.articles import cite
from yifa.law.clocks.clock import Counting
from yifa.law.clocks.sixty import begun, last_day, left, passed, tenure_on
from yifa.law.duties.duty import Duty
from yifa.law.petition import Petition
from yifa.law.workdays import Due

EXTENSION_NOTICE = "D22"

SERVICE_BASIS = {
    "D13": cite("19.3"),
    "D14": cite("36.3"),
    "D22": cite("34"),
    "D23": cite("31"),
    "D27": cite("35"),
    "D29": cite("29.1"),
    "D33": cite("35"),
    "D35": cite("36.1"),
    "D-LX": cite("31(5)"),
}
"""Why each paper must reach the petitioner."""

ON_ITS_WAY = 7
"""The days a paper may be on its way (policy: 送达的时间)."""

BROKEN_UNSERVED = frozenset({"D22", "D27", "D33", "D35"})
"""The papers on whose service the petitioner's rights hang: left lying, a duty is broken.  The others are owed, no more."""


def services(petition: Petition, count: Counting) -> Iterator[Duty]:
    """Of every paper issued, once there is somebody to serve it on."""
    for issued in petition.papers:
        since = issued.owed(petition.servable)
        if since is None or (issued.served and issued.served < since):
            continue
        yield Duty(
            paper="D30",
            claim=issued.claim,
            by=issued.by,
            former=issued.former,
            since=since,
            due=_last_day(petition, issued, since, count),
            met=issued.served,
            late=f"文书{issued.paper}已制作未送达" if issued.paper in BROKEN_UNSERVED else "",
            basis=SERVICE_BASIS[issued.paper],
            of=issued.paper,
            grace=0 if issued.paper == EXTENSION_NOTICE else ON_ITS_WAY,
        )


def _last_day(petition: Petition, issued: Issued, since: date, count: Counting) -> Due | None:
    """送达末日 — at once: nothing in the law lets an issued paper lie.

    The reasons of an extension are told before the limit it lengthens is over (Art. 34): without them it is day 60.
    While that limit stands still, no day is set.
    """
    claim = petition.claims.get(issued.claim) if issued.paper == EXTENSION_NOTICE else None
    charge = tenure_on(claim, issued.on) if claim else None
    if claim is None or charge is None:
        return Due(since, since)
    started, _ = begun(petition, claim, charge, count)
    gone = min((day for day in (left(claim), claim.withdrawn) if day), default=None)
    last = last_day(claim, started, gone or petition.last or since, count, 0)
    if gone and not passed(last, gone):
        return None
    return max(last, Due(since, since, last.missing), key=lambda due: due.day)
