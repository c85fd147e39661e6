"""撰写和模板 — the texts somebody writes into a report, and the template that holds it together."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.desk.access import staff_only
from yifa.desk.year.page import home_of
from yifa.desk.yearbook.page import kind_of
from yifa.organs.models import Staff
from yifa.papers.wording import VARIABLE
from yifa.statistics.year import Year
from yifa.yearbook import wording
from yifa.yearbook.byhand import NUMBER, SOURCE, numbers
from yifa.yearbook.kinds import FORMS
from yifa.yearbook.marked import plain, runs
from yifa.yearbook.report import vocabulary
from yifa.yearbook.settle import WrittenMeanwhileError, last_written, why_not_write
from yifa.yearbook.settle import write as keep
from yifa.yearbook.vocabulary import ABOUT, LISTS, PLAIN, TERMS, problems
from yifa.yearbook.wording import slots, wording_of


@staff_only(*wording.ROLES)
def write(request: HttpRequest, kind: str, year: int, slot: str, *, staff: Staff) -> HttpResponse:
    """撰写一处.  Permission: the office and the head of this petition office."""
    named, home = kind_of(kind, year), _own(staff)
    words = wording_of(named, home)
    if slot not in slots(words):
        raise Http404
    now = last_written(named, home, year, slot)
    shown, over, refused = now.text if now else "", now.pk if now else None, []
    if request.method == "POST":
        shown = request.POST.get("text", "").strip().replace("\r\n", "\n")
        sent = request.POST.get("over", "")
        try:
            keep(
                kind=named, home=home, year=year, slot=slot, text=shown, staff=staff, wording=words,
                over=int(sent) if sent.isdecimal() else None,
            )  # fmt: skip
        except WrittenMeanwhileError as meanwhile:
            now, over = meanwhile.now, meanwhile.now.pk
            refused = [f"{now.by.name}在此间改过这一处（见下）；把两份合在一起后再保存"]
        else:
            for one in doubts(shown):
                messages.warning(request, one)
            messages.success(request, f"「{slot}」已保存")
            return redirect("report", named, year)
    context = {
        "section": "reports",
        "form": FORMS[named],
        "kind": named,
        "year": year,
        "slot": slot,
        "text": shown,
        "over": over,
        "now": now if refused else None,
        "problems": [{"text": one, "field": "text"} for one in refused],
        "variables": _variables(home, year),
        "ways": [(way, about) for way, about in ABOUT.items() if way],
    }
    return render(request, "desk/yearbook/write.html", context, status=422 if refused else 200)


def doubts(text: str) -> list[str]:
    """What a text needs before its report can be settled; it is kept all the same."""
    found = list(problems(VARIABLE.findall(text)))
    for sentence in text.replace("\n", "。").split("。"):
        typed = numbers(VARIABLE.sub("", SOURCE.sub("", sentence)))
        if typed and not SOURCE.search(sentence):
            found.append(f"手填数字「{'、'.join(typed)}」还没有注明来源：在同一句里写【来源：…】，或者改用变量")
    return found


def _variables(home: str, year: int) -> list[tuple[str, str]]:
    """Every variable that says something this year, with what it says."""
    words = vocabulary(home, year, Year(home, year))
    said = ((name, plain(runs(words.value(name)))) for name in dict.fromkeys([*TERMS, *LISTS, *PLAIN]))
    return [(name, value) for name, value in said if value and (NUMBER.search(value) or name in {*LISTS, *PLAIN})]


def _own(staff: Staff) -> str:
    home = home_of(staff)
    if why_not_write(staff, home):
        raise PermissionDenied
    return home


@staff_only(*wording.ROLES)
def template(request: HttpRequest, kind: str, *, staff: Staff) -> HttpResponse:
    """报告模板: the words between the numbers.  Permission: as the writing."""
    named, home = kind_of(kind), _own(staff)
    shown, refused = str(wording_of(named, home)), []
    if request.method == "POST":
        try:
            if request.POST.get("step") == "restore":
                wording.restore(staff=staff, kind=named)
                messages.success(request, "从现在起用标准模板；原来的仍在档")
            else:
                shown = request.POST.get("text", "")
                wording.adopt(shown, staff=staff, kind=named)
                messages.success(request, "从现在起用本机关的新模板")
        except ValidationError as wrong:
            refused = wrong.messages
        else:
            return redirect("report-template", named)
    held = wording.latest(named, home)
    context = {
        "section": "reports",
        "form": FORMS[named],
        "text": shown,
        "held": held if held and held.text else None,
        "problems": [{"text": one, "field": "text"} for one in refused],
        "variables": [*TERMS, *LISTS, *PLAIN],
        "ways": [(way, about) for way, about in ABOUT.items() if way],
    }
    return render(request, "desk/yearbook/template.html", context, status=422 if refused else 200)
