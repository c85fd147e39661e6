"""Addresses of the desk."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from yifa.desk import views

urlpatterns = [
    path("", views.home, name="home"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(next_page="sign-in"), name="sign-out"),
    path("year/<int:year>/", views.year, name="year"),
    path("year/<int:year>/<str:name>/", views.year_rows, name="year-rows"),
    path("petitions/", views.petitions, name="petitions"),
    path("petitions/<str:number>/", views.petition, name="petition"),
    path("law/", views.law, name="law"),
]
