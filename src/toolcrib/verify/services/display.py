"""Xvfb, an X server without a screen: probed with a connection set-up (X Window System Protocol).

Programs reach it through its abstract socket, which belongs to the pod's network namespace.
"""

import socket
import struct

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service

_SOCKET = "\0/tmp/.X11-unix/X0"
# Little-endian, protocol 11.0, no authorization.
_SETUP = struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0)
_SUCCESS = b"\x01"


def _answers() -> bool:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(0.5)
            connection.connect(_SOCKET)
            connection.sendall(_SETUP)
            return connection.recv(1) == _SUCCESS
    except OSError:
        return False


SERVICE = Service(
    name="display",
    nature=Nature.REAL,
    program="Xvfb",
    packages=("xvfb",),
    version="Xvfb -version 2>&1 | sed -n 's/^X.Org X Server //p'",
    prepare="mkdir -p -m 1777 /tmp/.X11-unix",
    start="exec Xvfb :0 -screen 0 1024x768x24 -nolisten tcp -noreset",
    answers=_answers,
    environment=(("DISPLAY", ":0"),),
)
