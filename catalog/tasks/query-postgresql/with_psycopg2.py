# /// script
# requires-python = ">=3.11"
# dependencies = ["psycopg2-binary"]
# [tool.toolcrib]
# module = "pypi:psycopg2"
# ///
"""A with block over the connection is one transaction: committed whole or not at all."""

from contextlib import closing

import psycopg2
from psycopg2.errors import CheckViolation

ACCOUNTS = [("Ada", 50), ("Grace", 20), ("Miles O'Hara", 0)]
PAYMENTS = [("Ada", "Miles O'Hara", 30), ("Grace", "Ada", 25)]
PAY = "UPDATE account SET euros = euros + %s WHERE owner = %s"

with closing(psycopg2.connect(host="localhost", user="postgres", dbname="postgres")) as db:
    with db, db.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE account (owner text PRIMARY KEY, euros int CHECK (euros >= 0))"
        )
        cursor.executemany("INSERT INTO account VALUES (%s, %s)", ACCOUNTS)

    for payer, payee, euros in PAYMENTS:
        try:
            with db, db.cursor() as cursor:
                cursor.executemany(PAY, [(euros, payee), (-euros, payer)])
        except CheckViolation:
            print(f"{payer} cannot pay {euros} euros")

    with db, db.cursor() as cursor:
        cursor.execute("SELECT owner, euros FROM account ORDER BY owner")
        for owner, euros in cursor:
            print(f"{owner}: {euros} euros")
