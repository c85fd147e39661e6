"""案卷, as Django knows it."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """案卷 — the record of acts."""

    name = "yifa.records"
    verbose_name = "案卷"
