"""机关、单位, as Django knows it."""

from django.apps import AppConfig


class OrgansConfig(AppConfig):
    """机关、单位 — organs and people."""

    name = "yifa.organs"
    verbose_name = "机关、单位"
