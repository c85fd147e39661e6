"""行为与文书的名称 — organs by code, papers by number: `{% load acts %}`."""

from collections.abc import Mapping
from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from yifa.law.articles import Citation
from yifa.law.notices import Paper
from yifa.law.organs import PETITIONER, Organs
from yifa.law.paths import PATHS

register = template.Library()


@register.filter
def organ(organs: Organs, code: str) -> str:
    """What to call an organ, or the petitioner."""
    return PETITIONER if code == PETITIONER else organs.name(code)


@register.filter
def paper(papers: Mapping[str, Paper], number: str) -> str:
    """What a paper is called."""
    return papers[number].term


@register.filter
def lawful_path(number: str) -> str:
    """The name of a lawful path."""
    return PATHS[number].name if number in PATHS else number


@register.simple_tag
def cite(basis: Citation) -> SafeString:
    """A citation that leads to its gist: what `pages/_cite.html` draws, quick enough for long lists."""
    return format_html('<a class="cite" href="{}#{}" title="{}">{}</a>', _law(), basis.key, basis.gist, basis.short)


@cache
def _law() -> str:
    return reverse("law")
