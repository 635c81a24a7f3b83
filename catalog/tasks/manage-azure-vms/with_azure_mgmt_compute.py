# /// script
# requires-python = ">=3.11"
# dependencies = ["azure-mgmt-compute", "azure-identity"]
# [tool.toolcrib]
# module = "pypi:azure-mgmt-compute"
# ///
"""A listing has no power states: each machine's instance view is asked for by itself."""

import argparse
import os
import sys

from azure.core.exceptions import AzureError
from azure.identity import DefaultAzureCredential
from azure.mgmt.compute import ComputeManagementClient


def power(client: ComputeManagementClient, group: str, name: str) -> str:
    statuses = client.virtual_machines.instance_view(group, name).statuses
    return next(s.display_status for s in statuses if s.code.startswith("PowerState/"))


def act(client: ComputeManagementClient, action: str, group: str, name: str) -> None:
    machines = client.virtual_machines
    if action == "list":
        for machine in machines.list(group):
            print(f"{machine.name:<12} {power(client, group, machine.name)}")
        return
    # Only a machine that is deallocated costs nothing; one that is powered off is still reserved.
    begin = machines.begin_start if action == "start" else machines.begin_deallocate
    begin(group, name).result()
    print(f"{action} {name}: {power(client, group, name)}")


def main() -> None:
    parser = argparse.ArgumentParser(description="List, start and stop Azure virtual machines.")
    parser.add_argument("group", help="resource group")
    actions = ["list", "start", "stop"]
    parser.add_argument("actions", nargs="+", metavar="action", choices=actions, help="%(choices)s")
    parser.add_argument("--name", help="which machine to start or stop")
    args = parser.parse_args()
    if not args.name and args.actions != ["list"]:
        parser.error("start and stop need --name")
    subscription, place = os.environ.get("AZURE_SUBSCRIPTION_ID"), os.environ.get("ARM_ENDPOINT")
    if not subscription:
        sys.exit("AZURE_SUBSCRIPTION_ID is not set")
    with ComputeManagementClient(DefaultAzureCredential(), subscription, place) as client:
        for action in args.actions:
            act(client, action, args.group, args.name)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
    except AzureError as error:
        sys.exit(error.message.splitlines()[0])
