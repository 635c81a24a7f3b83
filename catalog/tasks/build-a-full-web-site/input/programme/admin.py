"""What the staff may change."""

from django.contrib import admin

from programme.models import Evening


@admin.register(Evening)
class EveningAdmin(admin.ModelAdmin):
    list_display = ("title", "day", "seats")
