# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xmlrpc.client"
# ///
"""A remote function looks like a method; MultiCall sends many calls as one request."""

from threading import Thread
from xmlrpc.client import Fault, MultiCall, ServerProxy
from xmlrpc.server import SimpleXMLRPCServer

# The other program: a tide gauge with readings in metres.
LEVELS = {"Brest": [3.1, 4.4, 3.9], "Cuxhaven": [1.8, 2.6, 3.0]}
server = SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False)
server.register_function(lambda port: LEVELS[port], "levels")
server.register_multicall_functions()
Thread(target=server.serve_forever, daemon=True).start()

with ServerProxy(f"http://127.0.0.1:{server.server_address[1]}/") as gauge:
    print("Brest:", gauge.levels("Brest"))
    calls = MultiCall(gauge)
    for port in LEVELS:
        calls.levels(port)
    for port, levels in zip(LEVELS, calls(), strict=True):
        print(f"{port} at most {max(levels)} m")
    try:
        gauge.levels("Atlantis")
    except Fault as fault:
        print("the gauge says:", fault.faultString)
