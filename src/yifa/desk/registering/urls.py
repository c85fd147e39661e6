"""Addresses of registration."""

from django.urls import path

from yifa.desk.registering import views

urlpatterns = [
    path("register/", views.register, name="register"),
    path("register/look/", views.look, name="register-look"),
    path("register/claim/", views.claim, name="register-claim"),
    path("register/<str:number>/receipt/", views.receipt, name="register-receipt"),
]
