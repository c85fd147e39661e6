#!/bin/sh
# Django 5.2, SQLite: AddField of a NOT NULL column makes the table anew, and every trigger on the old table is gone,
# without a word.  An append-only guard kept by triggers (refusing UPDATE and DELETE) is off after the migration.
# Adding the column by ALTER TABLE ... ADD COLUMN ... DEFAULT keeps both the rows as they lie and the triggers.
# Seen with Django 5.2.19 on SQLite 3.40: "triggers before: 1", "after AddField: 0", "after ALTER TABLE: 1".
# Fails if that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "Django==5.2.19"
cat > "$folder/look.py" <<'PY'
import django
from django.conf import settings
from django.db import connection, models

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}, USE_TZ=True)
django.setup()


class Entry(models.Model):
    text = models.TextField()

    class Meta:
        app_label = "ledger"
        db_table = "entry"


def triggers() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'")
        return cursor.fetchone()[0]


def guard() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        )


with connection.schema_editor() as editor:
    editor.create_model(Entry)
guard()
before = triggers()
field = models.PositiveSmallIntegerField(default=1)
field.set_attributes_from_name("version")
field.model = Entry
with connection.schema_editor() as editor:
    editor.add_field(Entry, field)
after = triggers()
guard()
with connection.cursor() as cursor:
    cursor.execute("ALTER TABLE entry ADD COLUMN other smallint DEFAULT 1 NOT NULL")
kept = triggers()
print(f"Django {django.__version__}: triggers before: {before}; after AddField: {after}; after ALTER TABLE: {kept}")
assert (before, after, kept) == (1, 0, 1)
PY
"$folder/venv/bin/python" "$folder/look.py"
