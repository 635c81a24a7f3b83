# /// script
# requires-python = ">=3.11"
# dependencies = ["flask"]
# [tool.toolcrib]
# module = "pypi:flask"
# ///
"""send_from_directory serves what lies in the folder, and 404 for all that leads out of it."""

import argparse
import os
import sys

from flask import Flask, Response, request, send_from_directory

parser = argparse.ArgumentParser(description="Serve a directory and /health on 127.0.0.1.")
parser.add_argument("directory", nargs="?", default="logs")
parser.add_argument("--port", type=int, default=8000)
args = parser.parse_args()
if not 0 <= args.port < 65536:
    parser.error("the port must lie between 0 and 65535")
if not os.path.isdir(args.directory):
    sys.exit(f"{args.directory}: not a directory")

app = Flask(__name__, static_folder=None)


@app.get("/health")
def health() -> Response:
    return Response('{"status": "ok"}', mimetype="application/json")


@app.post("/echo")
def echo() -> Response:
    return Response(request.get_data(), mimetype=request.mimetype)


@app.get("/<path:name>")
def file(name: str) -> Response:
    return send_from_directory(os.path.abspath(args.directory), name)


app.run(port=args.port)
sys.exit(130)  # it comes back after Ctrl-C alone
