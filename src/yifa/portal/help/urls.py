"""Addresses of the first page and the help."""

from django.urls import path

from yifa.portal.help import views

urlpatterns = [path("", views.home, name="portal-home")]
