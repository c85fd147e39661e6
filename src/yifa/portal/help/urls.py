"""Addresses of the first page, the help and the size of type."""

from django.urls import path

from yifa.portal.help import size, views

urlpatterns = [
    path("", views.home, name="portal-home"),
    path("help/", views.guide, name="help"),
    path("size/", size.size, name="size"),
]
