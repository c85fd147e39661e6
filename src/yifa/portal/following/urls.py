"""Addresses of the following side: no number and no code stands in any of them."""

from django.urls import path

from yifa.portal.following import doing, views

urlpatterns = [
    path("follow/", views.follow, name="follow"),
    path("follow/leave/", views.leave, name="follow-leave"),
    path("follow/petition/", views.petition, name="my-petition"),
    path("follow/petition/story/", views.told, name="my-story"),
    path("follow/petition/papers/", views.papers, name="my-papers"),
    path("follow/petition/papers/<int:seq>/<str:number>/", views.paper, name="my-paper"),
    path("follow/petition/papers/<int:seq>/<str:number>/<int:key>.pdf", views.signed_paper, name="my-signed-paper"),
    path("follow/petition/files/", views.files, name="my-files"),
    path("follow/petition/files/<uuid:key>/", views.file, name="my-file"),
    path("follow/petition/act/<slug:what>/", doing.act, name="my-act"),
    path("follow/petition/act/<slug:what>/<str:claim>/", doing.act, name="my-claim-act"),
]
