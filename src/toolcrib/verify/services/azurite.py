"""Azurite, an emulator of Azure's storage: each of its three servers is probed without a key.

They refuse that in the way of their API (Azure Storage REST API, "Authorize with Shared Key").
The account and its key are those that Microsoft publishes for development; an account `harbourlogs`
with the same key is for the service "azure".
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_ACCOUNT = "devstoreaccount1"
_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
_PORTS = {"Blob": 10000, "Queue": 10001, "Table": 10002}
_LISTS = {"Blob": "?comp=list", "Queue": "?comp=list", "Table": "/Tables"}
_MAIN = "/opt/services/azurite/node_modules/azurite"


def _answers() -> bool:
    return all(exchange(p, _request(_LISTS[n]), b"HTTP/1.1 403") for n, p in _PORTS.items())


def _request(what: str) -> bytes:
    return f"GET /{_ACCOUNT}{what} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode()


def _connection() -> str:
    parts = ["DefaultEndpointsProtocol=http", f"AccountName={_ACCOUNT}", f"AccountKey={_KEY}"]
    parts += [f"{n}Endpoint=http://127.0.0.1:{port}/{_ACCOUNT}" for n, port in _PORTS.items()]
    return ";".join(parts)


SERVICE = Service(
    name="azurite",
    nature=Nature.EMULATOR,
    program="node",
    packages=("nodejs",),
    npm=("azurite@3",),
    version=f"node -p 'require(\"{_MAIN}/package.json\").version'",
    start=f"export AZURITE_ACCOUNTS='{_ACCOUNT}:{_KEY};harbourlogs:{_KEY}'\n"
    f"exec node {_MAIN}/dist/src/azurite.js --silent --inMemoryPersistence "
    "--extentMemoryLimit 256 --skipApiVersionCheck --disableTelemetry",
    answers=_answers,
    environment=(("AZURE_STORAGE_CONNECTION_STRING", _connection()),),
)
