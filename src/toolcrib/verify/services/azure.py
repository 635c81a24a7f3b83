"""A stand-in for Azure's resource manager: probed with a ClientHello, answered by its alert.

No emulator was found that Azure's own libraries for management can talk to, so the program is
toolcrib's (`content/azure`) and it is simulated. A token is had as a managed identity has it, by
the environment; the account `harbourlogs`, once made, is one of "azurite". Run by Gunicorn.
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, tls_at

SERVICE = Service(
    name="azure",
    nature=Nature.SIMULATED,
    program="openssl",
    packages=("openssl",),
    distributions=("flask", "gunicorn"),
    version="echo 1",
    prepare=CERTIFICATE,
    start="exec /opt/services/azure/bin/python -m gunicorn --bind 127.0.0.1:8444 --threads 16 "
    "--certfile /tmp/tls/certificate.pem --keyfile /tmp/tls/key.pem --chdir /srv/azure "
    "--worker-tmp-dir /dev/shm --no-control-socket --log-level warning subscription:app",
    answers=tls_at(8444),
    environment=(
        ("ARM_ENDPOINT", "https://localhost:8444"),
        ("AZURE_SUBSCRIPTION_ID", "5c0ffee5-0000-4000-8000-000000000001"),
        ("IDENTITY_ENDPOINT", "https://localhost:8444/identity/token"),
        ("IDENTITY_HEADER", "harbour"),
        *TRUSTED,
    ),
)
