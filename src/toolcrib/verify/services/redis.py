"""Redis: probed with its own PING."""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

SERVICE = Service(
    name="redis",
    nature=Nature.REAL,
    program="redis-server",
    packages=("redis-server",),
    version="redis-server --version | sed 's/.* v=\\([^ ]*\\).*/\\1/'",
    start="exec redis-server --port 6379 --bind 127.0.0.1 --save '' --appendonly no --dir /tmp",
    answers=partial(exchange, 6379, b"PING\r\n", b"+PONG\r\n"),
)
