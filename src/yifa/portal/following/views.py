"""查办理情况 — opened by number and query code; what is said is the same whether the number exists or not."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from yifa.law.clocks import State, clocks
from yifa.law.organs import PETITIONER
from yifa.law.petition import Petition
from yifa.pages.access import public
from yifa.pages.chips import chip
from yifa.pages.forms import problems
from yifa.papers.issue import AlteredError, standing
from yifa.papers.issue import content as sent
from yifa.portal import access
from yifa.portal.access import petitioner_only
from yifa.portal.following.forms import Follow
from yifa.portal.following.offers import offers
from yifa.portal.following.papers import content, find, made
from yifa.portal.following.remedies import remedies
from yifa.portal.following.stages import words_of
from yifa.portal.following.story import handed_in, story
from yifa.portal.office import office
from yifa.portal.throttle import Purpose, admit, turned_away
from yifa.records import attachments, query_codes
from yifa.records.calendars import calendar
from yifa.records.models import PetitionRecord
from yifa.records.perform import load
from yifa.records.readings import readings_of

WRONG = "编号和查询码对不上。请照着回执核对一遍：查询码里没有数字0、1，也没有字母I、O。"


@public
@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """查询: number and code.  Permission: everybody; only so often."""
    form = Follow(request.POST or None, initial={"number": request.GET.get("number", "")[:80]})
    if request.method == "POST":
        if until := admit(request, Purpose.LOOK_UP):
            return turned_away(request, Purpose.LOOK_UP, until)
        if form.is_valid():
            if record := query_codes.find(form.cleaned_data["number"], form.cleaned_data["code"]):
                access.unlock(request, record)
                return redirect("my-petition")
            form.add_error(None, WRONG)
    shown = {"section": "follow", "form": form, "problems": list(problems(form)), "open": access.unlocked(request)}
    return render(request, "portal/following/follow.html", shown)


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """退出.  Permission: everybody; it closes what is open in this browser."""
    access.leave(request)
    return redirect("follow")


@petitioner_only
def petition(request: HttpRequest, *, record: PetitionRecord) -> HttpResponse:
    """到哪一步了: each claim in plain words, who owes what by when, what can be done.  Permission: the petitioner."""
    found, today, notices, readings = load(record), timezone.localdate(), calendar(), readings_of(record.home)
    running = [chip(one, found.organs, today) for one in clocks(found, today, notices, readings) if _shown(one)]
    offered = offers(found, today, notices, readings)
    return _render(
        request,
        "petition",
        record,
        found,
        claims=[
            (
                claim,
                words_of(found, claim, today, notices, readings),
                [one for one in running if one.clock.claim == claim.id and not one.clock.met],
            )
            for claim in found.claims.values()
        ],
        done=[one for one in running if one.clock.met],
        late=any(one.state is State.LATE and not one.clock.met for one in running),
        remedies=remedies(record, found, today, office()),
        leads=found.leads,
        open=[one for one in offered if one.open],
        closed=[one for one in offered if not one.open],
    )


@petitioner_only
def told(request: HttpRequest, *, record: PetitionRecord) -> HttpResponse:
    """经过: what was done, as `telling` tells it.  Permission: the petitioner."""
    found = load(record)
    return _render(request, "story", record, found, entries=story(found))


@petitioner_only
def papers(request: HttpRequest, *, record: PetitionRecord) -> HttpResponse:
    """文书: those made so far.  Permission: the petitioner."""
    found, signed = load(record), set(record.issued.values_list("seq", "paper"))
    listed = [(one, found.organs.name(one.act.by), (one.seq, one.paper.number) in signed) for one in made(found)]
    return _render(request, "papers", record, found, papers=listed)


@petitioner_only
def paper(request: HttpRequest, seq: int, number: str, *, record: PetitionRecord) -> HttpResponse:
    """文书内容: one paper.  Permission: the petitioner; once it may be read."""
    found = load(record)
    one = find(found, seq, number)
    if one is None:
        raise Http404
    shown = {
        "one": one,
        "by": found.organs.name(one.act.by),
        "content": content(one, found, calendar(), readings_of(record.home)),
    }
    return _render(request, "paper", record, found, **shown, signed=standing(record, seq, number))


@petitioner_only
def signed_paper(request: HttpRequest, seq: int, number: str, key: int, *, record: PetitionRecord) -> HttpResponse:
    """下载文书: the file as it was signed.  Permission: the petitioner; once the paper may be read."""
    readable = find(load(record), seq, number)
    signed = standing(record, seq, number).filter(pk=key).first() if readable else None
    if readable is None or signed is None:
        raise Http404
    try:
        answer = HttpResponse(sent(signed.pdf), content_type="application/pdf")
    except AlteredError:
        messages.error(request, "这份文书的文件现在取不出来，请打电话向制作机关要一份。")
        return redirect("my-paper", seq, number)
    name = quote(f"{readable.paper.term}{signed.number}.pdf")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


@petitioner_only
def files(request: HttpRequest, *, record: PetitionRecord) -> HttpResponse:
    """提交的材料: what the petitioner handed in.  Permission: the petitioner."""
    found = load(record)
    given = [(one, found.acts[one.seq].on if one.seq is not None else None) for one in handed_in(record, found)]
    return _render(request, "files", record, found, files=given)


@petitioner_only
def file(request: HttpRequest, key: UUID, *, record: PetitionRecord) -> HttpResponseBase:
    """下载材料.  Permission: the petitioner; of what was handed in."""
    one = handed_in(record, load(record)).filter(pk=key).first()
    if one is None:
        raise Http404
    return FileResponse(
        attachments.path_of(one).open("rb"), as_attachment=True, filename=one.name, content_type=one.media_type
    )


def _shown(clock: Any) -> bool:
    """Whether a clock concerns the petitioner: what organs owe; their rights against each other do not."""
    return not clock.right and clock.owed_by != PETITIONER


def _render(request: HttpRequest, page: str, record: PetitionRecord, found: Petition, **shown: Any) -> HttpResponse:
    around = {"section": "follow", "tab": page, "record": record, "petition": found, "today": timezone.localdate()}
    return render(request, f"portal/following/{page}.html", around | shown)
