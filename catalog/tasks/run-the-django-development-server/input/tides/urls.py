"""What the site answers."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

HIGH_WATER = {"morning": "05:40", "evening": "18:05"}


def high_water(_: HttpRequest, half: str) -> HttpResponse:
    return HttpResponse(f"High water in the {half}: {HIGH_WATER[half]}")


urlpatterns = [path("<slug:half>/", high_water)]
