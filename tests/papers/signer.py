"""An office's process of its own that signs papers: `prepare N` makes N files, `sign NUMBER…` signs their opinions."""

import json
import sys

from django.core.management import call_command

from tests.papers.answered import ANSWERED, OPINION
from tests.records.histories import BANNER, ORGAN
from yifa.organs.accounts import create_staff
from yifa.organs.directory import load
from yifa.organs.models import Role, Staff
from yifa.papers.issue import issue
from yifa.papers.models import Letterhead
from yifa.records.models import PetitionRecord
from yifa.records.perform import perform


def prepare(count: str) -> list[str]:
    """An office, its head, and so many files with an opinion to sign."""
    call_command("migrate", verbosity=0)
    load(BANNER, by="安装")
    Letterhead.objects.create(organ=ORGAN, code_word="示民")
    create_staff(username="head", name="局长", organ=ORGAN, roles=[Role.HEAD])
    return [_file().number for _ in range(int(count))]


def _file() -> PetitionRecord:
    record = PetitionRecord()
    for act in ANSWERED:
        record = perform(act=act, number=record.number)
    return record


def sign(*numbers: str) -> list[str]:
    """The opinions of these files; what number each got."""
    head = Staff.objects.get()
    records = [PetitionRecord.objects.get(number=one) for one in numbers]
    return [issue(record=one, paper="D27", seq=OPINION, signer=head).number for one in records]


def main() -> None:
    """What is asked for, its answer as one line."""
    print(json.dumps({"prepare": prepare, "sign": sign}[sys.argv[1]](*sys.argv[2:]), ensure_ascii=False))  # noqa: T201
