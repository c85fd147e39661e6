"""Addresses of the pages that are everybody's."""

from django.urls import path

from yifa.pages import views

urlpatterns = [path("law/", views.law, name="law")]
