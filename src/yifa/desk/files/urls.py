"""Addresses of the files."""

from django.urls import path

from yifa.desk.files import beside, views

urlpatterns = [
    path("petitions/<str:number>/", views.petition, name="petition"),
    path("petitions/<str:number>/attachments/<uuid:pk>/", beside.attachment, name="attachment"),
    path("petitions/<str:number>/notes/", beside.note, name="note"),
    path("petitions/<str:number>/hand-over/", beside.handing_over, name="hand-over"),
    path("petitions/<str:number>/query-code/", beside.query_code, name="query-code"),
]
