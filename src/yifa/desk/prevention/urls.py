"""Addresses of prevention."""

from django.urls import path

from yifa.desk.prevention import views

urlpatterns = [path("screening/<int:year>/", views.overview, name="screening")]
