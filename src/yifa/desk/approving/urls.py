"""Addresses of approvals."""

from django.urls import path

from yifa.desk.approving import views

urlpatterns = [
    path("approvals/", views.approvals, name="approvals"),
    path("approvals/<int:pk>/", views.approval, name="approval"),
]
