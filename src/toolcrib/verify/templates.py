"""The data with which a service starts, made once on a machine."""

import hashlib
from pathlib import Path

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import System
from toolcrib.verify.service_room import build_template
from toolcrib.verify.services.service import Service
from toolcrib.verify.whole import write_whole


def templates_for(services: tuple[Service, ...], system: System, cache: Path) -> dict[str, str]:
    """Return the archives of those services that have a template, by their names.

    Raises:
        RefusedError: A service's own program could not make it.
    """
    return {s.name: str(_template(s, system, cache)) for s in services if s.template}


def _template(service: Service, system: System, cache: Path) -> Path:
    """Return the archive of a service's template, making it where it is not there yet.

    Its key is the script that makes it and the version of the service's package.

    Raises:
        RefusedError: The service's own program could not make it.
    """
    versions = system.packages
    parts = [service.template, *(versions.get(name, "") for name in service.packages)]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    path = cache / "templates" / f"{service.name}-{key}.tar"
    if path.exists():
        return path
    try:
        archive = run_one((service, system), build_template)
    except ToolcribError as fault:
        # Only what needs this service is refused: all else can be run.
        raise RefusedError(str(fault), fault.hint) from fault
    write_whole(path, archive, 0o444)
    return path
