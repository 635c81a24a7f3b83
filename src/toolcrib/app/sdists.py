"""Sdists from the package index, as the user has set it."""

from toolcrib.app.settings import index_settings
from toolcrib.model.module import normalised
from toolcrib.net.files import fetch_file, project_files
from toolcrib.verify.room import Interpreter
from toolcrib.verify.sdists import LARGEST_SDIST, Sdist, by_name, choose_sdist


def fetch_sdist(requirement: str, interpreter: Interpreter) -> Sdist:
    """Get the newest sdist for a requirement; nothing of it is run.

    Raises:
        CannotInstallError: The index has none.
        NetworkError: The index did not answer, or sent something else than it promised.
    """
    settings = index_settings().value
    name = by_name(requirement).name
    file, version = choose_sdist(project_files(name, settings), requirement, interpreter)
    data = fetch_file(file, settings, LARGEST_SDIST)
    return Sdist(name=normalised(name), version=version, file=file.name, data=data)
