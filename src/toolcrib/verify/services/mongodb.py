"""NX-27017, which speaks MongoDB's protocol over SQLite: probed with a ping (OP_MSG).

It is an emulator, not MongoDB: no server of MongoDB itself is to be had as a package. The message
is that of the wire protocol: length, number, answered number, operation 2013, flags, one document.
"""

import struct
from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_DOCUMENT = b"\x1e\0\0\0\x10ping\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0"
_PING = struct.pack("<iiiii", 21 + len(_DOCUMENT), 1, 0, 2013, 0) + b"\0" + _DOCUMENT
# The length of an answer with the one document {ok: 1}, which MongoDB itself has as a double.
_PONG = struct.pack("<i", 34)

SERVICE = Service(
    name="mongodb",
    nature=Nature.EMULATOR,
    distributions=("nx-27017",),
    version="echo NX-27017 $(/opt/services/mongodb/bin/python -c "
    "'from importlib.metadata import version; print(version(\"nx-27017\"))')",
    start="exec /opt/services/mongodb/bin/python -m nx_27017.nx_27017 "
    "--db memory --host 127.0.0.1 --port 27017",
    answers=partial(exchange, 27017, _PING, _PONG),
)
