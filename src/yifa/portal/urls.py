"""Addresses of the portal, subject by subject."""

from django.urls import include, path

SUBJECTS = ("help", "finding", "filing", "following")

urlpatterns = [path("", include(f"yifa.portal.{subject}.urls")) for subject in SUBJECTS]
