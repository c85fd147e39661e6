"""Addresses of papers."""

from django.urls import path

from yifa.desk.papers import batch, office, queue, views

urlpatterns = [
    path("petitions/<str:number>/papers/", views.papers, name="petition-papers"),
    path("petitions/<str:number>/papers/<int:seq>/<str:paper>/", views.paper, name="paper"),
    path("petitions/<str:number>/papers/signed/<int:pk>.<str:kind>", views.signed_file, name="signed-file"),
    path("papers/", queue.signed, name="papers"),
    path("papers/waiting/", queue.waiting, name="papers-waiting"),
    path("papers/batch/", batch.choose, name="papers-batch"),
    path("papers/waiting/sign/", batch.sign_waiting, name="papers-sign-waiting"),
    path("papers/batch/<uuid:pk>/", batch.progress, name="papers-job"),
    path("papers/batch/<uuid:pk>/table/", batch.table, name="papers-job-table"),
    path("papers/batch/<uuid:pk>/pdf/", batch.printed, name="papers-job-pdf"),
    path("papers/templates/", office.templates, name="paper-templates"),
    path("papers/templates/<str:paper>/", office.template, name="paper-template"),
    path("papers/templates/<str:paper>/docx/", office.download, name="paper-template-docx"),
    path("papers/letterhead/", office.letterhead, name="letterhead"),
]
