# /// script
# requires-python = ">=3.11"
# dependencies = ["fastapi", "uvicorn"]
# [tool.toolcrib]
# module = "pypi:fastapi"
# ///
"""What the body must be is said once, as a class, and serves as check, answer and description."""

import asyncio
from typing import Annotated

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Reading(BaseModel):
    station: int
    celsius: Annotated[float, Field(ge=-90, le=60)]


@app.get("/stations/{station}")
async def station(station: int) -> dict[str, int | str]:
    await asyncio.sleep(0.05)  # as long as a database might take; meanwhile others are served
    return {"station": station, "name": "Hollow Hill"}


@app.post("/readings", status_code=201)
async def add(reading: Reading) -> Reading:
    return reading


uvicorn.run(app, port=8000, log_level="warning")
