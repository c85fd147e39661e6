"""工作台, as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """工作台 — the staff's pages."""

    name = "yifa.desk"
    verbose_name = "工作台"
