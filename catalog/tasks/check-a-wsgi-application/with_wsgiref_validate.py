# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:wsgiref.validate"
# ///
"""The validator stands between server and application and looks at all that passes."""

from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator


def sound(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"high water at noon"]


def sends_text(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return ["high water at noon"]


def names_no_type(environ, start_response):
    start_response("200 OK", [])
    return [b"high water at noon"]


def sends_a_number(environ, start_response):
    start_response(200, [("Content-Type", "text/plain")])
    return [b"high water at noon"]


for application in (sound, sends_text, names_no_type, sends_a_number):
    environ = {"QUERY_STRING": ""}
    setup_testing_defaults(environ)
    try:
        answer = validator(application)(environ, lambda status, headers: None)
        try:
            print(f"{application.__name__}: fine, {len(b''.join(answer))} bytes")
        finally:
            answer.close()
    except AssertionError as error:
        print(f"{application.__name__}: {error}")
