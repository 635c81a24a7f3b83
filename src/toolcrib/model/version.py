"""Python versions as they are compared."""

from functools import lru_cache


@lru_cache(1024)
def version_number(version: str) -> tuple[int, ...]:
    """Return a key that sorts `3.9` before `3.11`."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
