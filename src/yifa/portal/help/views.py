"""首页与帮助."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.organs.profile import EDITED, OfficeProfile
from yifa.pages.access import public
from yifa.portal import access, drafts
from yifa.portal.filing.sheet import load
from yifa.portal.filing.steps import unfinished
from yifa.portal.help import words
from yifa.portal.office import office


@public
def home(request: HttpRequest) -> HttpResponse:
    """首页: three ways in, and what to expect.  Permission: everybody."""
    here, draft = office(), drafts.of(request)
    shown = {
        "section": "portal",
        "draft": draft,
        "on": unfinished(load(draft.content)) if draft else "",
        "open": access.unlocked(request),
        "office": here,
        "profile": _profile(),
        "expect": words.EXPECT,
    }
    return render(request, "portal/home.html", shown)


@public
def guide(request: HttpRequest) -> HttpResponse:
    """帮助: channels and hours (Art. 18), what a petition is, the ways, limits, rights.  Permission: everybody."""
    profile = _profile()
    shown = {
        "section": "help",
        "office": office(),
        "profile": profile,
        "channels": [
            (profile._meta.get_field(name).verbose_name, text)  # type: ignore[union-attr]  # noqa: SLF001
            for name in EDITED
            if profile and (text := getattr(profile, name).strip())
        ],
        "is_petition": words.IS,
        "is_not": words.IS_NOT,
        "ways": words.WAYS,
        "terms": words.TERMS,
        "rights": words.RIGHTS,
        "duties": words.DUTIES,
        "privacy": words.PRIVACY,
    }
    return render(request, "portal/help/help.html", shown)


def _profile() -> OfficeProfile | None:
    here = office()
    return OfficeProfile.objects.filter(organ=here.organ.code).first() if here else None
