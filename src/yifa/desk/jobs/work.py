"""干活 — what the process of a job does: `yifa job ID`."""

import uuid

from yifa.casework.jobs import EVERY, taken
from yifa.desk.jobs.kinds import KINDS
from yifa.exchange.sheets import write


def run(pk: uuid.UUID) -> bool:
    """Make the table a waiting job asks for; False if it is in other hands, or done."""
    with taken(pk) as work:
        if work is None:
            return False
        if not work.job.staff.active:
            work.fail("申请导出的人已不在岗")
            return False
        sheet, done = KINDS[work.job.kind](work.job.staff, work.job.asked), 0
        for done in write(sheet, work.draft):
            if done % EVERY == 0:
                work.tell(done)
        work.finish(done)
    return True
