"""`yifa sweep`: what petitioners never handed in and nobody fetches any more goes, whether or not anyone comes by."""

import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from datetime import timedelta
from threading import Thread

from django.core.management import call_command

from yifa.casework import jobs
from yifa.portal import drafts
from yifa.portal.following import uploads
from yifa.site.commands.office import migrate
from yifa.site.commands.told import print_json

EVERY = timedelta(days=1)
"""How often a server that runs sweeps."""


def sweep(args: Namespace) -> int:
    """Expired drafts with their files, files chosen on forms never sent, tables nobody fetched, sessions that are over."""
    migrate()
    gone = {"drafts": _all(drafts.sweep), "files": _all(uploads.sweep), "tables": jobs.sweep()}
    call_command("clearsessions")
    if args.json:
        print_json(gone)
    else:
        print("已清理过期的：草稿{drafts}份，没有交上来的文件{files}个，导出的表格{tables}份".format_map(gone))
    return 0


def from_now_on() -> None:
    """Sweep now and once a day as long as this process lives, each time in a process of its own."""
    Thread(target=_daily, daemon=True).start()


def _daily() -> None:
    while True:
        subprocess.run([sys.executable, "-m", "yifa.site.cli", "sweep"], stdout=subprocess.DEVNULL, check=False)
        time.sleep(EVERY.total_seconds())


def _all(some: Callable[[], int]) -> int:
    """Until nothing is left of what is swept a few at a time."""
    return sum(iter(some, 0))
