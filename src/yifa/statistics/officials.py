"""监督指标 — what the office recommends and what is adopted; officials who answer for petitions (包案)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from django.db.models import Exists, OuterRef

from yifa.law.acts import AnswerRecommendation, Recommend
from yifa.law.articles import cite
from yifa.law.terms import Adoption, LeadLevel, Recommendation
from yifa.records import tallies
from yifa.records.models import StepRow
from yifa.records.tallies import COLLECTIVE
from yifa.statistics.indicator import Indicator
from yifa.statistics.parts import Cut, Rows, Source
from yifa.statistics.year import Span, Year

ADVICE = "三项建议"
LEADS = "领导包案"
ALL = tuple(kind.value for kind in Recommendation)
ADOPTED = (Adoption.FULL.value, Adoption.PART.value)


@dataclass(frozen=True, kw_only=True, eq=False)
class Recommended:
    """三项建议 — those of one kind, or all; `adopted`: of them, the adopted ones.  A few dozen a year: counted as rows."""

    kinds: tuple[str, ...]
    adopted: bool = False
    day: str = "on"

    def total(self, year: Year, span: Span) -> int:
        """One query tells all of both years."""
        if Recommended not in year.kept:
            year.kept[Recommended] = _recommended(year)
        kept = cast("dict[tuple[Span, str, bool], int]", year.kept[Recommended])
        taken = (True,) if self.adopted else (True, False)
        return sum(kept.get((span, kind, one), 0) for kind in self.kinds for one in taken)

    def rows(self, year: Year, span: Span) -> Rows:
        """The acts."""
        found = _made(year).filter(on__range=(span.since, span.until), value__in=self.kinds)
        return found.filter(adopted=True) if self.adopted else found


def _made(year: Year) -> Rows:
    answer = StepRow.objects.filter(
        petition=OuterRef("petition"),
        kind=AnswerRecommendation.__name__,
        by=OuterRef("to"),
        value=OuterRef("value"),
        on__gte=OuterRef("on"),
        detail__in=ADOPTED,
    )
    made = StepRow.objects.filter(home__in=year.homes, kind=Recommend.__name__, by__in=year.homes)
    return made.annotate(adopted=Exists(answer))


def _recommended(year: Year) -> dict[tuple[Span, str, bool], int]:
    found: Counter[tuple[Span, str, bool]] = Counter()
    made = _made(year).filter(on__range=(year.last.since, year.this.until))
    for on, value, adopted in made.values_list("on", "value", "adopted"):
        for span in year.spans:
            found[span, value, adopted] += span.since <= on <= span.until
    return found


LED = Source(tally=tallies.LED)
LED_FULL = Source(tally=tallies.LED_FULL)


def indicators() -> Iterator[Indicator]:
    """In the order a report prints them."""
    yield from _recommendations()
    yield from _leads()


def _recommendations() -> Iterator[Indicator]:
    note = "按提出之日计入年度；只计本信访部门所提"
    for kind in Recommendation:
        n = Recommended(kinds=(kind.value,))
        name, term = f"recommendations_{kind.name.lower()}", f"{kind}的建议"
        yield Indicator(name=name, term=term, heading=ADVICE, n=n, unit="件", note=note, cite=cite("41.1(3)"))
    yield Indicator(
        name="adoption_rate",
        term="建议采纳率",
        heading=ADVICE,
        n=Recommended(kinds=ALL, adopted=True),
        d=Recommended(kinds=ALL),
        note=f"被采纳（含部分采纳）的／提出的，三类合计；未反馈的计入分母。{note}",
        cite=cite("41.1(3)"),
    )


def _leads() -> Iterator[Indicator]:
    note = (
        "年度内确定包案领导的信访事项；五级（" + "、".join(LeadLevel) + "）在期末都有包案领导的为五级包案。"
        f"首次来件{COLLECTIVE}人以上的为群体事项。只计事项，不计人"
    )
    for name, term, group in (("group", "群体事项", True), ("single", "个体事项", False)):
        n = Cut(source=LED_FULL, where={"group": (group,)})
        yield Indicator(
            name=f"led_{name}", term=f"五级包案：{term}", heading=LEADS, n=n, unit="件", note=note, cite=cite("18.2")
        )
    yield Indicator(
        name="led_rate",
        term="五级包案率",
        heading=LEADS,
        n=Cut(source=LED_FULL),
        d=Cut(source=LED),
        note=f"五级包案的／包案的。{note}",
        cite=cite("18.2"),
    )
