"""Addresses of the desk, subject by subject."""

from django.urls import include, path

SUBJECTS = (
    "today",
    "signing",
    "office",
    "registering",
    "listing",
    "jobs",
    "batch",
    "files",
    "acting",
    "approving",
    "papers",
    "year",
    "ledgers",
    "prevention",
    "yearbook",
    "checking",
)

urlpatterns = [path("", include(f"yifa.desk.{subject}.urls")) for subject in SUBJECTS]
