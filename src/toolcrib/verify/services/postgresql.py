"""PostgreSQL: probed with a start-up message, answered by a request to authenticate.

The message is that of the protocol, version 3.0: length, version, pairs of names and values.
`ROLES` and `DATABASES` of a run, names with blanks between them, are there when it starts.
"""

import struct
from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_NEWEST = "bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)"
_PAIRS = b"user\0postgres\0database\0postgres\0\0"
_HELLO = struct.pack("!ii", 8 + len(_PAIRS), 196608) + _PAIRS
# AuthenticationOk: type R, length 8, code 0.
_WELCOME = b"R" + struct.pack("!ii", 8, 0)

SERVICE = Service(
    name="postgresql",
    nature=Nature.REAL,
    program="/usr/lib/postgresql/*/bin/initdb",
    packages=("postgresql",),
    version=_NEWEST + """; "$bin/postgres" --version | awk '{print $3}'""",
    template=_NEWEST
    + """
"$bin/initdb" --pgdata=/tmp/pg --auth=trust --username=postgres --encoding=UTF8 --locale=C.UTF-8 \\
    --wal-segsize=1 --no-sync --no-instructions >&2
exec tar -C /tmp -cf - pg""",
    start=_NEWEST
    + """
tar -C /tmp -xf /templates/postgresql.tar
if [ -n "$ROLES$DATABASES" ]; then
    {
        for name in $ROLES; do echo "CREATE ROLE \\"$name\\" SUPERUSER LOGIN;"; done
        for name in $DATABASES; do echo "CREATE DATABASE \\"$name\\";"; done
    } | "$bin/postgres" --single -D /tmp/pg -c fsync=off postgres >/dev/null
fi
exec "$bin/postgres" -D /tmp/pg -c listen_addresses=127.0.0.1 -c unix_socket_directories=/tmp \\
    -c fsync=off -c full_page_writes=off -c timezone=UTC -c log_timezone=UTC""",
    answers=partial(exchange, 5432, _HELLO, _WELCOME),
)
