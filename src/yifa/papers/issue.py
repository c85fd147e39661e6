"""签发 — a paper is signed, numbered and kept as it was sent; its service is the law's `Serve` act."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from typst import TypstError

from yifa.organs.models import Staff
from yifa.organs.roles import stands_aside
from yifa.papers.access import why_not_sign
from yifa.papers.kinds import HANDED_OVER
from yifa.papers.models import Draft, IssuedPaper
from yifa.papers.pdf import pdf
from yifa.papers.prepare import NotPrepared, Prepared, prepare
from yifa.papers.word import docx
from yifa.records.attachments import place_of, store
from yifa.records.models import PetitionRecord
from yifa.records.numbering import take

_LOG = logging.getLogger(__name__)


def obstacles(prepared: Prepared, signer: Staff) -> list[str]:
    """为何不能签发 — every reason: what is missing, who signs, what must be set up first."""
    paper = prepared.matter.paper
    found = [str(one) for one in prepared.filled.missing]
    if paper.number in HANDED_OVER:
        found.append(f"{paper.term}当场交给信访人，不签发、不留底（上面有查询码）")
    if aside := stands_aside(signer, prepared.now):
        found.append(aside.reason)
    if why := why_not_sign(signer, prepared.matter):
        found.append(why)
    if prepared.letterhead is None and not prepared.matter.personal and not _unnumbered(prepared):
        found.append("本机关还没有机关代字，文号无法编定；请先在制文设置中填写（如“示信”）")
    return found


def _unnumbered(prepared: Prepared) -> bool:
    return not prepared.matter.paper.outward


def issue(
    *,
    record: PetitionRecord,
    paper: str,
    seq: int,
    signer: Staff,
    claim: str = "",
    supplied: Mapping[str, str] | None = None,
    replaces: IssuedPaper | None = None,
    reason: str = "",
) -> IssuedPaper:
    """签发 — number the paper and keep its files; what is wrong with it later is put right by one that `replaces` it.

    Raises `NotPrepared` with every reason.
    """
    supplied = {term: value.strip() for term, value in (supplied or {}).items() if value.strip()}
    with transaction.atomic():
        # The file is locked: of two clicks the second finds the paper signed.
        PetitionRecord.objects.select_for_update().get(pk=record.pk)
        prepared = prepare(record=record, paper=paper, seq=seq, staff=signer, claim=claim, supplied=supplied)
        if found := obstacles(prepared, signer):
            raise NotPrepared(*found)
        _refuse_twice(prepared, replaces, reason)
        signed = _sign(prepared, signer, supplied, replaces, reason.strip())
        # Whatever waits for a signature on any of these claims is settled with it.
        waiting = Draft.objects.filter(petition=record, seq=seq, paper=paper, claim__in=("", *signed.claims))
        waiting.filter(state=Draft.State.WAITING).update(
            state=Draft.State.SIGNED, decided_by=signer, decided_at=signed.signed_at
        )
        return signed


def standing(record: PetitionRecord, seq: int, paper: str) -> QuerySet[IssuedPaper]:
    """现行的 — the signed ones of a paper, without those that a later one replaces."""
    return record.issued.filter(seq=seq, paper=paper, replaced_by=None).select_related("signer")


def _refuse_twice(prepared: Prepared, replaces: IssuedPaper | None, reason: str) -> None:
    matter = prepared.matter
    same = standing(prepared.record, matter.place, matter.paper.number)
    now = [one for one in same if not set(one.claims).isdisjoint(matter.claims)]
    if replaces is None and now:
        raise NotPrepared(f"{matter.paper.term}已于{now[0].date}签发（{now[0]}）；要更正的，请注明理由重新签发")
    if replaces is not None and (replaces not in now or not reason.strip()):
        raise NotPrepared("只能更正现行的同一文书，并须写明理由")


def _sign(
    prepared: Prepared, signer: Staff, supplied: Mapping[str, str], replaces: IssuedPaper | None, reason: str
) -> IssuedPaper:
    matter, number = prepared.matter, ""
    if prepared.number:
        serial = take(organ=matter.organ, kind=f"文号 {prepared.number.partition('〔')[0]}", year=matter.act.on.year)
        number = prepared.numbered(str(serial))
    document = prepared.document(number, signer.name)
    made = pdf(document)
    return IssuedPaper.objects.create(
        petition=prepared.record,
        seq=matter.place,
        paper=matter.paper.number,
        claims=list(matter.claims),
        organ=matter.organ,
        number=number,
        date=matter.act.on,
        signer=signer,
        values=prepared.filled.values | {"文号": number, "签发人": signer.name},
        supplied=dict(supplied),
        docx=store([docx(document)], folder()),
        pdf=store([made.content], folder()),
        pages=made.pages,
        replaces=replaces,
        reason=reason,
    )


def folder() -> Path:
    """Where the files of signed papers lie, each under its digest; nothing else does, and nothing is taken away."""
    return Path(settings.HOME) / "papers"


class AlteredError(Exception):
    """The file on disk is gone, or is not the one that was signed."""

    def __init__(self) -> None:
        super().__init__("这份文书的文件丢失或者被改动，与签发时的摘要不符；请管理员从备份恢复")


def content(digest: str) -> bytes:
    """The file of a signed paper as it was sent: what does not fit its digest is not given out."""
    path = place_of(digest, folder())
    found = path.read_bytes() if path.exists() else b""
    if hashlib.sha256(found).hexdigest() != digest:
        raise AlteredError
    return found


@dataclass(frozen=True, kw_only=True)
class Order:
    """签发请求 — one paper among many."""

    number: str
    paper: str
    seq: int
    claim: str = ""
    supplied: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """签发结果 — how far the batch is, and what became of this one: the paper, or why not."""

    done: int
    of: int
    order: Order
    paper: IssuedPaper | None = None
    reasons: tuple[str, ...] = ()


def issue_many(orders: Iterable[Order], signer: Staff) -> Iterator[Outcome]:
    """成批签发 — one after the other, each for itself: one that cannot be signed does not hold up the rest."""
    wanted = list(orders)
    for done, order in enumerate(wanted, start=1):
        try:
            record = PetitionRecord.objects.get(number=order.number)
            paper = issue(
                record=record,
                paper=order.paper,
                seq=order.seq,
                signer=signer,
                claim=order.claim,
                supplied=order.supplied,
            )
        except NotPrepared as error:
            yield Outcome(done=done, of=len(wanted), order=order, reasons=error.reasons)
        except (OSError, TypstError, DatabaseError):
            _LOG.exception("%s of %s, act %s", order.paper, order.number, order.seq)
            yield Outcome(
                done=done, of=len(wanted), order=order, reasons=("制作时出错，没有签发；请再试，仍不成的告诉管理员",)
            )
        except PetitionRecord.DoesNotExist:
            yield Outcome(done=done, of=len(wanted), order=order, reasons=(f"没有编号为{order.number}的信访事项",))
        else:
            yield Outcome(done=done, of=len(wanted), order=order, paper=paper)
