# /// script
# requires-python = ">=3.11"
# dependencies = ["azure-identity", "requests"]
# [tool.toolcrib]
# module = "pypi:azure-identity"
# ///
"""It tries environment, managed identity and logins in turn: the same code runs everywhere."""

import os
import time

import requests
from azure.identity import DefaultAzureCredential, ManagedIdentityCredential

SCOPE = "https://management.azure.com/.default"

place = os.environ["ARM_ENDPOINT"]  # in Azure itself: https://management.azure.com
group = f"{place}/subscriptions/{os.environ['AZURE_SUBSCRIPTION_ID']}/resourceGroups/harbour"
url = f"{group}/providers/Microsoft.Compute/virtualMachines?api-version=2024-07-01"

answer = requests.get(url, timeout=10)
print("without a token:", answer.status_code, answer.json()["error"]["code"])

with DefaultAzureCredential() as credential:
    token = credential.get_token(SCOPE).token
answer = requests.get(url, headers={"Authorization": f"Bearer {token}"}, timeout=10)
names = [machine["name"] for machine in answer.json()["value"]]
print("with a token:", answer.status_code, ", ".join(names))

with ManagedIdentityCredential() as credential:
    minutes = (credential.get_token(SCOPE).expires_on - time.time()) / 60
print(f"the machine's own identity: a token for {minutes:.0f} minutes")
