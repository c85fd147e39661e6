"""载明事项的来源 — one definition for every source a field of `law.notices` may name: `source(name, field, matter)`."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils import timezone

from yifa.law.acts import ACTS, Act, Register, Serve
from yifa.law.articles import cite
from yifa.law.claim import Claim
from yifa.law.clocks import clock_of
from yifa.law.limits import LIMITS
from yifa.law.notices import PAPERS, Field
from yifa.law.paths import cites_printable, prerequisites
from yifa.law.petition import Petition
from yifa.papers.matter import Earlier, Matter
from yifa.papers.source_names import root_of
from yifa.papers.texts import text
from yifa.papers.words import cited, day, listed, organ, paper, said, span

QUOTED_WHOLE = frozenset({"facts", "reasons", "text"})
"""What the petitioner said of the petition as a whole: left out of a paper that may not speak of a sealed claim."""

STEPS = frozenset(
    {"Register", "Transfer", "Assign", "Notify", "Accept", "Decline", "Bar", "Extend", "Divert", "HandlingOpinion"}
    | {"ReviewOpinion", "FinalReviewOpinion", "SuggestionReply", "Fulfil"}
)
"""The acts a petitioner is shown online, by the rules for handling online petitions."""


def source(name: str, field: Field, matter: Matter) -> str:
    """What one source of a field says on this paper; nothing where it has nothing to say."""
    root, rest = root_of(name)
    if root in _BARE:
        return _BARE[root](field, matter)
    return _SOURCES[root](rest, matter) if root in _SOURCES else _recorded(ACTS[root], rest, matter)


def _recorded(kind: type[Act], name: str, matter: Matter) -> str:
    """The last act of a kind on record."""
    act = matter.last(kind)
    if kind is Register and (later := matter.known_since(name)):
        return said(later, name, matter.act.on, matter.organs)
    if act is None or (name in QUOTED_WHOLE and not matter.entire):
        return ""
    return said(getattr(act, name), name, act.on, matter.organs)


def _act(name: str, matter: Matter) -> str:
    act = matter.act
    if name == "basis":
        return said(act.basis)
    if name == "term":
        return act.term
    if name == "paper" and isinstance(act, Serve):
        return listed(_with_number(one, matter) for one in _just_served(matter))
    if name in QUOTED_WHOLE and not matter.entire:
        return ""
    return said(getattr(act, name, None), name, act.on, matter.organs)


def _petition(name: str, matter: Matter) -> str:
    after = matter.after
    match name:
        case "receipts":
            return "初次" if len(after.receipts) == 1 else f"重复（第{len(after.receipts)}件）"
        case "acts":
            public = (act for act in after.acts if type(act).__name__ in STEPS)
            return "；".join(f"{day(act.on)}{act.term}" for act in public)
        case "papers":
            if isinstance(matter.act, Serve):
                return ""  # said by act.paper, with the number
            return "；".join(f"{day(one.on)}{PAPERS[one.paper].term}" for one in after.papers)
        case "ratings":
            return "；".join(f"{body}：{score}" for (body, _), score in after.ratings.items())
    return said(getattr(after, name), name)


def _receipt(name: str, matter: Matter) -> str:
    return said(getattr(matter.after.receipts[-1 if matter.place else 0], name), name)


def _claim(name: str, matter: Matter) -> str:
    return _by_claim(matter, lambda claim: _of_claim(name, claim, matter))


def _of_claim(name: str, claim: Claim, matter: Matter) -> str:
    match name:
        case "track":
            return f"{claim.track.term}（{cite(claim.track.article)}）" if claim.track else ""
        case "handlings":
            then = matter.before.claims.get(claim.id, claim)
            organs = dict.fromkeys(
                one.organ for one in (*then.handlings, *claim.handlings) if one.ended in {None, matter.act.on}
            )
            # Of a transfer only where there are others beside the one it goes to.
            alone = len(organs) == 1 and hasattr(matter.act, "to")
            return "" if alone else "、".join(organ(one, matter.act.on, matter.organs) for one in organs)
    return said(getattr(claim, name), name, matter.act.on, matter.organs)


def _handling(name: str, matter: Matter) -> str:
    def of(claim: Claim) -> str:
        handling = matter.handling(claim)
        return said(getattr(handling, name), name, matter.act.on, matter.organs) if handling else ""

    return _by_claim(matter, of)


def _final(name: str, matter: Matter) -> str:
    def of(claim: Claim) -> str:
        final = claim.final_review
        if name == "hearings":
            return f"{sum(days for _, days in final.hearings)}日" if final and final.hearings else ""
        return said(getattr(final, name, None) or None, name)

    return _by_claim(matter, of)


def _path(name: str, matter: Matter) -> str:
    return _by_claim(matter, lambda claim: _of_path(name, claim, matter))


def _of_path(name: str, claim: Claim, matter: Matter) -> str:
    path, on = matter.path(claim), matter.act.on
    if path is None:
        return ""
    match name:
        case "bases":
            return cited(cites_printable(path, on))
        case "limits":
            return "；".join(str(limit) for limit in path.opening if limit.in_force(on))
        case "needs":
            needs = "、".join(dict.fromkeys(one.name for one in prerequisites(path, on)))
            return f"须先经过下列程序之一：{needs}" if needs else ""
    return said(getattr(path, name), "")


def _organ(name: str, matter: Matter) -> str:
    known = matter.organs.get(matter.organ)
    if name == "name":
        return organ(matter.organ, matter.act.on, matter.organs)
    above = getattr(known, name) if known else ()
    return "或者".join(organ(one, matter.act.on, matter.organs) for one in above)


def _clock(name: str, matter: Matter) -> str:
    return _last_days(name, matter, matter.after, matter.act.on)


def _before(name: str, matter: Matter) -> str:
    return _last_days(name, matter, matter.before, matter.act.on)


def _last_days(name: str, matter: Matter, petition: Petition, on: date) -> str:
    def of(claim: Claim) -> str:
        then = petition.claims.get(claim.id)
        clock = then and clock_of(petition, then, LIMITS[name], on, matter.calendar, matter.readings)
        return said(clock.due) if clock else ""

    return _by_claim(matter, of)


def _limit(name: str, _matter: Matter) -> str:
    limit = LIMITS[name]
    return f"自收到之日起{span(limit.amount, limit.unit)}内"


def _paper(name: str, matter: Matter) -> str:
    return next((f"{one.number}（{one.date}）" for one in reversed(_earlier(name, matter))), "")


def _served(name: str, matter: Matter) -> str:
    days = [one.served for one in matter.after.papers if one.paper == name and one.claim in {"", *matter.claims}]
    return next((day(one) for one in reversed(days) if one), "")


def _earlier(name: str, matter: Matter) -> list[Earlier]:
    return [one for one in matter.earlier if one.paper == name and not set(one.claims).isdisjoint(matter.claims)]


def _just_served(matter: Matter) -> Iterator[str]:
    """What this service handed over."""
    then = [(one.paper, one.claim) for one in matter.before.papers if one.served is None]
    for one in matter.after.papers:
        if one.served == matter.act.on and (one.paper, one.claim) in then:
            yield one.paper


def _with_number(number: str, matter: Matter) -> str:
    found = _earlier(number, matter)
    return paper(number) + (f"（{found[-1].number}）" if found else "")


def _by_claim(matter: Matter, of: Callable[[Claim], str]) -> str:
    """What it says of each claim: once where it is the same of all, else claim by claim."""
    found = {claim.id: of(claim) for claim in matter.concerned}
    if len(set(found.values())) <= 1:
        return next(iter(found.values()), "")
    return "\n".join(f"诉求{claim}：{value}" for claim, value in found.items() if value)


def _record(field: Field, matter: Matter) -> str:
    match field.term:
        case "事项编号":
            return matter.number
        case "收到日期和时间":
            if matter.recorded_at is None:
                return ""
            return f"{timezone.localtime(matter.recorded_at):%Y年%-m月%-d日%-H时%-M分}登记"
    return matter.supplied.get(field.term, "")


def _attachments(_field: Field, matter: Matter) -> str:
    return listed(matter.attachments) if matter.entire else ""


def _sign(field: Field, matter: Matter) -> str:
    """Names nobody before it is signed: `issue` writes down who did."""
    return "（签名、盖章）" if field.term != "签发人" else matter.supplied.get("签发人", "")


def _office(field: Field, matter: Matter) -> str:
    return matter.office.get(field.term, "")


def _text(field: Field, matter: Matter) -> str:
    return text(matter.paper.number, field.term)


def _form(field: Field, matter: Matter) -> str:
    return matter.supplied.get(field.term, "").strip()


def _of_the_year(_field: Field, _matter: Matter) -> str:
    """指标、台账 — of the yearly reports, which belong to no petition and are made by the yearbook."""
    return ""


_SOURCES: dict[str, Callable[[str, Matter], str]] = {
    "act": _act,
    "petition": _petition,
    "receipt": _receipt,
    "claim": _claim,
    "handling": _handling,
    "final": _final,
    "path": _path,
    "organ": _organ,
    "clock": _clock,
    "before": _before,
    "limit": _limit,
    "paper": _paper,
    "served": _served,
}
_BARE: dict[str, Callable[[Field, Matter], str]] = {
    "record": _record,
    "attachments": _attachments,
    "sign": _sign,
    "office": _office,
    "text": _text,
    "form": _form,
    "indicators": _of_the_year,
    "ledgers": _of_the_year,
}
