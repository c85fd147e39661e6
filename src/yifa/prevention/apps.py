"""源头预防, as Django knows it."""

from django.apps import AppConfig


class PreventionConfig(AppConfig):
    """源头预防 — ledgers of screening and proxy cases."""

    name = "yifa.prevention"
    verbose_name = "源头预防"
