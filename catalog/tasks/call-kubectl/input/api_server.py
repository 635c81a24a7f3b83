"""A stand-in for a cluster's API server: the answers of cluster.json, on port 8001.

kubectl starts it in order to sign in, and goes on when it has closed its output. It ends after a
minute.
"""

import json
import os
import signal
import ssl
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

ANSWERS = json.loads(Path("cluster.json").read_bytes())
CREDENTIAL = {
    "apiVersion": "client.authentication.k8s.io/v1beta1",
    "kind": "ExecCredential",
    "status": {"token": "spring-2026"},
}


class Cluster(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = ANSWERS.get(self.path.partition("?")[0])
        allowed = self.headers["Authorization"] == "Bearer spring-2026"
        self.send_response((200 if answer else 404) if allowed else 401)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 8001), Cluster)
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain("server.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
print(json.dumps(CREDENTIAL), flush=True)
if os.fork() == 0:
    os.setsid()
    signal.alarm(60)
    with open(os.devnull, "r+b") as nothing:
        for stream in range(3):
            os.dup2(nothing.fileno(), stream)
    server.serve_forever()
