# /// script
# requires-python = ">=3.11"
# dependencies = ["pyftpdlib"]
# [tool.toolcrib]
# module = "std:ftplib"
# build = ["pyftpdlib"]
# ///
"""Each transfer is one call with the command of the protocol, and mlsd tells names, kinds and sizes."""

import ftplib

import harbour

with ftplib.FTP() as server:
    server.connect("127.0.0.1", harbour.start(), timeout=10)
    server.login("crib", "barometer")

    entries = sorted(server.mlsd(facts=["type", "size"]))
    names = [
        f"{name}/" if facts["type"] == "dir" else f"{name} ({facts['size']} bytes)"
        for name, facts in entries
    ]
    print("on the server:", ", ".join(names))

    server.retrlines("RETR tides.txt", print)
    with open("report.csv", "rb") as file:
        server.storbinary("STOR report.csv", file)
    print("sent: report.csv", f"({server.size('report.csv')} bytes)")
    try:
        server.delete("diary.txt")
    except ftplib.error_perm as error:
        print("refused:", error)
