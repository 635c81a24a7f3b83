"""A client with right and wrong readings, who at last comes 200 times at once."""

import asyncio
import json
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

CLIENTS, WAIT = 200, 0.05
QUESTION = b"GET /stations/17 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def ask(path: str, body: dict | None = None) -> dict:
    data = json.dumps(body).encode() if body else None
    request = Request(f"http://localhost:8000{path}", data, {"Content-Type": "application/json"})
    try:
        answer = urlopen(request, timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        print(request.get_method(), path, answer.status)
        return json.load(answer)


async def come_at_once() -> tuple[list[bytes], float]:
    lines = await asyncio.gather(
        *(asyncio.open_connection("127.0.0.1", 8000) for _ in range(CLIENTS))
    )
    start = time.perf_counter()
    for _, writer in lines:
        writer.write(QUESTION)
    answers = await asyncio.gather(*(reader.read() for reader, _ in lines))
    return answers, time.perf_counter() - start


print(" ", ask("/stations/17"))
print(" ", ask("/readings", {"station": 17, "celsius": -3.5}))
for fault in ask("/readings", {"station": 17, "celsius": "cold"})["detail"]:
    print(" ", ".".join(fault["loc"]), "-", fault["msg"])
print(" ", ", ".join(ask("/openapi.json")["paths"]))

rounds = [asyncio.run(come_at_once()) for _ in range(3)]
ok = min(sum(b" 200 OK\r\n" in answer for answer in answers) for answers, _ in rounds)
overlap = min(seconds for _, seconds in rounds) < CLIENTS * WAIT / 10
print(ok, "ok,", "concurrent" if overlap else "one after another")
