# /// script
# requires-python = ">=3.11"
# dependencies = ["paramiko"]
# [tool.toolcrib]
# module = "pypi:paramiko"
# ///
"""Its calls wait, so a pool of threads works on several servers; unknown ones are not trusted."""

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import paramiko


def work(target: str, command: str) -> tuple[str, str]:
    user, _, host = target.rpartition("@")
    with paramiko.SSHClient() as client:
        client.load_system_host_keys()
        try:
            client.connect(host, username=user or None, timeout=10)
            _, output, errors = client.exec_command(command)
            words = (output.read() + errors.read()).decode().strip()
            status = output.channel.recv_exit_status()
        except paramiko.AuthenticationException:
            return "refused", "the login"
        except paramiko.SSHException as error:
            unknown = "known_hosts" in str(error)
            return "refused", "its host key is not known here" if unknown else str(error)
        except OSError:
            return "failed", "no connection"
    return ("failed", f"status {status}: {words}") if status else ("done", words)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run a command on several servers over SSH.")
    parser.add_argument("hosts", help="a file with lines like: web1 user@host")
    parser.add_argument("command")
    parser.add_argument("--parallel", type=int, default=5, help="servers at a time (default: 5)")
    args = parser.parse_args()
    if args.parallel < 1:
        parser.error("at least one server at a time")
    servers = dict(line.split() for line in Path(args.hosts).read_text().splitlines())
    pool = ThreadPoolExecutor(args.parallel)
    results = list(pool.map(work, servers.values(), [args.command] * len(servers)))
    for name, (state, words) in zip(servers, results, strict=True):
        print(f"{name:<9} {state:<8} {words}")
    done = sum(state == "done" for state, _ in results)
    print(f"{done} of {len(servers)} servers did it")
    return int(done < len(servers))


try:
    sys.exit(main())
except (OSError, ValueError) as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    os._exit(130)  # sys.exit would wait for the threads of the pool
