import django.db.models.deletion
from django.db import migrations, models

FROM_THE_PETITION = """
    UPDATE holder SET (received, next_due) =
        (SELECT petition.received, petition.next_due FROM petition WHERE petition.id = holder.petition_id)
"""
"""What the rows on file say; `yifa rebuild` adds what is owed."""


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_trace_repeats"),
    ]

    operations = [
        migrations.CreateModel(
            name="OwedRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("home", models.CharField(max_length=40, verbose_name="立卷机关")),
                ("place", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("by", models.CharField(max_length=40, verbose_name="义务机关")),
                ("claim", models.CharField(default="", max_length=8, verbose_name="诉求")),
                ("paper", models.CharField(max_length=8, verbose_name="文书")),
                ("of", models.CharField(default="", max_length=8, verbose_name="所送达的文书")),
                ("due", models.DateField(null=True, verbose_name="最迟日期")),
                ("provisional", models.BooleanField(default=False, verbose_name="暂定")),
                ("again", models.BooleanField(default=False, verbose_name="退回、发回")),
                ("basis", models.CharField(max_length=16, verbose_name="依据")),
                ("sealed", models.BooleanField(verbose_name="检举控告")),
            ],
            options={
                "db_table": "owed",
            },
        ),
        migrations.RemoveIndex(
            model_name="claimrow",
            name="claim_subjects_of_year",
        ),
        migrations.RemoveIndex(
            model_name="claimrow",
            name="claim_of_handler",
        ),
        migrations.AddIndex(
            model_name="claimrow",
            index=models.Index(fields=["handler", "home", "-received", "-petition"], name="claim_of_handler"),
        ),
        migrations.RemoveIndex(
            model_name="holderrow",
            name="holder_files_of_organ",
        ),
        migrations.RemoveIndex(
            model_name="petitionrecord",
            name="petition_newest_of_home",
        ),
        migrations.RemoveIndex(
            model_name="petitionrecord",
            name="petition_due_at_home",
        ),
        migrations.AddField(
            model_name="holderrow",
            name="next_due",
            field=models.DateField(null=True, verbose_name="最近期限"),
        ),
        migrations.AddField(
            model_name="holderrow",
            name="received",
            field=models.DateField(null=True, verbose_name="收到日期"),
        ),
        migrations.RunSQL(FROM_THE_PETITION, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="claimrow",
            index=models.Index(
                fields=["home", "received", "petition", "category", "track", "path", "handler"],
                name="claim_subjects_of_year",
            ),
        ),
        migrations.AddIndex(
            model_name="holderrow",
            index=models.Index(
                condition=~models.Q(organ=models.F("home")),
                fields=["organ", "-received", "-petition", "home"],
                name="holder_newest_of_organ",
            ),
        ),
        migrations.AddIndex(
            model_name="holderrow",
            index=models.Index(
                condition=models.Q(next_due__isnull=False) & ~models.Q(organ=models.F("home")),
                fields=["organ", "next_due", "petition", "home"],
                name="holder_due_of_organ",
            ),
        ),
        migrations.AddIndex(
            model_name="petitionrecord",
            index=models.Index(
                fields=["home", "-received", "-id", "stage", "channel", "place", "urgent", "sealed"],
                name="petition_newest_of_home",
            ),
        ),
        migrations.AddIndex(
            model_name="petitionrecord",
            index=models.Index(fields=["home", "next_due", "id"], name="petition_due_at_home"),
        ),
        migrations.AddIndex(
            model_name="petitionrecord",
            index=models.Index(fields=["names", "home", "-received", "-id"], name="petition_of_name"),
        ),
        migrations.AddField(
            model_name="owedrow",
            name="petition",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, to="records.petitionrecord"
            ),
        ),
        migrations.AddIndex(
            model_name="owedrow",
            index=models.Index(fields=["by", "due", "id"], name="owed_by_organ"),
        ),
        migrations.AddIndex(
            model_name="owedrow",
            index=models.Index(
                condition=models.Q(sealed=False, provisional=False),
                fields=["home", "by", "due"],
                name="owed_late_at_home",
            ),
        ),
        migrations.AddIndex(
            model_name="owedrow",
            index=models.Index(condition=models.Q(again=True), fields=["by", "due"], name="owed_again_by_organ"),
        ),
        migrations.AddConstraint(
            model_name="owedrow",
            constraint=models.UniqueConstraint(fields=("petition", "place"), name="owed_one_per_place"),
        ),
    ]
