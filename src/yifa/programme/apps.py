"""法治化工作, as Django knows it."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """法治化工作 — ledgers of the rule-of-law programme."""

    name = "yifa.programme"
    verbose_name = "法治化工作"
