"""去向和领域指标 — where claims were sent, what they are about, whom they complain of, and what came of reviews."""

from collections.abc import Callable, Iterator

from django.db.models import Q

from yifa.law.acts import (
    Act,
    Assign,
    Extend,
    FinalReviewOpinion,
    Guide,
    RequestFinalReview,
    RequestReview,
    ReviewOpinion,
    Supervise,
    Transfer,
    TransferSealed,
    TransferToJustice,
)
from yifa.law.articles import Citation, cite
from yifa.law.paths import PATHS
from yifa.law.terms import OrganKind, ReviewOutcome, SupervisionGround
from yifa.records import tallies
from yifa.statistics.indicator import Indicator
from yifa.statistics.parts import Cut, Source
from yifa.statistics.year import Year

SENDING = "转送、交办、督办"
REVIEWS = "延期、复查、复核"
PATHS_TAKEN = "导入法定途径"
FIELDS = "涉及领域"
WHERE = "问题属地"
HANDLING = "承办机关"
COMPLAINED = "被投诉较多的机关、单位"

SENT: tuple[type[Act], ...] = (Transfer, Assign, TransferToJustice, TransferSealed, Guide)
ASKED: tuple[type[Act], ...] = (Extend, RequestReview, ReviewOpinion, RequestFinalReview, FinalReviewOpinion)

BY_DAY = "按行为之日计入年度"
MOST = 10
"""How many organs are named as complained of most."""


def _own(year: Year) -> dict[str, Q]:
    """Whether the office did it itself: organs, too, pass on what they hold."""
    return {"own": Q(by__in=year.homes)}


STEPS = Source(tally=tallies.STEPS, flags=_own)
DIVERTED = Source(tally=tallies.DIVERTED)
CLAIMS = Source(tally=tallies.CATEGORIES)
PLACES = Source(tally=tallies.PLACES)
HANDLED = Source(tally=tallies.HANDLERS)
COMPLAINTS = Source(tally=tallies.COMPLAINTS)


def indicators() -> Iterator[Indicator]:
    """In the order a report prints them."""
    yield Indicator(
        name="categories",
        term="涉及领域（诉求）",
        heading=FIELDS,
        n=Cut(source=CLAIMS),
        note="按收到之日计入年度，按内容分类的第一级分列",
        cite=cite("41.1(1)"),
        split=_categories,
    )
    yield Indicator(
        name="complaints",
        term="投诉机关、单位（诉求）",
        heading=COMPLAINED,
        n=Cut(source=COMPLAINTS),
        note=f"一项诉求投诉几个机关的，各计一件；列出投诉最多的{MOST}个，合并的机关并入承继机关；"
        "只列机关名录中的机关、单位，不列个人，不含检举控告",
        cite=cite("41.1(1)"),
        split=_most_complained,
    )
    yield Indicator(
        name="places",
        term="问题属地（诉求）",
        heading=WHERE,
        n=Cut(source=PLACES),
        note="按收到之日计入年度，按苏木乡镇、农牧场分列；不含检举控告件",
        cite=cite("41.1(1)"),
        split=_places,
    )
    yield Indicator(
        name="handled",
        term="承办机关办结（诉求）",
        heading=HANDLING,
        n=Cut(source=HANDLED),
        note="按办结之日计入年度，合并的机关并入承继机关；不含检举控告件",
        cite=cite("41.1(2)"),
        split=_handlers,
    )
    for act in SENT:
        yield _step(act, SENDING, cite("41.1(2)"), own=True)
    yield _step(Supervise, SENDING, cite("41.1(2)"), own=True)
    for ground in SupervisionGround:
        yield _step(Supervise, SENDING, cite("40.1"), own=True, value=ground)
    for act in ASKED:
        yield _step(act, REVIEWS, act.basis)
        if act in {ReviewOpinion, FinalReviewOpinion}:
            for outcome in ReviewOutcome:
                yield _step(act, REVIEWS, act.basis, value=outcome)
    yield Indicator(
        name="diverted",
        term="导入法定途径",
        heading=PATHS_TAKEN,
        n=Cut(source=DIVERTED),
        note="按导入之日计入年度，以现行分类为准，按途径分列",
        cite=cite("31"),
        split=_paths,
    )


def _step(
    act: type[Act],
    heading: str,
    basis: Citation,
    *,
    own: bool = False,
    value: ReviewOutcome | SupervisionGround | None = None,
) -> Indicator:
    where = {"kind": (act.__name__,)} | ({"own": (True,)} if own else {}) | ({"value": (value.value,)} if value else {})
    name = NAMES[act] + (f"_{value.name.lower()}" if value else "")
    return Indicator(
        name=name,
        term=f"{act.term}：{value}" if value else act.term,
        heading=heading,
        n=Cut(source=STEPS, where=where),
        unit="次",
        note=f"{BY_DAY}；只计本信访部门所为" if own else BY_DAY,
        cite=basis,
    )


NAMES: dict[type[Act], str] = {
    Transfer: "transfers",
    Assign: "assignments",
    TransferToJustice: "transfers_to_justice",
    TransferSealed: "sealed_transfers",
    Guide: "guided",
    Supervise: "supervisions",
    Extend: "extensions",
    RequestReview: "review_requests",
    ReviewOpinion: "review_opinions",
    RequestFinalReview: "final_review_requests",
    FinalReviewOpinion: "final_review_opinions",
}


def _part(whole: Indicator, key: str, term: str, n: Cut) -> Indicator:
    return Indicator(
        name=f"{whole.name}.{key}",
        term=f"{whole.heading}：{term}",
        heading=whole.heading,
        n=n,
        note=whole.note,
        version=whole.version,
        cite=whole.cite,
        of=whole.name,
    )


UNCLASSED = "未分类"
OTHERS = "其他"


def _groups(year: Year, source: Source, column: str, key: Callable[[str], str]) -> Iterator[tuple[str, int, Cut]]:
    """The values of a column gathered by a key: how many rows of this year each key has, the most first, no key last."""
    counts = source.values(year, column)
    values: dict[str, list[str]] = {}
    for value in counts:
        values.setdefault(key(value), []).append(value)
    totals = {one: sum(counts[value] for value in gathered) for one, gathered in values.items()}
    for one in sorted(values, key=lambda one: (not one, -totals[one], one)):
        yield one, totals[one], Cut(source=source, where={column: values[one]})


def _categories(year: Year, whole: Indicator) -> Iterator[Indicator]:
    """Categories are the levels of the national table joined by "_"."""
    for top, _, n in _groups(year, CLAIMS, "category", lambda category: category.split("_")[0] or UNCLASSED):
        yield _part(whole, top, top, n)


def _most_complained(year: Year, whole: Indicator) -> Iterator[Indicator]:
    """Only what the directory knows: whoever else a claim complains of may be a person."""
    found = [one for one in _groups(year, COMPLAINTS, "organ", year.standing) if one[0] and one[1]]
    for code, _, n in found[:MOST]:
        yield _part(whole, code, year.directory.organs.name(code), n)


def _places(year: Year, whole: Indicator) -> Iterator[Indicator]:
    """The towns of the directory, by whatever name they go or went; all other places together."""
    known = year.directory
    towns = [organ.code for organ in known.organs if organ.kind is OrganKind.TOWN]
    town_of = {name: known.standing(code) for code in towns for name in known.called(code)}
    yield from _organs(year, whole, _groups(year, PLACES, "place", lambda place: town_of.get(place, "")))


def _handlers(year: Year, whole: Indicator) -> Iterator[Indicator]:
    """The organs that stand today for those that answered."""
    yield from _organs(year, whole, _groups(year, HANDLED, "handler", year.standing))


def _organs(year: Year, whole: Indicator, groups: Iterator[tuple[str, int, Cut]]) -> Iterator[Indicator]:
    for code, _, n in groups:
        yield _part(whole, code or OTHERS, year.directory.organs.name(code) if code else OTHERS, n)


def _paths(year: Year, whole: Indicator) -> Iterator[Indicator]:
    """The paths that were taken, in the order of the law."""
    taken = DIVERTED.values(year, "path")
    for path, known in PATHS.items():
        if path in taken:
            yield _part(whole, path, f"{path} {known.name}", Cut(source=DIVERTED, where={"path": (path,)}))
    if others := [path for path in taken if path not in PATHS]:
        yield _part(whole, UNCLASSED, UNCLASSED, Cut(source=DIVERTED, where={"path": others}))
