"""A provider of OAuth 1 and OAuth 2, over TLS: probed with a ClientHello, answered by its alert.

The program is toolcrib's own (`content/oauth`), made of Authlib, so it is simulated: no provider
package was found that checks secrets and challenges and knows both protocols. Run by Gunicorn.
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, tls_at

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
    answers=tls_at(8443),
    environment=(
        ("OAUTH_SERVER", "https://localhost:8443"),
        ("OAUTH_CLIENT_ID", "observatory"),
        ("OAUTH_CLIENT_SECRET", "dark-sky"),
        *TRUSTED,
    ),
)
