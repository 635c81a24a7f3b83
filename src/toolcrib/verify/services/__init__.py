"""The services, one file each."""

from toolcrib.errors import UsageError
from toolcrib.verify.services import (
    anyhost,
    api,
    azure,
    azurite,
    display,
    docker,
    echo,
    gce,
    gcs,
    gpio,
    kubernetes,
    mail,
    mongodb,
    mosquitto,
    moto,
    oauth,
    openssh,
    postgresql,
    redis,
    serial,
    traffic,
    web,
)
from toolcrib.verify.services.service import Service

ALL: tuple[Service, ...] = (
    redis.SERVICE,
    postgresql.SERVICE,
    mosquitto.SERVICE,
    openssh.SERVICE,
    moto.SERVICE,
    display.SERVICE,
    echo.SERVICE,
    docker.SERVICE,
    web.SERVICE,
    api.SERVICE,
    mail.SERVICE,
    azurite.SERVICE,
    gcs.SERVICE,
    azure.SERVICE,
    gce.SERVICE,
    kubernetes.SERVICE,
    mongodb.SERVICE,
    oauth.SERVICE,
    gpio.SERVICE,
    serial.SERVICE,
    anyhost.SERVICE,
    traffic.SERVICE,
)
NAMES = tuple(service.name for service in ALL)


def services_named(names: tuple[str, ...]) -> tuple[Service, ...]:
    """Return services by name, in the order of the names, each once.

    Raises:
        UsageError: There is no service of that name.
    """
    known = {service.name: service for service in ALL}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no service {name!r}", f"there are: {', '.join(NAMES)}")
    return tuple(known[name] for name in dict.fromkeys(names))
