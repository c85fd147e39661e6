"""协办, as Django knows it."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """协办 — work between colleagues."""

    name = "yifa.casework"
    verbose_name = "协办"
