# /// script
# requires-python = ">=3.11"
# dependencies = ["sqlalchemy", "psycopg[binary]"]
# [tool.toolcrib]
# module = "pypi:sqlalchemy"
# ///
"""The same program asks another database by another address; text() is for SQL of one's own."""

from sqlalchemy import create_engine, exc, text

ACCOUNTS = [("Ada", 50), ("Grace", 20), ("Miles O'Hara", 0)]
PAYMENTS = [("Ada", "Miles O'Hara", 30), ("Grace", "Ada", 25)]
CREATE = text(
    "CREATE TEMPORARY TABLE account (owner text PRIMARY KEY, euros int CHECK (euros >= 0))"
)
PAY = text("UPDATE account SET euros = euros + :euros WHERE owner = :owner")

engine = create_engine("postgresql+psycopg://postgres@localhost/postgres")
with engine.connect() as db:
    with db.begin():
        db.execute(CREATE)
        rows = [{"owner": owner, "euros": euros} for owner, euros in ACCOUNTS]
        db.execute(text("INSERT INTO account VALUES (:owner, :euros)"), rows)

    for payer, payee, euros in PAYMENTS:
        try:
            with db.begin():
                db.execute(
                    PAY, [{"owner": payee, "euros": euros}, {"owner": payer, "euros": -euros}]
                )
        except exc.IntegrityError:
            print(f"{payer} cannot pay {euros} euros")

    for owner, euros in db.execute(text("SELECT owner, euros FROM account ORDER BY owner")):
        print(f"{owner}: {euros} euros")
