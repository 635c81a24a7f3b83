"""What the database holds."""

from django.db import models


class Evening(models.Model):
    title = models.CharField(max_length=80, unique=True)
    day = models.DateField()
    seats = models.PositiveSmallIntegerField(default=24)

    class Meta:
        ordering = ("day",)

    def __str__(self) -> str:
        return self.title
