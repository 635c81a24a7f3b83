# /// script
# requires-python = ">=3.11"
# dependencies = ["django", "psycopg[binary]"]
# [tool.toolcrib]
# module = "pypi:django"
# ///
"""The models of a site serve a script as well, which is its own application: "__main__"."""

import django
from django.conf import settings
from django.db import IntegrityError, connections, models, transaction

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": "ferries.db"}
POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "HOST": "localhost", "USER": "postgres"}
DATABASES = {"default": SQLITE, "server": {"NAME": "postgres", **POSTGRESQL}}
settings.configure(INSTALLED_APPS=["__main__"], DATABASES=DATABASES)
django.setup()


class Boat(models.Model):
    name = models.TextField(primary_key=True)
    seats = models.IntegerField()


class Trip(models.Model):
    to = models.TextField(primary_key=True)
    boat = models.ForeignKey(Boat, models.CASCADE)


for connection in connections.all():
    with connection.schema_editor() as editor:
        editor.create_model(Boat)
        editor.create_model(Trip)
    boats, trips = Boat.objects.using(connection.alias), Trip.objects.using(connection.alias)
    trips.create(to="Seal Rock", boat=boats.create(name="Puffin", seats=12))
    trips.create(to="Café Island", boat=boats.create(name="Tern", seats=24))
    try:
        with transaction.atomic(connection.alias):
            trips.create(to="North Light", boat_id="Puffin")
            boats.create(name="Tern", seats=60)
    except IntegrityError:
        print(f"{connection.vendor}: no second Tern, and so no trip to North Light either")
    boats.filter(name="Tern").update(seats=40)
    for trip in trips.select_related("boat").order_by("boat__seats"):
        print(f"  {trip.to}: {trip.boat.name}, {trip.boat.seats} seats")
