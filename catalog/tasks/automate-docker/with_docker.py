# /// script
# requires-python = ">=3.11"
# dependencies = ["docker"]
# [tool.toolcrib]
# module = "pypi:docker"
# ///
"""The engine keeps image and container until they are removed: `finally` leaves nothing behind."""

import argparse
import io
import sys
import tarfile
from pathlib import Path

import docker
from docker.errors import BuildError, DockerException
from requests.exceptions import ConnectionError, ReadTimeout


def owned_by_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0  # an engine without root's rights knows nobody else
    return member


def trial(client: docker.DockerClient, args: argparse.Namespace) -> int:
    name = f"trial-of-{args.folder.resolve().name}"
    with tarfile.open(fileobj=(context := io.BytesIO()), mode="w") as tar:
        tar.add(args.folder, ".", filter=owned_by_root)
    image, _ = client.images.build(fileobj=io.BytesIO(context.getvalue()), custom_context=True)
    try:
        command = args.command or image.attrs["Config"].get("Cmd") or []
        container = client.containers.run(image, command, name=name, detach=True)
        try:
            for each in client.containers.list(filters={"name": name}):
                print(f"{each.name} is {each.status}:", *command)
            try:
                status = container.wait(timeout=args.seconds)["StatusCode"]
            except (ConnectionError, ReadTimeout):
                container.stop(timeout=5)
                status = container.wait()["StatusCode"]
            print(container.logs().decode(), end="")
        finally:
            container.remove(force=True)
    finally:
        client.images.remove(image.id, force=True)
    left = client.containers.list(all=True, filters={"name": name})
    print(f"exit status {status}, containers left: {len(left)}")
    return 1 if status else 0


parser = argparse.ArgumentParser(description="Build an image, run it for a while, remove both.")
parser.add_argument("folder", type=Path, help="where the Dockerfile is")
parser.add_argument("command", nargs="*", help="in place of the image's own")
parser.add_argument("--seconds", type=float, default=60, help="stop it then (default: 60)")
try:
    sys.exit(trial(docker.from_env(), parser.parse_args()))
except KeyboardInterrupt:
    sys.exit(130)
except (OSError, BuildError, DockerException) as error:
    sys.exit(str(error).splitlines()[0])
