"""提交信访 — one thing a page.  Whatever is typed is kept first and judged afterwards; nothing asks for an account."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from yifa.pages.access import public
from yifa.pages.forms import problems
from yifa.portal import drafts
from yifa.portal.drafts import GoneError
from yifa.portal.filing.forms import MOST_ASKED
from yifa.portal.filing.sheet import Sheet, load, write
from yifa.portal.filing.steps import STAGES, Step, address_of, step_of, unfinished
from yifa.portal.models import Draft
from yifa.portal.office import office
from yifa.portal.throttle import Purpose, admit, turned_away

KEEP = "keep"
"""In the address: keep what is typed, judge nothing, answer with nothing."""


@public
def start(request: HttpRequest) -> HttpResponse:
    """提交信访: begin, or go on where one stopped.  Permission: everybody."""
    draft, here = drafts.of(request), office()
    if request.method == "POST" and here:
        if draft is None:
            if until := admit(request, Purpose.DRAFT):
                return turned_away(request, Purpose.DRAFT, until)
            draft = drafts.begin()
        page = redirect("file-step", "what")
        drafts.remember(page, draft)
        return page
    sheet = load(draft.content) if draft else Sheet()
    said = {"section": "file", "draft": draft, "sheet": sheet, "office": here, "on": unfinished(sheet)}
    return render(request, "portal/filing/start.html", said)


@public
@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    """放弃: the draft and its attachments go.  Permission: everybody; of one's own draft."""
    if draft := drafts.of(request):
        drafts.discard(draft)
    page = redirect("portal-home")
    drafts.forget(page)
    return page


@public
def step(request: HttpRequest, name: str) -> HttpResponse:
    """一步: one form.  Permission: everybody; it reads and writes the draft of this browser only."""
    return _one(request, name)


@public
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """一项请求.  Permission: everybody; of one's own draft."""
    return _one(request, "claim", number)


@public
def accused(request: HttpRequest, number: int) -> HttpResponse:
    """被反映的人: who must not read it (Art. 30¶3).  Permission: everybody; of one's own draft."""
    return _one(request, "accused", number)


@public
def claims(request: HttpRequest) -> HttpResponse:
    """请求清单: what is asked so far; add, change, remove.  Permission: everybody; of one's own draft."""
    draft = drafts.of(request)
    if draft is None:
        return redirect("file")
    if request.method == "POST":
        number = request.POST.get("remove", "")
        with drafts.changing(draft) as sheet:
            if number.isdecimal() and 1 <= int(number) <= len(sheet.asked):
                del sheet.asked[int(number) - 1]
        return redirect(address_of("asked", sheet))
    sheet = load(draft.content)
    if not sheet.asked:
        return redirect("file-claim", 1)
    more = len(sheet.asked) + 1 if len(sheet.asked) < MOST_ASKED else None
    said = around(request, sheet, "您的请求", "请求", address_of("what", sheet))
    return render(request, "portal/filing/claims.html", said | {"more": more})


def around(request: HttpRequest, sheet: Sheet, title: str, stage: str, back: str) -> dict[str, Any]:
    """What every page of a filing shows besides its own matter."""
    then = _then(request)
    return {
        "section": "file",
        "title": title,
        "stage": stage,
        "stages": STAGES,
        "back": address_of(then, sheet) if then else back,
        "then": then,
        "sheet": sheet,
        "office": office(),
    }


def show(
    request: HttpRequest, step: Step, sheet: Sheet, form: forms.Form, *, warning: str = "", status: int = 200
) -> HttpResponse:
    """The page of a step, with its form as it is."""
    found = [*([{"text": warning}] if warning else []), *problems(form)]
    here = {"step": step, "form": form, "problems": found, "mixed": len(sheet.asked) > 1}
    said = around(request, sheet, step.title, step.stage, address_of(step.back, sheet, step.number))
    return render(request, "portal/filing/step.html", said | here, status=status)


def _one(request: HttpRequest, name: str, number: int | None = None) -> HttpResponse:
    draft = drafts.of(request)
    sheet = load(draft.content) if draft else Sheet()
    step = step_of(sheet, name, number)
    if step is None:
        raise Http404
    if request.method == "POST":
        return _written(request, draft, step)
    if draft is None:
        return redirect("file")
    return show(request, step, sheet, step.form(initial=step.kept(sheet)))


def _written(request: HttpRequest, draft: Draft | None, step: Step) -> HttpResponse:
    """Keep what was typed, as it is; then judge it.  A page whose draft has expired begins another with what it holds."""
    form = step.form(request.POST)
    if draft is None:
        if until := admit(request, Purpose.DRAFT):
            return turned_away(request, Purpose.DRAFT, until)
        draft = drafts.begin()
    try:
        with drafts.changing(draft) as sheet:
            write(step.target(sheet), {name: request.POST.get(name, "") for name in form.fields})
    except GoneError:
        return redirect("file")
    page: HttpResponse
    if KEEP in request.GET:
        page = HttpResponse(status=204)
    elif form.is_valid():
        page = redirect(step.after(sheet, _then(request)))
    else:
        page = show(request, step, sheet, form)
    drafts.remember(page, draft)
    return page


def _then(request: HttpRequest) -> str:
    """Whether the check of all answers sent here, and waits."""
    return "check" if "check" in {request.GET.get("then"), request.POST.get("then")} else ""
