# /// script
# requires-python = ">=3.11"
# dependencies = ["django"]
# [tool.toolcrib]
# module = "pypi:django"
# ///
"""Django fits into one file, too: what it has to know are its settings and a list of routes."""

import django
from django.conf import settings
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.html import format_html

guests: dict[int, str] = {}


def table(request: HttpRequest, number: int) -> HttpResponse:
    if request.method == "POST":
        guests[number] = request.POST["guest"]
    page = format_html("<h1>Table {}</h1><p>{}</p>", number, guests.get(number, "free"))
    return HttpResponse(page, status=201 if request.method == "POST" else 200)


urlpatterns = [path("tables/<int:number>", table)]

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost"])
django.setup()
call_command("runserver", "8000", use_reloader=False)
