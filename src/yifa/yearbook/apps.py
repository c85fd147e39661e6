"""年鉴, as Django knows it."""

from django.apps import AppConfig


class YearbookConfig(AppConfig):
    """年鉴 — the two yearly reports: what was written into them, and what was settled and sent."""

    name = "yifa.yearbook"
    verbose_name = "年鉴"
