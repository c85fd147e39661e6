"""文书, as Django knows it."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """文书 — papers signed and kept."""

    name = "yifa.papers"
    verbose_name = "文书"
