"""Addresses of the year."""

from django.urls import path

from yifa.desk.year import views

urlpatterns = [
    path("year/<int:year>/", views.year, name="year"),
    path("year/<int:year>/<str:name>/", views.rows, name="year-rows"),
]
