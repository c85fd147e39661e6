"""Addresses of the forms of acts."""

from django.urls import path

from yifa.desk.acting import views

urlpatterns = [
    path("petitions/<str:number>/act/<str:kind>/", views.act, name="act"),
]
