"""The data with which a service starts, made once on a machine."""

import hashlib
import os
import tempfile
from pathlib import Path

from toolcrib.errors import RefusedError
from toolcrib.verify.machine import package_versions
from toolcrib.verify.pod import build_template
from toolcrib.verify.pool import run_one
from toolcrib.verify.services.service import Service


def template(service: Service, cache: Path) -> Path:
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
    path.parent.mkdir(parents=True, exist_ok=True)
    archive = run_one(service, build_template)
    if not archive:
        raise RefusedError(f"{service.name} could not prepare its data", "crib doctor")
    descriptor, staging = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(archive)
    Path(staging).chmod(0o444)
    Path(staging).rename(path)
    return path
