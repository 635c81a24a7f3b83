# /// script
# requires-python = ">=3.11"
# dependencies = ["pyserial"]
# [tool.toolcrib]
# module = "pypi:pyserial"
# ///
"""With a timeout, readline comes back from a silent device, with as much as it has said."""

import argparse
import sys

import serial
from serial.tools import list_ports


def main() -> int:
    parser = argparse.ArgumentParser(description="Send lines to a serial device, print answers.")
    parser.add_argument("port", nargs="?", help="such as /dev/ttyUSB0 or COM3; none lists them")
    parser.add_argument("command", nargs="*", help="lines to send")
    parser.add_argument("--baud", type=int, default=9600)
    parser.add_argument("--timeout", type=float, default=0.5, help="seconds (default: 0.5)")
    args = parser.parse_args()
    if not args.port:
        for port in sorted(list_ports.comports()):
            print(port.device, port.description)
        return 0
    silent = 0
    with serial.Serial(args.port, args.baud, timeout=args.timeout) as line:
        for command in args.command:
            line.write(f"{command}\n".encode())
            answer = line.readline().decode("ascii", "replace").strip()
            silent += not answer
            print(f"{command:<14} {answer or f'no answer within {args.timeout:g} s'}")
    return int(silent > 0)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
