"""httpbin, which says of every HTTP request what it was: probed with a request for a status.

It is the very program behind httpbin.org, kept by the Python Software Foundation, under Gunicorn.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_REQUEST = b"HEAD /status/204 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

SERVICE = Service(
    name="api",
    nature=Nature.REAL,
    program="",
    packages=(),
    distributions=("httpbin", "gunicorn"),
    version="/opt/services/api/bin/python -c "
    '\'from importlib.metadata import version; print("httpbin", version("httpbin"))\'',
    start="exec /opt/services/api/bin/python -m gunicorn --bind 127.0.0.1:8080 --threads 16 "
    "--worker-tmp-dir /dev/shm --no-control-socket --log-level warning httpbin:app",
    answers=partial(exchange, 8080, _REQUEST, b"HTTP/1.1 204"),
)
