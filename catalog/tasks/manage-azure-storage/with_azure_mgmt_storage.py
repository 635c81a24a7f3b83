# /// script
# requires-python = ">=3.11"
# dependencies = ["azure-mgmt-storage", "azure-identity", "azure-storage-blob"]
# [tool.toolcrib]
# module = "pypi:azure-mgmt-storage"
# ///
"""The account is managed here, but not what it stores: its key opens that to another library."""

import argparse
import os
import sys
from pathlib import Path

from azure.core.exceptions import AzureError
from azure.identity import DefaultAzureCredential
from azure.mgmt.storage import StorageManagementClient
from azure.storage.blob import BlobServiceClient


def act(accounts, action: str, group: str, name: str, file: Path) -> None:
    if action == "create":
        wish = {"location": "westeurope", "kind": "StorageV2", "sku": {"name": "Standard_LRS"}}
        account = accounts.begin_create(group, name, wish).result()
        names = " and ".join(key.key_name for key in accounts.list_keys(group, name).keys_property)
        print(f"created {account.name} in {account.location}, with {names}")
    elif action == "list":
        names = [account.name for account in accounts.list_by_resource_group(group)]
        print(f"accounts in {group}:", ", ".join(names) or "none")
    elif action == "delete":
        accounts.delete(group, name)
        print(f"deleted {name}")
    else:
        place = accounts.get_properties(group, name).primary_endpoints.blob
        key = accounts.list_keys(group, name).keys_property[0].value
        container = BlobServiceClient(place, credential=key).get_container_client("files")
        if action == "upload" and not container.exists():
            container.create_container()
        if action == "upload":
            container.upload_blob(file.name, file.read_bytes(), overwrite=True)
        else:
            print(container.download_blob(file.name, encoding="utf-8").readall(), end="")


parser = argparse.ArgumentParser(description="Manage Azure storage accounts and what they store.")
parser.add_argument("group", help="resource group")
parser.add_argument("name", help="storage account")
parser.add_argument("actions", nargs="+", choices=["create", "list", "upload", "read", "delete"])
parser.add_argument("--file", type=Path, help="what to upload or read")
args = parser.parse_args()
if not args.file and {"upload", "read"}.intersection(args.actions):
    parser.error("upload and read need --file")
try:
    where = (os.environ.get(name) for name in ("AZURE_SUBSCRIPTION_ID", "ARM_ENDPOINT"))
    client = StorageManagementClient(DefaultAzureCredential(), *where)
    for action in args.actions:
        act(client.storage_accounts, action, args.group, args.name, args.file)
except KeyboardInterrupt:
    sys.exit(130)
except (OSError, ValueError, AzureError) as error:
    sys.exit(str(error).splitlines()[0])
