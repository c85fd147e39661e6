"""What has expired goes by itself: by the command, and by the server that runs."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from yifa.portal import drafts
from yifa.portal.following import uploads
from yifa.portal.models import LIFE, Draft
from yifa.records import attachments
from yifa.records.models import Attachment
from yifa.site.cli import main

YIFA = Path(sys.executable).with_name("yifa")


@pytest.mark.django_db
def test_the_command_takes_all_that_has_expired_and_nothing_else(settings, tmp_path, capsys):
    settings.HOME = tmp_path
    long_ago = timezone.now() - LIFE - timedelta(days=1)
    old = [Draft.objects.create(touched_at=long_ago) for _ in range(drafts.SWEPT + 1)]
    kept = Draft.objects.create()
    for draft in (f"{old[0].pk}", f"{kept.pk}", f"{uploads.PREFIX}x"):
        attachments.keep(SimpleUploadedFile("信.pdf", draft.encode() + b"%PDF-1.7"), draft=draft)
    Attachment.objects.filter(draft=f"{uploads.PREFIX}x").update(added_at=long_ago)
    Session.objects.create(session_key="over", session_data="", expire_date=long_ago)

    assert main(["sweep", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == {"drafts": drafts.SWEPT + 1, "files": 1, "tables": 0}
    assert list(Draft.objects.all()) == [kept]
    assert [one.draft for one in Attachment.objects.all()] == [f"{kept.pk}"]
    assert len([one for one in (tmp_path / "files").rglob("*") if one.is_file()]) == 1
    assert not Session.objects.exists()


def test_a_server_sweeps_without_being_asked(office):
    subprocess.run([YIFA, "verify"], env=office, check=True, capture_output=True)
    database = Path(office["YIFA_HOME"]) / "yifa.sqlite3"

    def drafts_left():
        with closing(sqlite3.connect(database, timeout=10)) as held:
            return held.execute("SELECT count(*) FROM draft").fetchone()[0]

    with closing(sqlite3.connect(database, timeout=10)) as held, held:
        held.execute("INSERT INTO draft VALUES (?, '{}', '2020-01-01 00:00:00')", ("0" * 32,))
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [YIFA, "serve", "--port", str(port)],
        env=office,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 60
        while drafts_left() and time.monotonic() < until:
            time.sleep(0.2)
        assert drafts_left() == 0
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)
