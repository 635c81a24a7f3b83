"""How closed the room of a run was, in a word."""

from toolcrib.model.receipt import Grade


def grade(*, has_own_root: bool, by_cgroup: bool) -> Grade:
    """Return the grade of a closed room.

    Args:
        has_own_root: Whether it had a root file system of its own, not the host's `/usr`.
        by_cgroup: Whether the kernel held it to its memory, not a watchdog.
    """
    if not has_own_root:
        return Grade.HOST
    return Grade.FULL if by_cgroup else Grade.NO_CGROUP
