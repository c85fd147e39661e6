"""长任务 — work in a process of its own: asked for, begun, told how far it is, taken up again when its process died."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from yifa.casework.models import Job
from yifa.organs.models import Staff

SILENT = timedelta(seconds=30)
"""Without a sign of life for so long, its process is taken for dead."""

KEPT = timedelta(days=7)
"""How long the file stays."""

EVERY = 500
"""A sign of life comes every so many rows."""


class TakenAwayError(Exception):
    """The job was given to another process meanwhile: this one stops."""


def folder() -> Path:
    """Where the files of jobs lie: in the office's data folder, for nobody else."""
    found = Path(settings.HOME) / "jobs"
    found.mkdir(mode=0o700, exist_ok=True)
    return found


def ask(staff: Staff, kind: str, title: str, asked: Mapping[str, object]) -> Job:
    """Ask for one and start its process."""
    sweep()
    job = Job.objects.create(staff=staff, kind=kind, title=title[:120], asked=asked)
    start(job)
    return job


def start(job: Job) -> None:
    """A process of its own, which outlives the page and the server that asked for it."""
    subprocess.Popen(  # noqa: S603 - our own command, and the number of a job
        [sys.executable, "-m", "yifa.site.cli", "job", str(job.pk)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {"YIFA_HOME": str(settings.HOME)},
    )


def lost(job: Job) -> bool:
    """Whether it should be going on, and nothing has been heard of it."""
    going = job.state in {Job.State.WAITING, Job.State.RUNNING}
    return going and timezone.now() - job.beat > SILENT


def restart(job: Job) -> bool:
    """Take up a failed or lost one from the beginning; of two who ask, one does."""
    quiet = Q(state__in=(Job.State.WAITING, Job.State.RUNNING), beat__lt=timezone.now() - SILENT)
    mine = Job.objects.filter(quiet | Q(state=Job.State.FAILED), pk=job.pk)
    if not mine.update(state=Job.State.WAITING, done=0, message="", file="", beat=timezone.now()):
        return False
    start(job)
    return True


def drop(job: Job) -> None:
    """Give it up, and its file; a process still at it stops at its next sign of life."""
    path_of(job).unlink(missing_ok=True)
    job.delete()


def path_of(job: Job) -> Path:
    """Its file; while it is being written, a draft beside it."""
    return folder() / (job.file or f"{job.pk}.none")


def path_so_far(job: Job) -> Path:
    """Its file, also while it is being written."""
    return _draft_of(job.file) if job.state == Job.State.RUNNING else path_of(job)


def _draft_of(token: str) -> Path:
    return folder() / f"{token}.part"


def sweep() -> int:
    """Remove what is older than it is kept; how many went."""
    expired = list(Job.objects.filter(at__lt=timezone.now() - KEPT))
    for old in expired:
        drop(old)
    return len(expired)


@dataclass
class Work:
    """手上的任务 — a job in the hands of this process."""

    job: Job
    token: str

    @property
    def draft(self) -> Path:
        """The file while it is being written: each process writes its own."""
        return _draft_of(self.token)

    def tell(self, done: int) -> None:
        """Say how far it is."""
        self._set(done=done, beat=timezone.now())

    def finish(self, done: int, kind: str = "xlsx") -> None:
        """The file stands: from now on its owner may fetch it."""
        final = f"{self.job.pk}.{kind}"
        self.draft.rename(folder() / final)
        self._set(state=Job.State.DONE, done=done, file=final, beat=timezone.now())

    def fail(self, message: str) -> None:
        """It could not be done, and why."""
        self._set(state=Job.State.FAILED, message=message, file="", beat=timezone.now())

    def _set(self, **values: object) -> None:
        if not Job.objects.filter(pk=self.job.pk, state=Job.State.RUNNING, file=self.token).update(**values):
            raise TakenAwayError


@contextmanager
def taken(pk: uuid.UUID) -> Iterator[Work | None]:
    """Take a waiting job into this process's hands, or none; what goes wrong with it is told on its page."""
    token = uuid.uuid4().hex
    waiting = Job.objects.filter(pk=pk, state=Job.State.WAITING)
    if not waiting.update(state=Job.State.RUNNING, file=token, beat=timezone.now()):
        yield None
        return
    work = Work(Job.objects.select_related("staff__user", "staff__organ").get(pk=pk), token)
    try:
        yield work
    except TakenAwayError:
        pass
    except Exception as error:
        work.fail(str(error) if isinstance(error, ValueError) else "中断了，请再试一次；仍不行的，请管理员查看日志")
        raise
    finally:
        work.draft.unlink(missing_ok=True)
