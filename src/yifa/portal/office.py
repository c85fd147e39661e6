"""受理机关 — the petition office the portal files with, and the names of its county and city: one office an installation."""

from dataclasses import dataclass

from django.conf import settings

from yifa.law.organs import Organ, Organs
from yifa.law.terms import OrganKind
from yifa.organs.snapshot import snapshot
from yifa.records.models import PetitionRecord


@dataclass(frozen=True, slots=True)
class Office:
    """受理机关 — the organ, the region it serves, the one above; `towns` are the places a matter may be about; the directory."""

    organ: Organ
    county: str
    city: str
    towns: tuple[str, ...]
    organs: Organs

    def code_of(self, name: str) -> str:
        """The code of an organ of that name; what no organ is called stays as it was written."""
        return next((one.code for one in self.organs if one.name == name), name)


class _Kept:
    """What this process found, under which directory."""

    token = ""
    office: Office | None = None


def office() -> Office | None:
    """The office named in the settings, else the one that keeps files here, else the first; None before any is entered."""
    now = snapshot()
    if _Kept.office is None or _Kept.token != now.token:
        _Kept.token, _Kept.office = now.token, _find(now.organs)
    return _Kept.office


def _find(organs: Organs) -> Office | None:
    offices = sorted(one.code for one in organs if one.kind is OrganKind.PETITION_OFFICE)
    keeping = settings.OFFICE or PetitionRecord.objects.order_by("pk").values_list("home", flat=True).first()
    code = keeping if keeping in offices else next(iter(offices), "")
    organ = organs.get(code)
    if organ is None:
        return None
    county = _government(organs, organ)
    city = _government(organs, county) if county else None
    towns = tuple(one.name for one in organs if one.kind is OrganKind.TOWN and county and county.code in one.superiors)
    return Office(organ, _region(county, "本旗县"), _region(city, "市"), towns, organs)


def _government(organs: Organs, under: Organ) -> Organ | None:
    above = [one for code in under.superiors if (one := organs.get(code))]
    return next((one for one in above if one.kind is OrganKind.GOVERNMENT), None)


def _region(government: Organ | None, otherwise: str) -> str:
    """示范旗人民政府 governs 示范旗."""
    return government.name.removesuffix("政府").removesuffix("人民") if government else otherwise
