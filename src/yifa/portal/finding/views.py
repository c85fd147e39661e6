"""先找途径 — the interview: one question a page, kept in the draft; it proposes, and a person confirms."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from yifa.law.articles import cite
from yifa.law.interview import QUESTIONS, propose, read_answers
from yifa.pages.access import public
from yifa.pages.forms import problems
from yifa.portal import drafts
from yifa.portal.filing.sheet import Sheet, load
from yifa.portal.finding.course import BY_ID, course, following
from yifa.portal.finding.forms import NONE, Situations, answer_of, form_for
from yifa.portal.finding.ways import MISSED, found
from yifa.portal.finding.words import SITUATIONS
from yifa.portal.office import office
from yifa.portal.throttle import Purpose, admit, turned_away
from yifa.records.calendars import calendar

SECTION = "find-path"


@public
def find(request: HttpRequest) -> HttpResponse:
    """先找途径: what fits the person's situation.  Permission: everybody."""
    draft = drafts.of(request)
    sheet = load(draft.content) if draft else Sheet()
    form = Situations(request.POST if request.method == "POST" else None, initial={"which": _ticked(sheet)})
    if not form.is_valid():
        said = {"section": SECTION, "form": form, "problems": list(problems(form))}
        return render(request, "portal/finding/situations.html", said)
    if draft is None:
        if until := admit(request, Purpose.DRAFT):
            return turned_away(request, Purpose.DRAFT, until)
        draft = drafts.begin()
    with drafts.changing(draft) as sheet:
        # What was answered about a situation that is no longer ticked goes with it.
        ticked = form.answers()
        sheet.answers = ticked | {one: said for one, said in sheet.answers.items() if ticked.get(one.split(".")[0])}
        sheet.answers |= ticked
        sheet.skipped = []
    page = redirect(_next(sheet))
    drafts.remember(page, draft)
    return page


@public
def question(request: HttpRequest, number: str) -> HttpResponse:
    """一个问题.  Permission: everybody; it reads and writes the draft of this browser only."""
    asked, draft = BY_ID.get(number), drafts.of(request)
    if asked is None:
        raise Http404
    if draft is None:
        return redirect("find-path")
    sheet = load(draft.content)
    form = form_for(asked, sheet.answers, request.POST if request.method == "POST" else None)
    skips = "skip" in request.POST
    if request.method == "POST" and (skips or form.is_valid()):
        answer = None if skips else answer_of(asked, form)
        with drafts.changing(draft) as sheet:
            sheet.answers.pop(number, None)
            if answer is None:
                sheet.skipped = [*{*sheet.skipped, number}]
            else:
                sheet.answers[number] = answer
                sheet.skipped = [one for one in sheet.skipped if one != number]
        return redirect(_next(sheet, after=number))
    said = {
        "section": SECTION,
        "form": form,
        "problems": list(problems(form)),
        "situation": SITUATIONS[number.split(".", maxsplit=1)[0]],
        "back": _before(sheet, number),
        "dated": bool(asked.day) or number.endswith(".learned"),
    }
    return render(request, "portal/finding/question.html", said)


@public
def result(request: HttpRequest) -> HttpResponse:
    """问询结果: the paths, where to go, what to bring, the last days.  Permission: everybody; of one's own draft."""
    sheet, today = drafts.sheet_of(request), timezone.localdate()
    if sheet is None or not sheet.answers:
        return redirect("find-path")
    answers, here = read_answers(sheet.answers), office()
    proposals = propose(answers, on=today, calendar=calendar())
    said = {
        "section": SECTION,
        "found": found(proposals, here, today),
        "missed": MISSED,
        "today": today,
        "office": here,
        "help": cite("37.2"),
        "situations": [SITUATIONS[one.id] for one in QUESTIONS if answers.flags.get(one.id)],
        "back": _before(sheet, ""),
    }
    return render(request, "portal/finding/result.html", said)


def _ticked(sheet: Sheet) -> list[str]:
    if not sheet.answers:
        return []
    return [one.id for one in QUESTIONS if sheet.answers.get(one.id) is True] or [NONE]


def _next(sheet: Sheet, after: str = "") -> str:
    """The page after this answer: the next question still open, or what follows from all of them."""
    asked = following(read_answers(sheet.answers), sheet.skipped, timezone.localdate(), after)
    return reverse("find-path-question", args=[asked.id]) if asked else reverse("find-path-result")


def _before(sheet: Sheet, number: str) -> str:
    """The page before this question; before the result, the last one asked."""
    ids = [one.id for one in course(read_answers(sheet.answers), timezone.localdate())]
    earlier = ids[: ids.index(number)] if number in ids else ids
    return reverse("find-path-question", args=[earlier[-1]]) if earlier else reverse("find-path")
