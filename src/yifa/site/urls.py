"""网址 — every address Yifa answers, room by room."""

from django.urls import include, path

from yifa.site.health import health

handler400 = "yifa.site.limits.refused"

urlpatterns = [
    path("health", health, name="health"),
    path("", include("yifa.pages.urls")),
    path("desk/", include("yifa.desk.urls")),
    path("", include("yifa.portal.urls")),
]
