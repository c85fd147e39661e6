"""Addresses of administration."""

from django.urls import path

from yifa.desk.office import calendars, organs, pages, people, readings

urlpatterns = [
    path("office/", pages.office, name="office"),
    path("office/organs/", organs.listed, name="organs"),
    path("office/organs/new/", organs.new, name="organ-new"),
    path("office/organs/<str:code>/", organs.organ, name="organ"),
    path("office/people/", people.listed, name="people"),
    path("office/people/new/", people.new, name="person-new"),
    path("office/people/<int:pk>/", people.person, name="person"),
    path("office/calendars/", calendars.calendars, name="calendars"),
    path("office/published/<str:code>/", pages.published, name="published"),
    path("office/readings/", readings.readings, name="readings"),
    path("office/readings/<str:code>/<str:name>/", readings.reading, name="reading"),
    path("office/check/", pages.check, name="check"),
]
