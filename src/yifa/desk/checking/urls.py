"""Address of the check."""

from django.urls import path

from yifa.desk.checking import views

urlpatterns = [path("check-report/", views.check_report, name="check-report")]
