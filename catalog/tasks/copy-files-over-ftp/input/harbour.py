"""An FTP server on the loopback interface that keeps its files in a folder of this one."""

import logging
import threading
from pathlib import Path

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

logging.getLogger("pyftpdlib").addHandler(logging.NullHandler())


def start() -> int:
    """Start it and give its port; crib may read and write there with the password barometer."""
    (Path("harbour") / "charts").mkdir(parents=True)
    text = "Brest 06:12 7.1 m\nSaint-Malo 07:40 11.9 m\nRoscoff 06:55\n"
    (Path("harbour") / "tides.txt").write_text(text, encoding="utf-8")
    users = DummyAuthorizer()
    users.add_user("crib", "barometer", "harbour", perm="elradfmw")
    handler = type("Handler", (FTPHandler,), {"authorizer": users})
    server = FTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.address[1]
