"""页面已过期 — what stands where a form came without its token: kind, and with everything that was typed still in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.portal import drafts
from yifa.portal.filing.sheet import Sheet, load
from yifa.portal.filing.steps import step_of
from yifa.portal.filing.views import show

FILING = {"file-step": "", "file-claim": "claim", "file-accused": "accused"}
"""The pages on which much is typed, by the name of their address."""

WAITED = "这个页面开得太久了，刚才没有存上；您写的内容都还在下面，请再按一次「下一步」"


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """页面已过期 (Django's CSRF failure).  Nothing is kept, for nobody knows who sent it; the writer sends it again."""
    match = request.resolver_match
    if match and match.url_name in FILING:
        draft = drafts.of(request)
        sheet = load(draft.content) if draft else Sheet()
        name, number = FILING[match.url_name] or match.kwargs["name"], match.kwargs.get("number")
        if step := step_of(sheet, name, number):
            return show(request, step, sheet, step.form(request.POST), warning=WAITED, status=403)
    base = "desk/base.html" if request.path.startswith("/desk/") else "portal/base.html"
    return render(request, "portal/stale.html", {"base": base, "again": request.get_full_path()}, status=403)
