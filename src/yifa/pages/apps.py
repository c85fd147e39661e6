"""页面, as Django knows it."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """页面 — the shared look."""

    name = "yifa.pages"
    verbose_name = "页面"
