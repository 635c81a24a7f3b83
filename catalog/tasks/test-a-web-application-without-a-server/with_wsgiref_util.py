# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:wsgiref.util"
# ///
"""The application is called as a server would, with a request of which only the point is told."""

from wsgiref.util import setup_testing_defaults

from fares import application


def ask(path: str, query: str = "") -> None:
    environ = {"PATH_INFO": path, "QUERY_STRING": query}
    setup_testing_defaults(environ)
    answered = []
    body = b"".join(application(environ, lambda *answer: answered.append(answer)))
    status, headers = answered[0]
    print(f"{path}: {status}, {dict(headers)['Content-Type']}: {body.decode()}")


ask("/adult")
ask("/child", "count=3")
ask("/dog")
