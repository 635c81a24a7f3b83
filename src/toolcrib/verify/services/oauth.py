"""A provider of OAuth 1 and OAuth 2, over TLS: probed with a ClientHello, answered by its alert.

The program is toolcrib's own (`content/oauth`), made of Authlib, so it is simulated: no provider
package was found that checks secrets and challenges and knows both protocols. Run by Gunicorn.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, exchange

# A handshake that offers no cipher is answered by a fatal alert (RFC 8446, sections 4.1.2 and 6.2):
# content type 21, version 3.3, two bytes, level 2.
_VERSION = b"\x03\x03"
_HELLO = _VERSION + bytes(32) + b"\x00" + b"\x00\x02\x00\x00" + b"\x01\x00"
_REQUEST = b"\x16\x03\x01\x00\x2d\x01\x00\x00\x29" + _HELLO
_ALERT = b"\x15\x03\x03\x00\x02\x02"

SERVICE = Service(
    name="oauth",
    nature=Nature.SIMULATED,
    program="openssl",
    packages=("openssl",),
    distributions=("authlib", "flask", "gunicorn"),
    version="echo Authlib $(/opt/services/oauth/bin/python -c "
    "'import authlib; print(authlib.__version__)')",
    prepare=CERTIFICATE,
    start="exec /opt/services/oauth/bin/python -m gunicorn --bind 127.0.0.1:8443 --threads 16 "
    "--certfile /tmp/tls/certificate.pem --keyfile /tmp/tls/key.pem --chdir /srv/oauth "
    "--worker-tmp-dir /dev/shm --no-control-socket --log-level warning provider:app",
    answers=partial(exchange, 8443, _REQUEST, _ALERT),
    environment=(
        ("OAUTH_SERVER", "https://localhost:8443"),
        ("OAUTH_CLIENT_ID", "observatory"),
        ("OAUTH_CLIENT_SECRET", "dark-sky"),
        *TRUSTED,
    ),
)
