"""The data with which a service starts, made once on a machine."""

import hashlib
from pathlib import Path

from toolcrib.verify.machine import package_versions
from toolcrib.verify.pool import run_one
from toolcrib.verify.service_room import build_template
from toolcrib.verify.services.service import Service
from toolcrib.verify.whole import write_whole


def templates_for(services: tuple[Service, ...], cache: Path) -> dict[str, str]:
    """Return the archives of those services that have a template, by their names.

    Raises:
        RefusedError: A service's own program could not make it.
    """
    return {s.name: str(_template(s, cache)) for s in services if s.template}


def _template(service: Service, cache: Path) -> Path:
    """Return the archive of a service's template, making it where it is not there yet.

    Its key is the script that makes it and the version of the service's package.

    Raises:
        RefusedError: The service's own program could not make it.
    """
    versions = package_versions()
    parts = [service.template, *(versions.get(name, "") for name in service.packages)]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    path = cache / "templates" / f"{service.name}-{key}.tar"
    if path.exists():
        return path
    archive = run_one(service, build_template)
    write_whole(path, archive, 0o444)
    return path
