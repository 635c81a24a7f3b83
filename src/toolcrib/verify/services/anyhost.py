"""Whatever web server a program asks for, by the names of `HOSTS`: probed with a request.

The program is toolcrib's own (`content/anyhost`), so it is simulated: it has a page, records as
JSON or a small file for any address. For httpbin's own names it is httpbin. Run by Gunicorn, over
HTTP on port 80 and `HTTP_PORTS`, over HTTPS on port 443 and `HTTPS_PORTS`.
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, exchange

_REQUEST = b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
_START = """
serve="/opt/services/anyhost/bin/python -m gunicorn --threads 16 --chdir /srv/anyhost
    --worker-tmp-dir /dev/shm --no-control-socket --log-level warning"
binds() { for port in "$@"; do printf ' --bind 0.0.0.0:%s' "$port"; done; }
$serve $(binds 443 $HTTPS_PORTS) --keyfile /tmp/tls/key.pem --certfile /tmp/tls/certificate.pem \\
    server:app &
exec $serve $(binds 80 $HTTP_PORTS) server:app"""


def _answers() -> bool:
    return exchange(443, b"", b"") and exchange(80, _REQUEST, b"HTTP/1.1 200")


SERVICE = Service(
    name="anyhost",
    nature=Nature.SIMULATED,
    program="openssl",
    packages=("openssl",),
    distributions=("httpbin", "gunicorn"),
    version="echo 1",
    prepare=CERTIFICATE,
    start=_START,
    answers=_answers,
    environment=TRUSTED,
)
