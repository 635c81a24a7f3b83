# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3", "certifi"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""A pool is made with the authorities that it trusts, and checks every connection by them."""

import os

import certifi
import urllib3

URL = "https://www.example.test/api/instruments.json"

with urllib3.PoolManager(ca_certs=os.environ["SSL_CERT_FILE"], timeout=5) as pool:
    answer = pool.request("GET", URL)
    names = ", ".join(instrument["name"] for instrument in answer.json())
    print(f"with the authority of its owner: {answer.status}, {names}")
with urllib3.PoolManager(ca_certs=certifi.where(), timeout=5) as pool:
    try:
        pool.request("GET", URL, retries=False)
    except urllib3.exceptions.SSLError:
        print("with the public authorities alone: certificate refused")
