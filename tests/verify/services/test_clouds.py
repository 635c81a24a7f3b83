"""The emulators of clouds, with the clients that people use."""

import pytest

from rooms import given, said_together

pytestmark = [pytest.mark.pod, pytest.mark.index]


def test_azure_storage() -> None:
    """Blobs, queues and tables are written and read by the connection string; two at a time."""
    code = """
import os, sys
from azure.core.exceptions import ResourceExistsError
from azure.data.tables import TableServiceClient
from azure.storage.blob import BlobServiceClient
from azure.storage.queue import QueueServiceClient
word, connection = sys.argv[1], os.environ["AZURE_STORAGE_CONNECTION_STRING"]
blobs = BlobServiceClient.from_connection_string(connection)
queues = QueueServiceClient.from_connection_string(connection)
tables = TableServiceClient.from_connection_string(connection)
print(*blobs.list_containers(), *queues.list_queues(), *tables.list_tables())
plates = blobs.create_container("plates")
plates.upload_blob("north/1.txt", word)
try:
    plates.upload_blob("north/1.txt", "again")
except ResourceExistsError as fault:
    print(fault.error_code)
names = [blob.name for blob in plates.list_blobs(name_starts_with="north/")]
print(names, plates.download_blob("north/1.txt").readall().decode())
jobs = queues.create_queue("jobs")
jobs.send_message(word)
print(jobs.receive_message().content)
stars = tables.create_table("stars")
stars.create_entity({"PartitionKey": "lyra", "RowKey": word, "magnitude": 0.5})
print([dict(star) for star in stars.query_entities("magnitude lt 1.0")])
"""
    clients = ("azure-storage-blob", "azure-storage-queue", "azure-data-tables")
    fields = given(("azurite",), clients)
    for word, answer in said_together(code, "ann", "bob", **fields).items():
        assert answer.splitlines() == [
            "",
            "BlobAlreadyExists",
            f"['north/1.txt'] {word}",
            word,
            f"[{{'PartitionKey': 'lyra', 'RowKey': '{word}', 'magnitude': 0.5}}]",
        ]


def test_google_storage() -> None:
    """Google's client finds the emulator by the environment, with no account; two at a time."""
    code = """
import sys
from google.api_core.exceptions import Conflict
from google.cloud import storage
client = storage.Client()
print(*client.list_buckets())
bucket = client.create_bucket("plates")
bucket.blob("north/1.txt").upload_from_string(sys.argv[1])
bucket.blob("north/big").upload_from_string(bytes(300_000))
print([blob.name for blob in client.list_blobs("plates", prefix="north/")])
print(bucket.blob("north/1.txt").download_as_text(), bucket.get_blob("north/big").size)
for what, name in ((bucket.get_blob, "south"), (client.create_bucket, "plates")):
    try:
        print(what(name))
    except Conflict as fault:
        print(fault.code)
"""
    fields = given(("gcs",), ("google-cloud-storage",))
    for word, answer in said_together(code, "ann", "bob", **fields).items():
        assert answer.splitlines() == [
            "",
            "['north/1.txt', 'north/big']",
            f"{word} 300000",
            "None",
            "409",
        ]
