"""Addresses of the ledgers."""

from django.urls import path

from yifa.desk.ledgers import views

urlpatterns = [
    path("ledgers/", views.home, name="ledgers"),
    path("ledgers/<slug:book>/", views.listed, name="ledger"),
    path("ledgers/<slug:book>/export/", views.export, name="ledger-export"),
    path("ledgers/<slug:book>/new/", views.new, name="ledger-new"),
    path("ledgers/<slug:book>/<int:pk>/", views.row, name="ledger-row"),
    path("ledgers/<slug:book>/<int:pk>/<slug:what>/", views.change, name="ledger-change"),
]
