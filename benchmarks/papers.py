"""文书 — written notices (D12) per second: as PDF, as docx, and signed through the one door, each petition its own.

Run in an empty office.
"""

import argparse
import json
import os
from typing import TYPE_CHECKING

import django
from django.core.management import call_command
from population import Population
from timing import Spent, spent

if TYPE_CHECKING:
    from yifa.organs.models import Staff
    from yifa.records.models import PetitionRecord

NOTICES = 1000
PAPER = "D12"


def main() -> None:
    """Print what was measured as JSON: how many notices, pages and bytes, and the seconds of one notice each way."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--notices", type=int, default=NOTICES)
    asked = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(measured(asked.notices)))


def measured(notices: int) -> dict[str, object]:
    """The same notices filled from the record, made into files, and then signed."""
    from yifa.papers.issue import issue
    from yifa.papers.pdf import pdf
    from yifa.papers.prepare import prepare
    from yifa.papers.word import docx

    wanted = _office(notices)
    with spent() as filling:
        documents = [
            prepare(record=record, paper=PAPER, seq=seq, staff=head).document("号", head.name)
            for record, seq, head in wanted
        ]
    pdf(documents[0])  # the typefaces are read before the clock starts
    with spent() as portable:
        made = [pdf(one).content for one in documents]
    with spent() as editable:
        words = [docx(one) for one in documents]
    with spent() as signing:
        signed = [issue(record=record, paper=PAPER, seq=seq, signer=head) for record, seq, head in wanted]
    return {
        "notices": notices,
        "pages": sum(one.pages for one in signed),
        "bytes of a PDF": sum(map(len, made)) // notices,
        "bytes of a docx": sum(map(len, words)) // notices,
        "filled": _each(filling, notices),
        "PDF": _each(portable, notices),
        "docx": _each(editable, notices),
        "signed": _each(signing, notices),
    }


def _office(notices: int) -> "list[tuple[PetitionRecord, int, Staff]]":
    """Petitions up to their notice, the place of it, and the head of the organ that gives it."""
    from yifa.law.acts import Notify
    from yifa.law.paperwork import papers_of
    from yifa.organs.directory import load
    from yifa.records.perform import perform

    population = Population(petitions=10 * notices, banners=1)
    load(population.organs(), by="benchmark")
    wanted, heads = [], {}
    for place in range(10 * notices):
        history = population.acts(place)[1]
        seq = next(
            (seq for seq, act in enumerate(history) if isinstance(act, Notify) and PAPER in papers_of(act)), None
        )
        if seq is None:
            continue
        organ, number = history[seq].by, ""
        for act in history[: seq + 1]:
            record = perform(act=act, number=number)
            number = record.number
        if record.sealed:
            continue  # made one by one, never in bulk
        heads[organ] = heads.get(organ) or _head(organ, len(heads) + 1)
        wanted.append((record, seq, heads[organ]))
        if len(wanted) == notices:
            return wanted
    raise ValueError(f"the population has only {len(wanted)} notices")


def _head(organ: str, serial: int) -> "Staff":
    """Who signs for an organ that is set up to make papers."""
    from yifa.law.articles import numeral
    from yifa.organs.accounts import create_staff
    from yifa.organs.models import Role
    from yifa.organs.profile import OfficeProfile
    from yifa.papers.models import Letterhead

    Letterhead.objects.create(organ=organ, code_word=f"测{numeral(serial)}")
    OfficeProfile.objects.create(
        organ_id=organ, phone="0000-0000001", query="凭编号和查询码在网上查询，办结后可以评价。"
    )
    return create_staff(username=f"head{serial}", name="某负责人", organ=organ, roles=[Role.HEAD])


def _each(whole: Spent, notices: int) -> dict[str, float]:
    return {"cpu": whole.cpu / notices, "wall": whole.wall / notices}


if __name__ == "__main__":
    main()
