# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing.connection"
# ///
"""Programs that did not start each other meet at an address, and the key keeps strangers out."""

import subprocess
import sys
from datetime import date
from fractions import Fraction
from multiprocessing.connection import Client, Listener

KEY = b"barley"


def add_up(port):
    with Client(("127.0.0.1", port), authkey=KEY) as office:
        office.send({day: sum(parts) for day, parts in office.recv().items()})


if len(sys.argv) > 1:
    add_up(int(sys.argv[1]))
else:
    shares = {
        date(2026, 3, 14): [Fraction(1, 3), Fraction(1, 6)],
        date(2026, 3, 15): [Fraction(1, 4), Fraction(1, 2)],
    }
    with Listener(("127.0.0.1", 0), authkey=KEY) as listener:
        subprocess.Popen([sys.executable, __file__, str(listener.address[1])])
        with listener.accept() as farm:
            farm.send(shares)
            sums = farm.recv()
    for day, share in sums.items():
        print(f"{day:%d %B}: {share} of the field is ploughed")
