"""网址 — every address Yifa answers, room by room."""

from django.urls import path

from yifa.site.health import health

urlpatterns = [
    path("health", health, name="health"),
]
