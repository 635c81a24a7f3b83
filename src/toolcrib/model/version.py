"""Python versions as they are compared."""


def version_number(version: str) -> tuple[int, ...]:
    """Return a key that sorts `3.9` before `3.11`."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
