"""What services are made of beside the system's packages: distributions, or packages of npm."""

from pathlib import Path

from toolcrib.verify.environment import environment
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.npm import npm_folder
from toolcrib.verify.room import Interpreter
from toolcrib.verify.services.service import Service


def service_folders(
    services: tuple[Service, ...], interpreter: Interpreter, cache: Path
) -> dict[str, Path]:
    """Return the folders of those services that need one, by their names, installed once.

    Raises:
        CannotInstallError: A wheel or a package of npm is not to be had.
        ToolcribError: uv or npm is missing, or network or disk failed it.
    """
    folders = {}
    for service in services:
        if service.distributions:
            lock = kept_lock(service.distributions, (), interpreter, cache)
            folders[service.name] = environment(lock, interpreter, cache).path
        elif service.npm:
            folders[service.name] = npm_folder(service.npm, cache)
    return folders
