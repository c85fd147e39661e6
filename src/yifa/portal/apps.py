"""门户, as Django knows it."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """门户 — the petitioners' pages."""

    name = "yifa.portal"
    verbose_name = "门户"
