"""筛选 — what the address of a list asks for, and the form that writes it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from django.utils import timezone

from yifa.law.paths import PATHS
from yifa.law.terms import Channel, Stage, Track
from yifa.organs.models import Staff
from yifa.pages.chips import SOON
from yifa.pages.fields import Day, OrganField
from yifa.pages.pickers import NameField, organs_near, places_near
from yifa.records.models import ClaimRow

UNCLASSIFIED = "none"
DUE = {"late": "逾期", "today": "今日到期", "soon": f"{SOON}日内到期", "later": "以后到期"}
ORDERS = {"newest": "最新的在前", "due": "最急的在前"}
ON_CLAIMS = ("track", "path", "category", "handler")
"""What is asked of one and the same claim."""

NOT_ASKED = frozenset({"after", "before"})
"""In the address, but where in the list one stands, not what is listed."""


def _choices(all_of_them: str, found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("", all_of_them), *found]


class ListForm(forms.Form):
    """筛选 — read from the address; what is left empty is not asked for."""

    use_required_attribute = False

    q = forms.CharField(label="编号或者姓名", max_length=60)
    stage = forms.ChoiceField(label="阶段", choices=_choices("全部", ((one, one) for one in list(Stage)[1:])))
    channel = forms.ChoiceField(label="形式", choices=_choices("全部", ((one, one) for one in Channel)))
    due = forms.ChoiceField(label="期限", choices=_choices("全部", DUE.items()))
    since = Day(label="收到日期从")
    until = Day(label="到")
    place = NameField(label="问题属地")
    category = forms.CharField(label="内容分类", max_length=120, help_text="从头写起，如：城乡建设_物业服务")
    track = forms.ChoiceField(
        label="类别",
        choices=_choices("全部", [(UNCLASSIFIED, "未分类"), *((one, f"{one} {one.term}") for one in Track)]),
    )
    path = forms.ChoiceField(
        label="法定途径", choices=_choices("全部", ((one.id, f"{one.id} {one.name}") for one in PATHS.values()))
    )
    handler = OrganField((), label="承办机关")
    urgent = forms.BooleanField(label="重大紧急")
    sealed = forms.BooleanField(label="检举控告")
    order = forms.ChoiceField(label="排序", choices=list(ORDERS.items()))

    MAIN = ("q", "stage", "due", "channel", "since", "until", "order")
    """Always shown; the others unfold."""

    def __init__(self, staff: Staff, asked: QueryDict) -> None:
        super().__init__(asked)
        for field in self.fields.values():
            field.required = False
        self.organs = organs_near(staff.organ_id)
        self.places = places_near(staff.organ_id)
        handler, place = self.fields["handler"], self.fields["place"]
        assert isinstance(handler, OrganField)
        assert isinstance(place, NameField)
        handler.choices = self.organs
        place.offer(self.places, "places")

    @property
    def main(self) -> list[forms.BoundField]:
        """The filters always shown."""
        return [self[name] for name in self.MAIN]

    @property
    def further(self) -> list[forms.BoundField]:
        """The others."""
        return [field for field in self if field.name not in self.MAIN]

    @property
    def unfolded(self) -> bool:
        """Whether one of the others is asked for."""
        return any(self.data.get(field.name) for field in self.further)


class Asked:
    """所求 — a list as it was asked for: conditions on the petition, on one of its claims, and the order."""

    def __init__(self, found: dict[str, Any], today: date | None = None) -> None:
        self.found = {name: value for name, value in found.items() if value}
        self.today = today or timezone.localdate()

    @property
    def by_due(self) -> bool:
        """Whether the most urgent come first: so they do wherever a last day is asked for."""
        return "due" in self.found or self.found.get("order") == "due"

    @property
    def sealed(self) -> bool:
        """Whether only accusations are asked for."""
        return bool(self.found.get("sealed")) or self.found.get("track") == Track.B

    @property
    def name(self) -> str:
        """A petitioner's name."""
        return "" if self.number else self.found.get("q", "").strip()

    @property
    def number(self) -> str:
        """A petition's number: names hold no digits."""
        asked: str = self.found.get("q", "").strip()
        return asked if any(sign.isdecimal() for sign in asked) else ""

    @property
    def on_petition(self) -> Q:
        """The conditions on the petition's own row."""
        asked = Q()
        for name in ("stage", "channel", "place", "urgent", "sealed"):
            if value := self.found.get(name):
                asked &= Q(**{name: value})
        if self.name:
            asked &= Q(names=self.name)
        if self.number:
            asked &= Q(number=self.number)
        return asked & self.days

    @property
    def days(self) -> Q:
        """The conditions on the day it came in and its last day, which other rows carry as well."""
        asked = Q()
        if since := self.found.get("since"):
            asked &= Q(received__gte=since)
        if until := self.found.get("until"):
            asked &= Q(received__lte=until)
        today, soon = self.today, self.today + timedelta(days=SOON)
        due = {
            "late": Q(next_due__lt=today, next_due_provisional=False),
            "today": Q(next_due=today) | Q(next_due__lt=today, next_due_provisional=True),
            "soon": Q(next_due__gt=today, next_due__lte=soon),
            "later": Q(next_due__gt=soon),
        }
        return asked & due.get(self.found.get("due", ""), Q())

    @property
    def on_claim(self) -> Q:
        """The conditions on one claim; none: not asked."""
        asked = Q()
        for name in ON_CLAIMS:
            if value := self.found.get(name):
                asked &= Q(category__startswith=value) if name == "category" else Q(**{name: value})
        if self.found.get("track") == UNCLASSIFIED:
            return Q(track="") & Q(**{name: self.found[name] for name in ("path", "handler") if name in self.found})
        return asked

    @property
    def by_claim(self) -> bool:
        """Whether the claims lead sooner to what is asked than the petitions: not where the track is all that is said of them.

        A track is broad, and a stage or place narrower; those the index of the petitions tells.
        """
        told = [name for name in ON_CLAIMS if name in self.found]
        broad = told == ["track"] and self.found["track"] != UNCLASSIFIED
        return bool(told) and not (broad and ("stage" in self.found or "place" in self.found))

    def has_claim(self, petition: str) -> Q:
        """That a petition, named by that field of a row, has such a claim."""
        found = ClaimRow.objects.filter(self.on_claim, petition=OuterRef(petition))
        return Q(Exists(found)) if self.on_claim else Q()


def query_of(address: QueryDict) -> str:
    """The filters of an address, without where in the list one stands and without what is empty."""
    kept = address.copy()
    for name in list(kept):
        if name in NOT_ASKED or not kept[name]:
            del kept[name]
    return kept.urlencode()
