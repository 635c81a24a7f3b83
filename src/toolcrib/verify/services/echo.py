"""socat as an echo server over TCP and UDP (RFC 862): probed with a word that must come back."""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

SERVICE = Service(
    name="echo",
    nature=Nature.REAL,
    program="socat",
    packages=("socat",),
    version="socat -V | sed -n 's/^socat version \\([^ ]*\\).*/\\1/p'",
    start="socat UDP4-RECVFROM:7,fork EXEC:cat & exec socat TCP4-LISTEN:7,fork,reuseaddr EXEC:cat",
    answers=partial(exchange, 7, b"hello", b"hello"),
)
