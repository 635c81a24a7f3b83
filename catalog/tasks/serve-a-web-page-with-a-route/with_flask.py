# /// script
# requires-python = ">=3.11"
# dependencies = ["flask"]
# [tool.toolcrib]
# module = "pypi:flask"
# ///
"""The route says what of the address is a number, so that anything else is a 404 by itself."""

from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)
guests: dict[int, str] = {}


@app.get("/tables/<int:number>")
def show(number: int) -> str:
    return f"<h1>Table {number}</h1><p>{escape(guests.get(number, 'free'))}</p>"


@app.post("/tables/<int:number>")
def reserve(number: int) -> tuple[str, int]:
    guests[number] = request.form["guest"]
    return show(number), 201


app.run(port=8000)
