"""网址 — every address Yifa answers, room by room."""

from django.urls import include, path

from yifa.site.health import health

urlpatterns = [
    path("health", health, name="health"),
    path("", include("yifa.desk.urls")),
]
