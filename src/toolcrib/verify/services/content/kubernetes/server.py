"""KMock's emulator of an API server on port 8001, with the objects of `cluster.json` in it."""

import asyncio  # noqa: TID253 -- a program of its own
import json
from pathlib import Path
from typing import Any

import kmock

_KINDS = {"Deployment": "apps/v1/deployments", "Pod": "v1/pods", "Service": "v1/services"}


class Cluster(kmock.KubernetesEmulator):
    """Says two things as kubectl must hear them: the core's version, and what a list is of."""

    async def _serve_list(self, request: kmock.Request) -> Any:  # noqa: ANN401 -- KMock's own
        answer = await super()._serve_list(request)
        return {"kind": "List", "apiVersion": "v1", **answer}

    async def _serve_version(self, request: kmock.Request) -> Any:  # noqa: ANN401 -- KMock's own
        answer = await super()._serve_version(request)
        answer["groupVersion"] = answer["groupVersion"].removeprefix("/")
        return answer


async def main() -> None:
    """Serve until the end."""
    cluster = Cluster()
    cluster.resources.load_bundled()
    for thing in json.loads(Path(__file__).with_name("cluster.json").read_bytes()):
        meta = thing["metadata"]
        cluster.objects[_KINDS[thing["kind"]], meta["namespace"], meta["name"]] = thing
    async with cluster, kmock.Server(cluster, host="127.0.0.1", port=8001):
        await asyncio.Event().wait()


asyncio.run(main())
