# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""A session of its own lets the timeout end the script together with all that it has started."""

import argparse
import os
import signal
import subprocess
import sys
import time
from subprocess import PIPE, STDOUT


def command(script: str) -> list[str]:
    if script.endswith(".py"):
        return [sys.executable, script]
    return [os.path.abspath(script)] if os.access(script, os.X_OK) else ["sh", script]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run a script, and say how it went.")
    parser.add_argument("script")
    parser.add_argument("--timeout", type=float, default=60, help="seconds (default: 60)")
    parser.add_argument("--lines", type=int, default=10, help="last lines shown (default: 10)")
    args = parser.parse_args()
    if not os.path.isfile(args.script):
        parser.error(f"no such script: {args.script}")
    if not args.timeout > 0 or args.lines < 1:
        parser.error("timeout and lines must be above 0")

    start = time.perf_counter()
    line = command(args.script)
    script = subprocess.Popen(line, stdout=PIPE, stderr=STDOUT, start_new_session=True)
    try:
        output, _ = script.communicate(timeout=args.timeout)
        status = script.returncode if script.returncode >= 0 else 128 - script.returncode
    except subprocess.TimeoutExpired:
        os.killpg(script.pid, signal.SIGKILL)
        output, _ = script.communicate()
        status = 124  # as timeout(1) has it
    except BaseException:
        os.killpg(script.pid, signal.SIGTERM)
        raise
    for line in output.decode(errors="replace").splitlines()[-args.lines :]:
        print(line)
    print(f"{args.script}: status {status} after {time.perf_counter() - start:.1f} s")
    return status


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
