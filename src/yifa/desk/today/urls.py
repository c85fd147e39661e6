"""Addresses of the day's work."""

from django.urls import path

from yifa.desk.today import views

urlpatterns = [
    path("", views.today, name="home"),
    path("today/export/", views.export, name="owed-export"),
]
