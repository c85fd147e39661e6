"""The embedded file, as an office's process opens it."""

import subprocess
import sys

CODE = """
import django
django.setup()
from django.db import connection, transaction
with transaction.atomic(), connection.cursor() as cursor:
    print(connection.in_atomic_block, cursor.execute("PRAGMA journal_mode").fetchone()[0])
    print(cursor.execute("PRAGMA synchronous").fetchone()[0])
    print(cursor.execute("PRAGMA foreign_keys").fetchone()[0])
"""


def test_it_is_opened_for_several_processes(office):
    office["DJANGO_SETTINGS_MODULE"] = "yifa.site.settings"
    done = subprocess.run([sys.executable, "-c", CODE], env=office, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "wal", "1", "1"]
