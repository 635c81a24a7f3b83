"""`python -m toolcrib` and the two console scripts."""

import gc

from toolcrib.cli import run_command_line


def main() -> None:
    """Run the command line and exit with its status."""
    status = run_command_line()
    # What is left ends with the process; looking through it for cycles once more is a tenth of the
    # time of a question.
    gc.freeze()
    raise SystemExit(status)


if __name__ == "__main__":
    main()
