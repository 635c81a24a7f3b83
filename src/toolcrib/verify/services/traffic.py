"""Somebody who sends a word over the wire of a `raw-net` room, five times a second.

It is there for programs that listen to whatever comes. Words go to the port for what is thrown away
(RFC 863); probed at its own.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_START = """
while :; do echo hello | socat -u - UDP4-DATAGRAM:192.0.2.1:9; sleep 0.2; done &
exec socat -u TCP4-LISTEN:9,fork,reuseaddr OPEN:/dev/null"""

SERVICE = Service(
    name="traffic",
    nature=Nature.SIMULATED,
    program="socat",
    packages=("socat",),
    version="socat -V | sed -n 's/^socat version \\([^ ]*\\).*/\\1/p'",
    start=_START,
    answers=partial(exchange, 9, b"", b""),
)
