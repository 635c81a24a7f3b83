"""`python -m toolcrib` and the two console scripts."""

import gc

from toolcrib.cli import run_command_line


def main() -> None:
    """Run the command line and exit with its status."""
    # Values refer to one another in no circle, so to look for one after each 700 of them, as Python
    # does, finds nothing: a tenth of the time of a long list.
    gc.set_threshold(50_000, 20, 100)
    status = run_command_line()
    # What is left ends with the process; looking through it for cycles once more is a tenth of the
    # time of a question.
    gc.freeze()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
