"""gcp-storage-emulator, an emulator of Google Cloud Storage: probed with a list of the buckets."""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_REQUEST = b"GET /storage/v1/b?project=crib HTTP/1.0\r\nHost: localhost\r\n\r\n"

SERVICE = Service(
    name="gcs",
    nature=Nature.EMULATOR,
    program="",
    packages=(),
    distributions=("gcp-storage-emulator",),
    version="/opt/services/gcs/bin/python -c "
    "'from importlib.metadata import version; print(version(\"gcp-storage-emulator\"))'",
    start="exec /opt/services/gcs/bin/python -m gcp_storage_emulator start "
    "--host 127.0.0.1 --port 9023 --in-memory --quiet",
    answers=partial(exchange, 9023, _REQUEST, b"HTTP/1.0 200"),
    environment=(
        ("STORAGE_EMULATOR_HOST", "http://localhost:9023"),
        ("GOOGLE_CLOUD_PROJECT", "crib"),
    ),
)
