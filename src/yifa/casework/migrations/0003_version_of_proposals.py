from django.db import migrations, models


class Migration(migrations.Migration):
    """What waits for a decision was written as version 1."""

    dependencies = [("casework", "0002_keep_interviews")]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="version",
            field=models.PositiveSmallIntegerField(db_default=1, verbose_name="版本"),
        ),
    ]
