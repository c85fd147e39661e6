"""Addresses of the interview."""

from django.urls import path

from yifa.portal.finding import views

urlpatterns = [
    path("path/", views.find, name="find-path"),
    path("path/result/", views.result, name="find-path-result"),
    path("path/<str:number>/", views.question, name="find-path-question"),
]
