"""The project's settings, for tests: a quick hasher, no key on disk, a database of the run's own.

`YIFA_TEST_DATABASE=postgresql pytest` runs the tests that use the database on PostgreSQL.
"""

import os
import tempfile
from pathlib import Path

# No test may read or write a real office's data, whoever runs it.
os.environ.pop("DATABASE_URL", None)
os.environ["YIFA_HOME"] = str(Path(tempfile.gettempdir()) / f"yifa-tests-{os.getuid()}")
os.environ["YIFA_SECRET_KEY"] = "tests"

from tests import postgres
from yifa.site.database import postgresql
from yifa.site.settings import *  # noqa: F403

ON_POSTGRES = os.environ.get("YIFA_TEST_DATABASE") == "postgresql"
if ON_POSTGRES:
    DATABASES = {"default": postgresql(postgres.url())}
else:
    # A file, as in an office: a database in memory has one connection, which the test and its server would share.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / f"{os.getpid()}.sqlite3")}  # noqa: F405

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
