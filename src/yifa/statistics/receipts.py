"""来件指标 — how many petitions came in: by form, level and month; batches and persons of visits; first and repeat."""

from collections.abc import Collection, Iterator

from yifa.law.articles import cite
from yifa.law.terms import Channel, Level
from yifa.records import tallies
from yifa.records.tallies import COLLECTIVE
from yifa.statistics.indicator import Indicator
from yifa.statistics.parts import Cut, Source

HEADING = "信访总量"
SCOPE = "按收到之日计入年度；一封信、一次网上提交、一次来电、一批来访各为一件次，初次件、重复件和检举控告件都计入"


RECEIPTS = Source(tally=tallies.RECEIPTS)


def indicators() -> Iterator[Indicator]:
    """In the order a report prints them."""
    yield _count("receipts", "信访总量", Cut(source=RECEIPTS), note=SCOPE)
    for channel in (Channel.VISIT, Channel.ONLINE, Channel.LETTER, Channel.PHONE, Channel.FAX):
        name = f"receipts_{channel.name.lower()}"
        yield _count(name, f"信访总量：{channel}", Cut(source=RECEIPTS, where={"channel": (channel.value,)}))
    for level in Level:
        name = f"receipts_{level.name.lower()}"
        yield _count(
            name,
            f"信访总量：{level}登记",
            Cut(source=RECEIPTS, where={"level": (level.value,)}),
            note="按来件登记机关的层级",
        )
    for month in range(1, 13):
        yield _count(f"receipts_m{month:02}", f"信访总量：{month}月", Cut(source=RECEIPTS, month=month))
    yield _visits("visits", "来访批次", "批次", (False, True), weighted=False)
    yield _visits("visit_people", "来访人次", "人次", (False, True), weighted=True)
    yield _visits("collective_visits", "集体访批次", "批次", (True,), weighted=False)
    yield _visits("collective_visit_people", "集体访人次", "人次", (True,), weighted=True)
    first, repeat = (Cut(source=RECEIPTS, where={"repeat": (one,)}) for one in (False, True))
    yield _count("first_receipts", "初次信访", first, note="立卷的来件：同一信访人的同一事项第一次提出")
    yield _count("repeat_receipts", "重复信访", repeat, note="挂接到已立卷事项的来件：同人同事；不限相隔多久")
    yield Indicator(
        name="repeat_rate",
        term="重复信访率",
        heading=HEADING,
        n=repeat,
        d=Cut(source=RECEIPTS),
        note="重复信访件次／信访总量件次",
    )


def _count(name: str, term: str, n: Cut, note: str = "") -> Indicator:
    return Indicator(name=name, term=term, heading=HEADING, n=n, unit="件次", note=note, cite=cite("41.1(1)"))


def _visits(name: str, term: str, unit: str, collective: Collection[bool], *, weighted: bool) -> Indicator:
    n = Cut(source=RECEIPTS, where={"channel": (Channel.VISIT.value,), "collective": collective}, weighted=weighted)
    note = (
        f"{COLLECTIVE}人以上（含{COLLECTIVE}人）的来访为集体访"
        if collective == (True,)
        else "一次接待的一批来访人为一批次"
    )
    return Indicator(name=name, term=term, heading=HEADING, n=n, unit=unit, note=note, cite=cite("41.1(1)"))
