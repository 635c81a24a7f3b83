# /// script
# requires-python = ">=3.11"
# dependencies = ["certifi"]
# [tool.toolcrib]
# module = "std:ssl"
# ///
"""Below every HTTPS client lies a context, which checks signatures and the host's name."""

import json
import os
import ssl
from http.client import HTTPSConnection

import certifi

owner = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
connection = HTTPSConnection("www.example.test", timeout=5, context=owner)
connection.request("GET", "/api/instruments.json")
answer = connection.getresponse()
names = ", ".join(instrument["name"] for instrument in json.load(answer))
print(f"with the authority of its owner: {answer.status}, {names}")
connection.close()

public = ssl.create_default_context(cafile=certifi.where())
connection = HTTPSConnection("www.example.test", timeout=5, context=public)
try:
    connection.connect()
except ssl.SSLCertVerificationError:
    print("with the public authorities alone: certificate refused")
