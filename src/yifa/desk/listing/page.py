"""一页列表 — the rows a page shows, what they say, and where the next and the previous page begin."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yifa.desk.listing.asked import Asked
from yifa.desk.listing.walk import Key, Mark, everything, walk, written
from yifa.exchange.sheets import Cell, Column, Sheet
from yifa.organs.models import Staff
from yifa.organs.permissions import reach
from yifa.organs.snapshot import snapshot
from yifa.records.models import ClaimRow, PetitionRecord

PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Line:
    """一行 — a petition in a list; `told`: whether what it is about may be said there."""

    record: PetitionRecord
    told: bool
    claims: tuple[ClaimRow, ...]

    @property
    def summary(self) -> str:
        """What it is about; of a sealed file that others keep, only that it is one."""
        return self.record.summary if self.told else "检举控告材料，内容见案卷"

    @property
    def names(self) -> str:
        """Whose it is."""
        return self.record.names if self.told else "—"

    @property
    def tracks(self) -> tuple[str, ...]:
        """类别 — of its claims; a dash where one is still to be classified."""
        return tuple(dict.fromkeys(one.track or "未分类" for one in self.claims))

    @property
    def handlers(self) -> tuple[str, ...]:
        """承办机关 — by name."""
        organs = snapshot().organs
        return tuple(dict.fromkeys(organs.name(one.handler) for one in self.claims if one.handler))


@dataclass(frozen=True, slots=True)
class Page:
    """一页 — its lines, and the marks behind its first and last one."""

    lines: list[Line]
    newer: str = ""
    older: str = ""

    @property
    def whole(self) -> bool:
        """Whether the list is no longer than this."""
        return not (self.newer or self.older)


def page(staff: Staff, asked: Asked, mark: Mark | None) -> Page:
    """The page from a mark on; without one, the first."""
    found = walk(staff, asked, PER_PAGE + 1, mark)
    more = len(found) > PER_PAGE
    back = mark is not None and mark.back
    keys = found[-PER_PAGE:] if back else found[:PER_PAGE]
    if not keys:
        return Page([])
    before, after = (more, True) if back else (mark is not None, more)
    return Page(lines(staff, keys), written(keys[0]) if before else "", written(keys[-1]) if after else "")


def lines(staff: Staff, keys: Iterable[Key]) -> list[Line]:
    """The lines of petitions that this person may see, in the order given: two queries."""
    wanted = [pk for _, pk in keys]
    records = PetitionRecord.objects.in_bulk(wanted)
    homes = reach(staff).homes
    told = {pk for pk, one in records.items() if not one.sealed or one.home in homes}
    claims: dict[int, list[ClaimRow]] = defaultdict(list)
    for claim in ClaimRow.objects.filter(petition__in=told).order_by("petition", "claim"):
        claims[claim.petition_id].append(claim)
    return [Line(records[pk], pk in told, tuple(claims[pk])) for pk in wanted if pk in records]


COLUMNS = (
    Column("编号", 24),
    Column("收到日期", 12),
    Column("形式", 8),
    Column("信访人", 18),
    Column("人数", 6),
    Column("概况", 60),
    Column("问题属地", 14),
    Column("类别", 10),
    Column("内容分类", 28),
    Column("承办机关", 24),
    Column("阶段", 14),
    Column("最近期限", 12),
    Column("期限暂定", 8),
    Column("重复件次", 8),
    Column("重大紧急", 8),
    Column("检举控告", 8),
)


def sheet(staff: Staff, asked: Asked) -> Sheet:
    """The list as a table: what the filters show, and of it what the person may see."""
    return Sheet("信访事项", COLUMNS, _cells(staff, asked))


def _cells(staff: Staff, asked: Asked) -> Iterator[list[Cell]]:
    organs = snapshot().organs
    for keys in everything(staff, asked):
        for line in lines(staff, keys):
            one = line.record
            yield [
                one.number,
                one.received,
                one.channel,
                line.names,
                one.people if line.told else None,
                line.summary,
                organs.name(one.place) if line.told else "",
                "、".join(line.tracks),
                "；".join(dict.fromkeys(claim.category for claim in line.claims if claim.category)),
                "、".join(line.handlers),
                one.stage,
                one.next_due,
                "暂定" if one.next_due_provisional else "",
                one.repeats,
                "是" if one.urgent else "",
                "是" if one.sealed else "",
            ]
