# /// script
# requires-python = ">=3.11"
# dependencies = ["psycopg[binary]"]
# [tool.toolcrib]
# module = "pypi:psycopg"
# ///
"""Parameters go to the server apart from the SQL, and a failed transaction leaves no trace."""

import psycopg

ACCOUNTS = [("Ada", 50), ("Grace", 20), ("Miles O'Hara", 0)]
PAYMENTS = [("Ada", "Miles O'Hara", 30), ("Grace", "Ada", 25)]
PAY = "UPDATE account SET euros = euros + %s WHERE owner = %s"

with psycopg.connect(host="localhost", user="postgres", dbname="postgres") as db:
    db.execute(
        "CREATE TEMPORARY TABLE account (owner text PRIMARY KEY, euros int CHECK (euros >= 0))"
    )
    with db.cursor() as cursor:
        cursor.executemany("INSERT INTO account VALUES (%s, %s)", ACCOUNTS)
    db.commit()

    for payer, payee, euros in PAYMENTS:
        try:
            with db.transaction(), db.cursor() as cursor:
                cursor.executemany(PAY, [(euros, payee), (-euros, payer)])
        except psycopg.errors.CheckViolation:
            print(f"{payer} cannot pay {euros} euros")

    for owner, euros in db.execute("SELECT owner, euros FROM account ORDER BY owner"):
        print(f"{owner}: {euros} euros")
