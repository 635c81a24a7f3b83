# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:termios"
# ///
"""A serial line is a file with settings: raw bytes, a speed, and no waiting beyond VTIME."""

import argparse
import os
import sys
import termios
from pathlib import Path


def set_up(line: int, baud: int, timeout: float) -> None:
    speed = getattr(termios, f"B{baud}")
    settings = termios.tcgetattr(line)
    settings[0] = settings[1] = settings[3] = 0  # input, output and local flags: raw
    settings[2] = termios.CS8 | termios.CREAD | termios.CLOCAL
    settings[4] = settings[5] = speed
    settings[6][termios.VMIN] = 0
    settings[6][termios.VTIME] = int(timeout * 10)
    termios.tcsetattr(line, termios.TCSANOW, settings)


def main() -> int:
    parser = argparse.ArgumentParser(description="Send lines to a serial device, print answers.")
    parser.add_argument("port", nargs="?", help="such as /dev/ttyUSB0; none lists them")
    parser.add_argument("command", nargs="*", help="lines to send")
    parser.add_argument("--baud", type=int, default=9600)
    parser.add_argument("--timeout", type=float, default=0.5, help="seconds, up to 25.5")
    args = parser.parse_args()
    if not args.port:
        print(*sorted(Path("/dev").glob("tty[UA][SCM]*[0-9]")), sep="\n")
        return 0
    silent = 0
    with open(os.open(args.port, os.O_RDWR | os.O_NOCTTY), "r+b", buffering=0) as line:
        set_up(line.fileno(), args.baud, args.timeout)
        for command in args.command:
            line.write(f"{command}\n".encode())
            answer = line.readline().decode("ascii", "replace").strip()
            silent += not answer
            print(f"{command:<14} {answer or f'no answer within {args.timeout:g} s'}")
    return int(silent > 0)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except termios.error as error:
        sys.exit(error.args[1])
    except (OSError, AttributeError, OverflowError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
