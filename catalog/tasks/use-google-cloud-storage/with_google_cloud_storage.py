# /// script
# requires-python = ">=3.11"
# dependencies = ["google-cloud-storage"]
# [tool.toolcrib]
# module = "pypi:google-cloud-storage"
# ///
"""Folders are prefixes of names only, so a listing by prefix is how one looks into one."""

from google.cloud import storage

client = storage.Client()
bucket = client.create_bucket("harbour-logs")
for name in ("tides.csv", "winds.csv"):
    bucket.blob(f"2026/{name}").upload_from_filename(name)
bucket.blob("readme.txt").upload_from_string("Logs of the harbour, a folder for each year.")

for blob in client.list_blobs(bucket, prefix="2026/"):
    print(f"{blob.name}: {blob.size} bytes")
print(bucket.blob("2026/tides.csv").download_as_text().splitlines()[0])

bucket.blob("2026/tides.csv").delete()
left = [blob.name for blob in client.list_blobs(bucket, prefix="2026/")]
print("left after one was deleted:", left)
