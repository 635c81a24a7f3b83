# /// script
# requires-python = ">=3.11"
# dependencies = ["sqlalchemy"]
# [tool.toolcrib]
# module = "pypi:sqlalchemy"
# ///
"""Statements are built from Python, so another database takes no more than another address."""

import sqlalchemy as sa

STOCK = [("drill", 5), ("ladder", 3), ("saw", 8)]
ORDER = [(2, "drill"), (4, "ladder")]

stock = sa.Table(
    "stock",
    sa.MetaData(),
    sa.Column("item", sa.String, primary_key=True),
    sa.Column("pieces", sa.Integer),
    sa.CheckConstraint("pieces >= 0", name="enough_in_stock"),
)
engine = sa.create_engine("sqlite:///shop.db")
with engine.begin() as db:
    stock.create(db)
    db.execute(stock.insert().values(STOCK))
try:
    with engine.begin() as db:
        for pieces, item in ORDER:
            left = stock.update().where(stock.c.item == item)
            db.execute(left.values(pieces=stock.c.pieces - pieces))
except sa.exc.IntegrityError as error:
    print(f"order rolled back: {error.orig}")
engine.dispose()

with engine.connect() as db:
    for item, pieces in db.execute(stock.select().order_by(stock.c.pieces.desc())):
        print(f"{item}: {pieces}")
