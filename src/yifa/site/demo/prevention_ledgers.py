"""源头预防台账 — disputes screened by towns and proxy cases of the demonstration, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from yifa.prevention import ledger
from yifa.prevention.models import Dispute, DisputeKind, ProxyCase
from yifa.site.demo.days import on_or_after, on_or_before
from yifa.site.demo.organs import OFFICE, TOWNS
from yifa.site.demo.people import chance, person_name

BY = "示范旗信访局办公室"


@dataclass(frozen=True, slots=True)
class Counts:
    """一年的台账 — disputes found and resolved; proxy cases accepted, mediated, resolved."""

    found: int
    resolved: int
    accepted: int
    mediated: int
    closed: int


YEARS = {2024: Counts(49, 46, 288, 251, 214), 2025: Counts(57, 55, 375, 339, 293)}
LIVE = Counts(60, 57, 390, 352, 305)
"""A year under way, were it over; it is cut off at the day of loading."""

MATTERS = {
    DisputeKind.FAMILY: "赡养费用分担产生争执",
    DisputeKind.NEIGHBOURS: "院墙滴水和通道使用产生争执",
    DisputeKind.HOUSING: "宅基地界址不清产生争执",
    DisputeKind.LAND: "承包地边界和灌溉先后产生争执",
    DisputeKind.EXPROPRIATION: "地上附着物清点数量有争议",
    DisputeKind.CONTRACT: "农资赊销货款未结清",
    DisputeKind.WAGES: "零工工资未按约支付",
    DisputeKind.INJURY: "农机作业损坏青苗的赔偿有争议",
    DisputeKind.VILLAGE: "村集体收入公示不及时引起疑问",
    DisputeKind.ENVIRONMENT: "养殖粪污堆放影响邻居",
}
RESULTS = (
    "镇村调解员主持调解，双方达成口头协议并履行",
    "签订人民调解协议",
    "现场勘查后确认界址，双方签字",
    "责任方补偿到位",
)
ERRANDS = ("代办社保关系转移材料", "代办残疾证换领", "代为咨询惠农补贴发放", "代办不动产登记预约", "代为协调用水安排", "代办医保报销单据", "代为反映道路损毁", "代办临时救助申请")  # fmt: skip
POSTS = ("村党支部书记", "村委会主任", "驻村工作队队员", "网格员", "镇信访专干")


@dataclass(frozen=True, slots=True)
class Entry:
    """台账行 — one matter and the days of its life, as planned."""

    number: str
    town: str
    begun: date
    mediated: date | None
    done: date | None


def counts_of(year: int) -> Counts:
    """What a year holds."""
    return YEARS.get(year, LIVE)


def disputes(seed: int, year: int) -> list[Entry]:
    """The matters found in a year."""
    rng, counts = chance(seed, year, "disputes"), counts_of(year)
    open_ones = set(rng.sample(range(counts.found), counts.found - counts.resolved))
    return [
        Entry(f"排查{year}-{n + 1:03d}", town, day, None, None if n in open_ones else _later(rng, day, 2, 40))
        for n, (day, town) in enumerate(_days(rng, year, counts.found, last=(12, 12)))
    ]


def proxies(seed: int, year: int) -> list[Entry]:
    """The proxy cases accepted in a year; a few are resolved without mediation."""
    rng, counts = chance(seed, year, "proxies"), counts_of(year)
    order = list(range(counts.accepted))
    rng.shuffle(order)
    mediated = set(order[: counts.mediated])
    unmediated_resolved = 6
    resolved = set(order[: counts.closed - unmediated_resolved]) | set(order[-unmediated_resolved:])
    made = []
    for n, (day, town) in enumerate(_days(rng, year, counts.accepted, last=(12, 18))):
        talked = _later(rng, day, 1, 12) if n in mediated else None
        done = _later(rng, talked or day, 0, 15) if n in resolved else None
        made.append(Entry(f"代办{year}-{n + 1:04d}", town, day, talked, done))
    return made


def _days(rng: Random, year: int, count: int, last: tuple[int, int]) -> list[tuple[date, str]]:
    first = date(year, 1, 3)
    span = (date(year, *last) - first).days
    towns = list(TOWNS)
    return sorted((on_or_after(first + timedelta(days=rng.randint(0, span))), rng.choice(towns)) for _ in range(count))


def _later(rng: Random, day: date, low: int, high: int) -> date:
    """Some days later, and still within the year."""
    later = on_or_after(day + timedelta(days=rng.randint(low, high)))
    return max(day, min(later, on_or_before(date(day.year, 12, 31))))


def enter(seed: int, year: int, today: date) -> Iterator[int]:
    """Bring both ledgers of a year to where they stand on that day; yields how many rows were written for each matter."""
    known = {row.number: row for row in Dispute.objects.filter(organ=OFFICE, found__year=year)}
    for entry in disputes(seed, year):
        yield _dispute(entry, known.get(entry.number), today)
    cases = {row.number: row for row in ProxyCase.objects.filter(organ=OFFICE, accepted__year=year)}
    for entry in proxies(seed, year):
        yield _proxy(entry, cases.get(entry.number), today)


def _dispute(entry: Entry, row: Dispute | None, today: date) -> int:
    if entry.begun > today:
        return 0
    rng, written = chance(entry.number), 0
    kind = rng.choice(list(MATTERS))
    how = rng.choice(RESULTS)
    if row is None:
        text = f"{TOWNS[entry.town]}某村：{MATTERS[kind]}"
        row = ledger.record_dispute(
            organ=OFFICE, town=entry.town, number=entry.number, found=entry.begun, kind=kind, summary=text, by=BY
        )
        written = 1
    if entry.done and entry.done <= today and row.resolved is None:
        ledger.resolve_dispute(row, resolved=entry.done, how=how, by=BY)
        written += 1
    return written


def _proxy(entry: Entry, row: ProxyCase | None, today: date) -> int:
    if entry.begun > today:
        return 0
    rng, written = chance(entry.number), 0
    if row is None:
        row = ledger.accept_proxy(
            organ=OFFICE,
            town=entry.town,
            number=entry.number,
            agent_post=rng.choice(POSTS),
            agent_name=person_name(chance("agent", entry.town, rng.randrange(12))),
            accepted=entry.begun,
            authorised=entry.begun if rng.random() < 0.9 else None,
            summary=rng.choice(ERRANDS),
            by=BY,
        )
        written = 1
    if entry.mediated and entry.mediated <= today and row.mediated is None:
        row = ledger.mediate_proxy(row, mediated=entry.mediated, by=BY)
        written += 1
    if entry.done and entry.done <= today and row.resolved is None:
        ledger.resolve_proxy(row, resolved=entry.done, by=BY)
        written += 1
    return written
