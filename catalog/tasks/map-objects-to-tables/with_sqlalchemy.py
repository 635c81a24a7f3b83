# /// script
# requires-python = ">=3.11"
# dependencies = ["sqlalchemy", "psycopg[binary]"]
# [tool.toolcrib]
# module = "pypi:sqlalchemy"
# ///
"""Classes, queries and transactions are written once; the engine's address names the database."""

from sqlalchemy import ForeignKey, create_engine, exc, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, sessionmaker


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boat"
    name: Mapped[str] = mapped_column(primary_key=True)
    seats: Mapped[int]


class Trip(Base):
    __tablename__ = "trip"
    to: Mapped[str] = mapped_column(primary_key=True)
    by: Mapped[str] = mapped_column(ForeignKey("boat.name"))
    boat: Mapped[Boat] = relationship()


for address in ("sqlite:///ferries.db", "postgresql+psycopg://postgres@localhost/postgres"):
    engine = create_engine(address)
    sessions = sessionmaker(engine)
    Base.metadata.create_all(engine)
    with sessions.begin() as session:
        puffin, tern = Boat(name="Puffin", seats=12), Boat(name="Tern", seats=24)
        session.add_all([Trip(to="Seal Rock", boat=puffin), Trip(to="Café Island", boat=tern)])
    try:
        with sessions.begin() as session:
            session.add_all([Trip(to="North Light", by="Puffin"), Boat(name="Tern", seats=60)])
    except exc.IntegrityError:
        print(f"{engine.name}: no second Tern, and so no trip to North Light either")
    with sessions.begin() as session:
        session.get(Boat, "Tern").seats = 40
        for trip in session.scalars(select(Trip).join(Trip.boat).order_by(Boat.seats)):
            print(f"  {trip.to}: {trip.boat.name}, {trip.boat.seats} seats")
