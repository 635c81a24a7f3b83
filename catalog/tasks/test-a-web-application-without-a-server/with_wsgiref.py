# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:wsgiref"
# ///
"""A handler runs it as a CGI script would be run, with files in place of the network."""

import io
import sys
from wsgiref.handlers import BaseCGIHandler

from fares import application


def ask(path: str, query: str = "") -> None:
    page = io.BytesIO()
    environ = {"PATH_INFO": path, "QUERY_STRING": query}
    BaseCGIHandler(io.BytesIO(), page, sys.stderr, environ).run(application)
    head, _, body = page.getvalue().decode().partition("\r\n\r\n")
    answer = dict(line.split(": ", 1) for line in head.splitlines())
    print(f"{path}: {answer['Status']}, {answer['Content-Type']}: {body}")


ask("/adult")
ask("/child", "count=3")
ask("/dog")
