"""Pages and JSON over HTTP, and the same as files for any static host."""

import importlib.util

from toolcrib.errors import ToolcribError

_NEEDS = ("jinja2", "pygments", "starlette", "uvicorn")


def require_web() -> None:
    """See that what the extra `web` brings is installed.

    Raises:
        ToolcribError: It is not; the hint is the command that installs it.
    """
    missing = [name for name in _NEEDS if importlib.util.find_spec(name) is None]
    if missing:
        message = f"the site takes {', '.join(missing)}, which a plain installation does without"
        raise ToolcribError(message, "pip install 'toolcrib[web]'")
