# /// script
# requires-python = ">=3.11"
# dependencies = ["google-cloud-compute"]
# [tool.toolcrib]
# module = "pypi:google-cloud-compute"
# ///
"""Each change is an operation of its own; its result() waits, and raises what went wrong."""

import argparse
import sys

from google.api_core.exceptions import GoogleAPIError
from google.auth.exceptions import GoogleAuthError
from google.cloud import compute_v1

IMAGE = "projects/debian-cloud/global/images/family/debian-12"


def instance(zone: str, name: str, machine: str) -> compute_v1.Instance:
    start = compute_v1.AttachedDiskInitializeParams(source_image=IMAGE, disk_size_gb=10)
    disk = compute_v1.AttachedDisk(boot=True, auto_delete=True, initialize_params=start)
    return compute_v1.Instance(
        name=name,
        machine_type=f"zones/{zone}/machineTypes/{machine}",
        disks=[disk],
        network_interfaces=[compute_v1.NetworkInterface(network="global/networks/default")],
    )


def act(client: compute_v1.InstancesClient, action: str, args: argparse.Namespace) -> None:
    where = {"project": args.project, "zone": args.zone}
    if action == "list":
        names = [f"{found.name} {found.status}" for found in client.list(**where)]
        print("list:", ", ".join(names) or "no instances")
        return
    if action == "deploy":
        wish = instance(args.zone, args.name, args.machine)
        operation = client.insert(instance_resource=wish, **where)
    else:
        operation = getattr(client, action)(instance=args.name, **where)
    before = operation.status.name
    operation.result(timeout=300)
    print(f"{action}: {before}, then {operation.status.name}")


parser = argparse.ArgumentParser(description="Deploy and delete a Google Cloud instance.")
for name in ("project", "zone", "name"):
    parser.add_argument(name)
parser.add_argument("actions", nargs="+", choices=["deploy", "list", "start", "stop", "delete"])
parser.add_argument("--machine", default="e2-small", help="machine type (default: %(default)s)")
args = parser.parse_args()
try:
    with compute_v1.InstancesClient() as client:
        for action in args.actions:
            act(client, action, args)
except KeyboardInterrupt:
    sys.exit(130)
except (GoogleAPIError, GoogleAuthError) as error:
    sys.exit(str(error).splitlines()[0])
