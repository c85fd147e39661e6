"""Address of the batch."""

from django.urls import path

from yifa.desk.batch import views

urlpatterns = [path("batch/", views.batch, name="batch")]
