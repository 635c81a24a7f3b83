"""A stand-in for Google Compute Engine, over TLS: probed with a ClientHello, answered by its alert.

No emulator was found whose answers Google's own library takes, so the program is toolcrib's
(`content/gce`) and it is simulated. It is found as any private cloud of Google's is: a universe,
`example.test`, named by the environment and by the key of a service account in the solution's home.
Run by Gunicorn.
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, tls_at

_ACCOUNT = """
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out /tmp/account.key 2>/dev/null
cat > /tmp/hand/account.json <<END
{"type": "service_account", "project_id": "harbour", "universe_domain": "example.test",
 "client_id": "1", "client_email": "crib@harbour.example.test", "private_key_id": "1",
 "token_uri": "https://oauth2.example.test/token",
 "private_key": "$(sed 's/$/\\\\n/' /tmp/account.key | tr -d '\\n')"}
END
rm /tmp/account.key
"""

SERVICE = Service(
    name="gce",
    nature=Nature.SIMULATED,
    program="openssl",
    packages=("openssl",),
    distributions=("flask", "gunicorn"),
    version="echo 1",
    prepare=CERTIFICATE + _ACCOUNT,
    start="exec /opt/services/gce/bin/python -m gunicorn --bind 127.0.0.1:443 --threads 16 "
    "--certfile /tmp/tls/certificate.pem --keyfile /tmp/tls/key.pem --chdir /srv/gce "
    "--worker-tmp-dir /dev/shm --no-control-socket --log-level warning engine:app",
    answers=tls_at(443),
    hosts=("compute.example.test",),
    environment=(
        ("GOOGLE_APPLICATION_CREDENTIALS", "/home/crib/account.json"),
        ("GOOGLE_CLOUD_PROJECT", "harbour"),
        ("GOOGLE_CLOUD_UNIVERSE_DOMAIN", "example.test"),
        *TRUSTED,
    ),
)
