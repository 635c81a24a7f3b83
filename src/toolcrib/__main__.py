"""`python -m toolcrib` and the two console scripts."""

from toolcrib.cli import run_command_line


def main() -> None:
    """Run the command line and exit with its status."""
    raise SystemExit(run_command_line())


if __name__ == "__main__":
    main()
