# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""verify= names whom to trust; verify=False is no way out, for then anyone could answer."""

import os

import requests

URL = "https://www.example.test/api/instruments.json"

answer = requests.get(URL, verify=os.environ["SSL_CERT_FILE"], timeout=5)
names = ", ".join(instrument["name"] for instrument in answer.json())
print(f"with the authority of its owner: {answer.status_code}, {names}")
try:
    requests.get(URL, verify=requests.certs.where(), timeout=5)
except requests.exceptions.SSLError:
    print("with the public authorities alone: certificate refused")
