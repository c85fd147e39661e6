"""监督指标 — what the office recommends and what is adopted; officials who answer for petitions (包案)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from yifa.law.acts import AnswerRecommendation, AppointLead, Recommend
from yifa.law.articles import cite
from yifa.law.terms import Adoption, LeadLevel, Recommendation
from yifa.records.models import PetitionRecord, StepRow
from yifa.statistics.indicator import Indicator
from yifa.statistics.parts import Cut, Part, Plus, Rows, Source
from yifa.statistics.receipts import COLLECTIVE
from yifa.statistics.year import Span, Year

ADVICE = "三项建议"
LEADS = "领导包案"
ADOPTED = (Adoption.FULL.value, Adoption.PART.value)


def _recommended(year: Year) -> Q:
    return Q(kind=Recommend.__name__, by__in=year.homes)


def _answers(_year: Year) -> dict[str, Q]:
    answer = StepRow.objects.filter(
        petition=OuterRef("petition"),
        kind=AnswerRecommendation.__name__,
        by=OuterRef("to"),
        value=OuterRef("value"),
        on__gte=OuterRef("on"),
        detail__in=ADOPTED,
    )
    return {"adopted": Q(Exists(answer))}


RECOMMENDED = Source(table=StepRow, day="on", columns=("value",), base=_recommended, flags=_answers)


@dataclass(frozen=True, kw_only=True, eq=False)
class Led:
    """包案件 — petitions for which, in the span, an official was made to answer; `full`: at all five levels by its end.

    A `group` petition is one whose first receipt was of as many persons as make a collective visit.
    """

    group: bool
    full: bool = False

    def total(self, year: Year, span: Span) -> int:
        """One query tells all of both years."""
        if LEADS not in year.kept:
            year.kept[LEADS] = _led(year)
        kept = year.kept[LEADS]
        assert isinstance(kept, dict)
        return int(kept.get((span, self.group, self.full), 0))

    def rows(self, year: Year, span: Span) -> Rows:
        """The petitions."""
        named = _appointed(year, span).filter(on__gte=span.since)
        size = Q(people__gte=COLLECTIVE) if self.group else Q(people__lt=COLLECTIVE)
        found = PetitionRecord.objects.filter(size, pk__in=named.values("petition"))
        if not self.full:
            return found
        levels = _appointed(year, span).values("petition").annotate(levels=Count("value", distinct=True))
        return found.filter(pk__in=levels.filter(levels=len(LeadLevel)).values("petition"))


def _appointed(year: Year, span: Span) -> Rows:
    """Appointments up to the end of a span."""
    return StepRow.objects.filter(home__in=year.homes, kind=AppointLead.__name__, on__lte=span.until)


def _led(year: Year) -> dict[tuple[Span, bool, bool], int]:
    counted: dict[str, Count] = {}
    for name, span in zip(("this", "last"), year.spans, strict=True):
        counted[f"named_{name}"] = Count("pk", filter=Q(on__range=(span.since, span.until)))
        counted[f"levels_{name}"] = Count("value", distinct=True, filter=Q(on__lte=span.until))
    found: dict[tuple[Span, bool, bool], int] = {}
    petitions = _appointed(year, year.this).order_by().values("petition", "petition__people").annotate(**counted)
    for row in petitions.filter(Q(named_this__gt=0) | Q(named_last__gt=0)).iterator():
        group = row["petition__people"] >= COLLECTIVE
        for name, span in zip(("this", "last"), year.spans, strict=True):
            if row[f"named_{name}"]:
                found[span, group, False] = found.get((span, group, False), 0) + 1
                if row[f"levels_{name}"] == len(LeadLevel):
                    found[span, group, True] = found.get((span, group, True), 0) + 1
    return found


def indicators() -> Iterator[Indicator]:
    """In the order a report prints them."""
    yield from _recommendations()
    yield from _leads()


def _recommendations() -> Iterator[Indicator]:
    note = "按提出之日计入年度；只计本信访部门所提"
    for kind in Recommendation:
        n = Cut(source=RECOMMENDED, where={"value": (kind.value,)})
        name, term = f"recommendations_{kind.name.lower()}", f"{kind}的建议"
        yield Indicator(name=name, term=term, heading=ADVICE, n=n, unit="件", note=note, cite=cite("41.1(3)"))
    yield Indicator(
        name="adoption_rate",
        term="建议采纳率",
        heading=ADVICE,
        n=Cut(source=RECOMMENDED, where={"adopted": (True,)}),
        d=Cut(source=RECOMMENDED),
        note=f"被采纳（含部分采纳）的／提出的，三类合计；未反馈的计入分母。{note}",
        cite=cite("41.1(3)"),
    )


def _leads() -> Iterator[Indicator]:
    note = (
        "年度内确定包案领导的信访事项；五级（" + "、".join(LeadLevel) + "）在期末都有包案领导的为五级包案。"
        f"首次来件{COLLECTIVE}人以上的为群体事项。只计事项，不计人"
    )
    for name, term, group in (("group", "群体事项", True), ("single", "个体事项", False)):
        n: Part = Led(group=group, full=True)
        yield Indicator(
            name=f"led_{name}", term=f"五级包案：{term}", heading=LEADS, n=n, unit="件", note=note, cite=cite("18.2")
        )
    yield Indicator(
        name="led_rate",
        term="五级包案率",
        heading=LEADS,
        n=Plus(Led(group=True, full=True), Led(group=False, full=True)),
        d=Plus(Led(group=True), Led(group=False)),
        note=f"五级包案的／包案的。{note}",
        cite=cite("18.2"),
    )
