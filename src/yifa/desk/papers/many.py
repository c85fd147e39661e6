"""成批签发 — which papers of the chosen files are meant, each signed for itself, and what became of it: the work of a job."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from yifa.casework import jobs
from yifa.casework.models import Job
from yifa.desk.papers.queue import issued, seen
from yifa.law.fold import placed
from yifa.law.paperwork import papers_of
from yifa.organs.models import Staff
from yifa.organs.permissions import visible
from yifa.organs.snapshot import snapshot
from yifa.papers import drafts
from yifa.papers.issue import Order, issue_many
from yifa.papers.kinds import HANDED_OVER, OF_THE_PARTIES, petition_papers
from yifa.papers.matter import maker
from yifa.papers.models import Draft, IssuedPaper
from yifa.records.models import PetitionRecord
from yifa.records.perform import load

KIND = "papers"
"""The name a job of this work goes by."""

MOST = 1000
"""So many files at a time."""

SEALED = "检举控告件的文书逐件制作，不成批签发：《信访工作条例》第三十条第三款"


class Result(StrEnum):
    """结果 — what became of one file, or of one of its papers."""

    SIGNED = "已签发"
    BEFORE = "此前已签发"
    REFUSED = "没有签发"
    NONE = "不用制作"


@dataclass(frozen=True, slots=True)
class Answer:
    """一件的结果 — and the paper that was signed, or why not."""

    number: str
    paper: str
    result: Result
    signed: int | None = None
    reasons: tuple[str, ...] = ()


def offered(staff: Staff) -> list[tuple[str, str]]:
    """The papers that leave the organ and that this person may sign, by number and name."""
    mine = set(drafts.signs(staff)) - HANDED_OVER - OF_THE_PARTIES
    return [(one.number, one.term) for one in petition_papers() if one.outward and one.number in mine]


def targets(staff: Staff, paper: str, numbers: list[str], supplied: Mapping[str, str]) -> Iterator[Order | Answer]:
    """What is to be signed in each file: every such paper of the own organ that is not signed yet; or why there is none."""
    for start in range(0, len(numbers), 100):
        found = PetitionRecord.objects.filter(visible(staff), number__in=numbers[start : start + 100])
        files = {one.number: one for one in found}
        for number in numbers[start : start + 100]:
            if number in files:
                yield from _in_file(staff, files[number], paper, supplied)
            else:
                yield Answer(number, paper, Result.REFUSED, reasons=(f"没有编号为{number}、您可以查看的信访事项",))


def _in_file(staff: Staff, record: PetitionRecord, paper: str, supplied: Mapping[str, str]) -> Iterator[Order | Answer]:
    if record.sealed:
        yield Answer(record.number, paper, Result.REFUSED, reasons=(SEALED,))
        return
    petition, ours = load(record), snapshot().files_of(staff.organ_id)
    owing = [
        seq
        for seq, act in placed(petition.acts).items()
        if paper in papers_of(act) and maker(paper, act, petition) in ours
    ]
    if not owing:
        yield Answer(record.number, paper, Result.NONE)
    signed = {one.seq: one.pk for one in record.issued.filter(paper=paper, replaced_by=None)}
    for seq in owing:
        if seq in signed:
            yield Answer(record.number, paper, Result.BEFORE, signed[seq])
        else:
            yield Order(number=record.number, paper=paper, seq=seq, supplied=supplied)


def run(work: jobs.Work) -> int:
    """Sign them one after the other and write down each answer as it comes; how many there are."""
    staff, asked, done = work.job.staff, work.job.asked, 0
    with work.draft.open("w", encoding="utf-8") as told:
        for one in _answers(staff, asked):
            told.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            told.flush()
            done += 1
            work.tell(done)
    return done


def _answers(staff: Staff, asked: Mapping[str, Any]) -> Iterator[Answer]:
    orders: list[Order] = []
    found = (
        _waiting(staff, asked["drafts"])
        if "drafts" in asked
        else targets(staff, asked["paper"], asked["numbers"], asked["supplied"])
    )
    for one in found:
        if isinstance(one, Answer):
            yield one
        else:
            orders.append(one)
    for outcome in issue_many(orders, staff):
        order, paper = outcome.order, outcome.paper
        if paper:
            yield Answer(order.number, order.paper, Result.SIGNED, paper.pk)
        else:
            yield Answer(order.number, order.paper, Result.REFUSED, reasons=outcome.reasons)


def _waiting(staff: Staff, keys: list[int]) -> Iterator[Order | Answer]:
    """Papers sent for signature, with what was written into each."""
    for one in drafts.waiting_for(staff).filter(pk__in=keys):
        yield Order(number=one.petition.number, paper=one.paper, seq=one.seq, claim=one.claim, supplied=one.supplied)
    signed = Draft.objects.filter(pk__in=keys, state=Draft.State.SIGNED, organ=staff.organ_id, decided_by=staff)
    for one in signed.select_related("petition"):
        standing = one.petition.issued.filter(seq=one.seq, paper=one.paper, replaced_by=None).last()
        yield Answer(one.petition.number, one.paper, Result.BEFORE, standing.pk if standing else None)


def answers(job: Job) -> list[Answer]:
    """The answers so far, as the process wrote them; a line half written is left for the next look."""
    path = jobs.path_so_far(job)
    lines = path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []
    return [Answer(**one | {"result": Result(one["result"])}) for one in map(json.loads, lines)]


def papers_of_answers(staff: Staff, found: list[Answer]) -> dict[int, IssuedPaper]:
    """The signed papers among the answers that this person may still open."""
    keys = [one.signed for one in found if one.signed]
    return {one.pk: one for one in seen(staff, issued(staff).filter(pk__in=keys))}
