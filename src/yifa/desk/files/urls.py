"""Addresses of the files."""

from django.urls import path

from yifa.desk.files import views

urlpatterns = [
    path("petitions/", views.petitions, name="petitions"),
    path("petitions/<str:number>/", views.petition, name="petition"),
]
