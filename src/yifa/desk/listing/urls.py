"""Addresses of the list."""

from django.urls import path

from yifa.desk.listing import views

urlpatterns = [
    path("petitions/", views.petitions, name="petitions"),
    path("lists/export/", views.export, name="petitions-export"),
    path("lists/views/", views.keep_view, name="view-keep"),
    path("lists/views/<int:pk>/drop/", views.drop_view, name="view-drop"),
]
