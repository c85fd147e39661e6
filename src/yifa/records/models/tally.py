"""汇总 — how many rows of each kind every month and day has, so that a year's figures read groups and not rows."""

from django.db import models

from yifa.records.models.record import CATEGORY, CODE


class Tallied(models.Model):
    """A group of projection rows: of which tally, of which home and day, and what figures tell it apart by."""

    home = models.CharField("立卷机关", max_length=CODE)
    month = models.PositiveIntegerField("年月")
    day = models.PositiveSmallIntegerField("日")
    name = models.CharField("汇总", max_length=CODE)
    marks = models.CharField("要素", max_length=2 * CATEGORY)
    counted = models.IntegerField("行数")
    weight = models.BigIntegerField("合计")

    class Meta:
        """No table of its own."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.name} {self.home} {self.month}/{self.day} {self.marks}: {self.counted}"


class TallyTotal(Tallied):
    """汇总数 — of a day, and with day 0 of its whole month."""

    class Meta:
        """One row a group; the index begins with what a year asks by."""

        db_table = "tally_total"
        constraints = [
            models.UniqueConstraint(fields=["home", "month", "day", "name", "marks"], name="tally_one_per_group")
        ]


class TallyChange(Tallied):
    """汇总增减 — what an act added or took away, not yet folded into the totals.  Only inserted: no writer waits for another."""

    class Meta:
        """Few at any time: read whole."""

        db_table = "tally_change"
