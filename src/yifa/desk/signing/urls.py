"""Addresses of signing in and out."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from yifa.desk.signing import views
from yifa.pages.access import public

urlpatterns = [
    path("sign-in/", public(views.SignIn.as_view()), name="sign-in"),
    path("sign-out/", public(LogoutView.as_view(next_page="sign-in")), name="sign-out"),
    path("password/", views.password, name="password"),
]
