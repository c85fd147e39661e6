"""Addresses of filing."""

from django.urls import path

from yifa.portal.filing import ending, views

urlpatterns = [
    path("file/", views.start, name="file"),
    path("file/discard/", views.discard, name="file-discard"),
    path("file/asked/", views.claims, name="file-asked"),
    path("file/asked/<int:number>/", views.claim, name="file-claim"),
    path("file/asked/<int:number>/accused/", views.accused, name="file-accused"),
    path("file/attachments/", ending.files, name="file-attachments"),
    path("file/check/", ending.check, name="file-check"),
    path("file/receipt/", ending.receipt, name="file-receipt"),
    path("file/<str:name>/", views.step, name="file-step"),
]
