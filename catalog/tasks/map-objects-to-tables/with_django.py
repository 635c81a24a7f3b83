# /// script
# requires-python = ">=3.11"
# dependencies = ["django", "psycopg[binary]"]
# [tool.toolcrib]
# module = "pypi:django"
# ///
"""The models of a site serve a script as well; using() says which of its databases is meant."""

import django
from django.conf import settings
from django.db import IntegrityError, connections, models, transaction

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": "ferries.db"}
POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "HOST": "localhost", "USER": "postgres"}
settings.configure(DATABASES={"default": SQLITE, "server": {"NAME": "postgres", **POSTGRESQL}})
django.setup()


class Boat(models.Model):
    name = models.TextField(primary_key=True)
    seats = models.IntegerField()

    class Meta:
        app_label = "ferries"


class Trip(models.Model):
    leaves = models.TextField(primary_key=True)
    to = models.TextField()
    boat = models.ForeignKey(Boat, models.CASCADE)

    class Meta:
        app_label = "ferries"


for connection in connections.all():
    print(connection.vendor)
    with connection.schema_editor() as editor:
        editor.create_model(Boat)
        editor.create_model(Trip)
    boats, trips = Boat.objects.using(connection.alias), Trip.objects.using(connection.alias)
    tern = boats.create(name="Tern", seats=24)
    trips.create(leaves="14:30", to="North Light", boat=tern)
    trips.create(leaves="11:05", to="Café Island", boat=tern)
    trips.create(leaves="09:40", to="Seal Rock", boat=boats.create(name="Puffin", seats=12))

    boats.filter(name="Tern").update(seats=40)
    for trip in trips.select_related("boat").order_by("leaves"):
        print(f"  {trip.leaves} {trip.to}: {trip.boat.name}, {trip.boat.seats} seats")

    try:
        with transaction.atomic(using=connection.alias):
            boats.bulk_create([Boat(name="Gannet", seats=8), Boat(name="Tern", seats=60)])
    except IntegrityError:
        print(f"  a second Tern was rolled back, {boats.count()} boats are left")
