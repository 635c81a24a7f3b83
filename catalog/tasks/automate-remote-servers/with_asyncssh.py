# /// script
# requires-python = ">=3.11"
# dependencies = ["asyncssh"]
# [tool.toolcrib]
# module = "pypi:asyncssh"
# ///
"""gather waits for all servers in one thread; a semaphore says how many are asked at a time."""

import argparse
import asyncio
import sys
from pathlib import Path

import asyncssh


async def work(target: str, command: str, gate: asyncio.Semaphore) -> tuple[str, str]:
    user, _, host = target.rpartition("@")
    try:
        async with gate, asyncssh.connect(host, username=user or (), login_timeout=10) as server:
            done = await server.run(command, stderr=asyncssh.STDOUT)
    except asyncssh.PermissionDenied:
        return "refused", "the login"
    except asyncssh.HostKeyNotVerifiable:
        return "refused", "its host key is not known here"
    except asyncssh.Error as error:
        return "refused", str(error)
    except OSError:
        return "failed", "no connection"
    words = done.stdout.strip()
    failed = "failed", f"status {done.exit_status}: {words}"
    return failed if done.exit_status else ("done", words)


async def main() -> int:
    parser = argparse.ArgumentParser(description="Run a command on several servers over SSH.")
    parser.add_argument("hosts", help="a file with lines like: web1 user@host")
    parser.add_argument("command")
    parser.add_argument("--parallel", type=int, default=5, help="servers at a time (default: 5)")
    args = parser.parse_args()
    if args.parallel < 1:
        parser.error("at least one server at a time")
    servers = dict(line.split() for line in Path(args.hosts).read_text().splitlines())
    gate = asyncio.Semaphore(args.parallel)
    jobs = [work(target, args.command, gate) for target in servers.values()]
    results = await asyncio.gather(*jobs)
    for name, (state, words) in zip(servers, results, strict=True):
        print(f"{name:<9} {state:<8} {words}")
    done = sum(state == "done" for state, _ in results)
    print(f"{done} of {len(servers)} servers did it")
    return int(done < len(servers))


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
