"""A monitor that asks for the health check and for logs, and tries what it must not get."""

import http.client
import socket


def ask(method: str, path: str, body: str | None = None) -> None:
    client = http.client.HTTPConnection("127.0.0.1", 8000, timeout=10)
    client.request(method, path, body)
    answer = client.getresponse()
    text = answer.read().decode().strip()
    print(method, path, answer.status)
    if answer.status == 200:
        print(" ", text)
    client.close()


ask("GET", "/health")
ask("GET", "/app.log")
ask("POST", "/echo", '{"disk": "full"}')
ask("GET", "/../logs/app.log")
ask("GET", "/debug.log")
try:
    socket.create_connection(("127.0.0.2", 8000), timeout=10)
except ConnectionRefusedError:
    print("127.0.0.2, another address of the same machine: refused")
