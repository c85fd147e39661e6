"""Addresses of the yearly reports; `printing.rows_at` prints the one of the rows."""

from django.urls import path

from yifa.desk.yearbook import kept, views, writing

urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/rows/<int:year>/<path:name>/", views.rows, name="report-rows"),
    path("reports/settled/<int:pk>/", kept.settled, name="report-settled"),
    path("reports/settled/<int:pk>.<str:form>", kept.file, name="report-settled-file"),
    path("reports/<str:kind>/template/", writing.template, name="report-template"),
    path("reports/<str:kind>/<int:year>/", views.report, name="report"),
    path("reports/<str:kind>/<int:year>/settle/", kept.settle, name="report-settle"),
    path("reports/<str:kind>/<int:year>/write/<str:slot>/", writing.write, name="report-write"),
    path("reports/<str:kind>/<int:year>/report.<str:form>", views.file, name="report-file"),
]
