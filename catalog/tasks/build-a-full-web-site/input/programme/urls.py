"""Where everything is."""

from django.contrib import admin
from django.urls import path
from django.views.generic import ListView

from programme.models import Evening

urlpatterns = [
    path("", ListView.as_view(model=Evening)),
    path("admin/", admin.site.urls),
]
