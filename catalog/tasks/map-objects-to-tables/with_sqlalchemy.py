# /// script
# requires-python = ">=3.11"
# dependencies = ["sqlalchemy", "psycopg[binary]"]
# [tool.toolcrib]
# module = "pypi:sqlalchemy"
# ///
"""Classes, queries and transactions are written once; the engine's address names the database."""

from sqlalchemy import ForeignKey, create_engine, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Boat(Base):
    __tablename__ = "boat"
    name: Mapped[str] = mapped_column(primary_key=True)
    seats: Mapped[int]


class Trip(Base):
    __tablename__ = "trip"
    leaves: Mapped[str] = mapped_column(primary_key=True)
    to: Mapped[str]
    by: Mapped[str] = mapped_column(ForeignKey("boat.name"))
    boat: Mapped[Boat] = relationship()


for address in ("sqlite:///ferries.db", "postgresql+psycopg://postgres@localhost/postgres"):
    engine = create_engine(address)
    print(engine.name)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        tern, puffin = Boat(name="Tern", seats=24), Boat(name="Puffin", seats=12)
        session.add(Trip(leaves="14:30", to="North Light", boat=tern))
        session.add(Trip(leaves="11:05", to="Café Island", boat=tern))
        session.add(Trip(leaves="09:40", to="Seal Rock", boat=puffin))
        session.commit()

        tern.seats = 40
        session.commit()
        for trip, boat in session.execute(select(Trip, Boat).join(Trip.boat).order_by(Trip.leaves)):
            print(f"  {trip.leaves} {trip.to}: {boat.name}, {boat.seats} seats")

    try:
        with Session(engine) as session, session.begin():
            session.add_all([Boat(name="Gannet", seats=8), Boat(name="Tern", seats=60)])
    except IntegrityError:
        with Session(engine) as session:
            boats = session.scalar(select(func.count()).select_from(Boat))
        print(f"  a second Tern was rolled back, {boats} boats are left")
