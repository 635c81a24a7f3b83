# /// script
# requires-python = ">=3.11"
# dependencies = ["azure-storage-blob"]
# [tool.toolcrib]
# module = "pypi:azure-storage-blob"
# ///
"""The connection string holds the account's key, so it comes from the environment, not the code."""

import os
from pathlib import Path

from azure.storage.blob import BlobServiceClient

service = BlobServiceClient.from_connection_string(os.environ["AZURE_STORAGE_CONNECTION_STRING"])
container = service.create_container("harbour-logs")
for name in ("tides.csv", "winds.csv"):
    container.upload_blob(f"2026/{name}", Path(name).read_bytes())
container.upload_blob("readme.txt", "Logs of the harbour, a folder for each year.")

for blob in container.list_blobs(name_starts_with="2026/"):
    print(f"{blob.name}: {blob.size} bytes")
print(container.download_blob("2026/tides.csv", encoding="utf-8").readall().splitlines()[0])

container.delete_blob("2026/tides.csv")
left = list(container.list_blob_names(name_starts_with="2026/"))
print("left after one was deleted:", left)
