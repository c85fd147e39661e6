"""Addresses of exports and jobs."""

from django.urls import path

from yifa.desk.jobs import views

urlpatterns = [
    path("jobs/", views.listed, name="jobs"),
    path("jobs/<uuid:pk>/", views.job, name="job"),
    path("jobs/<uuid:pk>/file/", views.file, name="job-file"),
    path("jobs/<uuid:pk>/again/", views.again, name="job-again"),
    path("jobs/<uuid:pk>/drop/", views.drop, name="job-drop"),
    path("year/<int:year>/export.xlsx", views.whole_year, name="year-export"),
    path("year/<int:year>/<str:name>/export/", views.figure, name="figure-export"),
]
