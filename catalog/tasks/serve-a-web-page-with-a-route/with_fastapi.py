# /// script
# requires-python = ">=3.11"
# dependencies = ["fastapi", "python-multipart", "uvicorn"]
# [tool.toolcrib]
# module = "pypi:fastapi"
# ///
"""Types take the place of code that reads requests: number is of the path, guest of the form."""

from html import escape
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Form
from fastapi.responses import HTMLResponse

app = FastAPI(default_response_class=HTMLResponse)
guests: dict[int, str] = {}


@app.get("/tables/{number:int}")
def show(number: int) -> str:
    return f"<h1>Table {number}</h1><p>{escape(guests.get(number, 'free'))}</p>"


@app.post("/tables/{number:int}", status_code=201)
def reserve(number: int, guest: Annotated[str, Form()]) -> str:
    guests[number] = guest
    return show(number)


uvicorn.run(app, port=8000)
