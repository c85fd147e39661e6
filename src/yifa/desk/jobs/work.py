"""干活 — what the process of a job does: `yifa job ID`."""

import uuid

from yifa.casework.jobs import EVERY, Work, taken
from yifa.desk.jobs.kinds import KINDS
from yifa.desk.papers import many
from yifa.exchange.sheets import write


def run(pk: uuid.UUID) -> bool:
    """Do what a waiting job asks for; False if it is in other hands, or done."""
    with taken(pk) as work:
        if work is None:
            return False
        if not work.job.staff.active:
            work.fail("申请的人已不在岗")
            return False
        if work.job.kind == many.KIND:
            work.finish(many.run(work), "jsonl")
        else:
            work.finish(_export(work))
    return True


def _export(work: Work) -> int:
    """Write the table, and say now and then how far it is."""
    done = 0
    for done in write(KINDS[work.job.kind](work.job.staff, work.job.asked), work.draft):
        if done % EVERY == 0:
            work.tell(done)
    return done
