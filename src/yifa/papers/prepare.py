"""制作 — a paper of one act: filled, worded and laid out, to be looked at before it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from yifa.law.fold import placed, replay
from yifa.law.notices import PAPERS
from yifa.law.paperwork import papers_of
from yifa.law.petition import Petition
from yifa.organs.directory import directory
from yifa.organs.models import Staff
from yifa.organs.profile import OfficeProfile
from yifa.papers.access import why_not_prepare
from yifa.papers.addressees import addressed
from yifa.papers.document import Document
from yifa.papers.fill import Filled, fill
from yifa.papers.kinds import OF_THE_PARTIES, format_of, series
from yifa.papers.layout import Format
from yifa.papers.matter import Earlier, Matter, covered
from yifa.papers.models import IssuedPaper, Letterhead
from yifa.papers.own import wording_of
from yifa.papers.wording import compose
from yifa.papers.words import day, organ
from yifa.records.calendars import calendar
from yifa.records.models import ActRecord, Attachment, PetitionRecord
from yifa.records.perform import read
from yifa.records.readings import readings_of


class NotPrepared(Exception):  # noqa: N818 - it says what stands in the way, like a refusal by law
    """The paper cannot be made or signed; carries every reason, fit to show."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("；".join(reasons))
        self.reasons = reasons


class Unseen(NotPrepared):
    """There is no such paper for this person: not of the act, or of claims or an organ that are not hers to see."""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """待签文书 — what is known of the paper, what is missing, and how it will look."""

    record: PetitionRecord
    now: Petition
    """The petition as it stands today."""
    matter: Matter
    filled: Filled
    letterhead: Letterhead | None

    @property
    def number(self) -> str:
        """文号 with its serial number left open."""
        return "" if not self.letterhead else self.numbered("　")

    def numbered(self, serial: str) -> str:
        """示信告〔2026〕12号; nothing for a paper that bears none."""
        word = series(self.matter.paper)
        if not word or self.matter.personal or self.letterhead is None:
            return ""
        return f"{self.letterhead.code_word}{word}〔{self.matter.act.on.year}〕{serial}号"

    def document(self, number: str = "", signer: str = "") -> Document:
        """成文 — the paper as it will be printed."""
        matter, form = self.matter, format_of(self.matter.paper)
        number = number or self.number
        values = self.filled.values | {"文号": number, "签发人": signer}
        title, blocks = compose(wording_of(matter.organ, matter.paper.number), values, empty_rows=form is Format.FORM)
        name = "" if matter.personal else organ(matter.organ, matter.act.on, matter.organs)
        letter = form in {Format.LETTER, Format.REPORT}
        return Document(
            form=form,
            title=title,
            blocks=blocks,
            mark=((self.letterhead.mark if self.letterhead else "") or name) if letter else "",
            number=number if form is not Format.FORM else "",
            signer=signer,
            addressee="" if matter.paper.number in OF_THE_PARTIES else addressed(matter),
            organ="" if matter.paper.number in OF_THE_PARTIES else name,
            date=day(matter.act.on),
            copies=matter.supplied.get("抄送", ""),
        )


def prepare(
    *,
    record: PetitionRecord,
    paper: str,
    seq: int,
    staff: Staff,
    claim: str = "",
    supplied: Mapping[str, str] | None = None,
) -> Prepared:
    """制作 — the paper that act `seq` owes, on all claims the act is about or on one of them.

    `supplied` are the fields no act holds, by their terms.  Raises `Unseen` where there is no such paper, or this
    person may not see it.
    """
    recorded = read(record)
    organs, held = directory(), placed(recorded)
    act = held.get(seq)
    after = replay((one for place, one in held.items() if place <= seq), organs)
    if paper not in PAPERS or act is None or paper not in papers_of(act, after):
        raise Unseen(f"第{seq + 1}项行为没有这份文书，或者该行为已经更正撤销")
    before = replay((one for place, one in held.items() if place < seq), organs)
    claims = covered(PAPERS[paper], act, before, after)
    if claim and claim not in claims:
        raise Unseen(f"这项行为与诉求{claim}无关")
    matter = Matter(
        paper=PAPERS[paper],
        number=record.number,
        place=seq,
        held=held,
        organs=organs,
        claims=(claim,) if claim else claims,
        preparer=staff.name,
        supplied=dict(supplied or {}),
        calendar=calendar(),
        readings=readings_of(record.home),
    )
    now = replay(recorded, organs)
    if reasons := list(why_not_prepare(staff, record, matter, now)):
        raise Unseen(*reasons)
    matter = replace(
        matter,
        recorded_at=ActRecord.objects.values_list("recorded_at", flat=True).get(petition=record, seq=seq),
        attachments=tuple(Attachment.objects.filter(petition=record, seq__lte=seq).values_list("name", flat=True)),
        earlier=_earlier(record),
        office=published(matter.organ, record.home),
    )
    letterhead = Letterhead.objects.filter(organ=matter.organ).first()
    return Prepared(record=record, now=now, matter=matter, filled=fill(matter), letterhead=letterhead)


def _earlier(record: PetitionRecord) -> tuple[Earlier, ...]:
    """The signed papers of the file; of one that was replaced, what replaced it."""
    found = IssuedPaper.objects.filter(petition=record, replaced_by=None).exclude(number="")
    return tuple(
        Earlier(paper=one.paper, claims=tuple(one.claims), number=one.number, date=day(one.date)) for one in found
    )


def published(code: str, home: str) -> dict[str, str]:
    """公布的事项 — what an organ has made known (Art. 18¶1), under the names of the fields that print it.

    How to look a petition up, and where help is to be had, the office that registered it says for all.
    """
    profiles = {one.organ_id: one for one in OfficeProfile.objects.filter(organ__in={code, home})}
    own, office = profiles.get(code), profiles.get(home)
    query, aid = (
        next((text for one in (own, office) if one and (text := getattr(one, name))), "")
        for name in ("query", "legal_aid")
    )
    offered = f"需要法律援助的，可以拨打{aid}；生活困难的，可以向当地民政部门申请社会救助。" if aid else ""
    phone = own.phone if own else ""
    return {
        **dict.fromkeys(("查询方式", "查询和评价方式", "仍可查询的方式"), query),
        **dict.fromkeys(("联系人和联系电话", "承办人和联系电话", "经办人及联系电话"), phone),
        "法律援助电话": aid,
        "社会救助、法律援助提示": offered,
    }
