"""A stand-in for Azure's resource manager: machines and storage accounts, in memory, for one run.

The calls, their addresses and answers are those of the REST reference of Azure Compute, Azure
Storage and managed identities (App Service, version 2019-08-01). What lasts is an operation that is
asked for until it has succeeded (asynchronous operations of Azure Resource Manager). No machine
runs behind it. Blobs of its accounts are Azurite's, which knows the one key that it gives out.
"""

import itertools
import time
from typing import Any

import flask

app = flask.Flask(__name__)

PLACE = "https://localhost:8444"
BLOBS = "http://127.0.0.1:10000"
SUBSCRIPTION, GROUP = "5c0ffee5-0000-4000-8000-000000000001", "harbour"
TOKEN = "token-of-the-harbour"  # noqa: S105 -- of this run alone
# The one that Microsoft publishes for development, and that Azurite takes.
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
MACHINES = {"tide-gauge": "running", "web": "deallocated", "archive": "stopped"}
AFTER = {"start": "running", "powerOff": "stopped", "deallocate": "deallocated"}
DURING = {"start": "starting", "powerOff": "stopping", "deallocate": "deallocating"}
ACCOUNTS: dict[str, dict[str, Any]] = {}
OPERATIONS: dict[str, Any] = {}
NUMBERS = itertools.count(1)
IN_GROUP = "/subscriptions/<subscription>/resourceGroups/<group>/providers/Microsoft."
MACHINE = f"{IN_GROUP}Compute/virtualMachines"
ACCOUNT = f"{IN_GROUP}Storage/storageAccounts"

Answer = tuple[Any, int] | tuple[Any, int, dict[str, str]]


def fault(status: int, code: str, message: str) -> Answer:
    """Return an error as Azure writes it."""
    return {"error": {"code": code, "message": message}}, status


def missing(kind: str, name: str, group: str) -> Answer:
    """Return the error for a resource that is not there."""
    where = f"under resource group '{group}' was not found."
    return fault(404, "ResourceNotFound", f"The Resource 'Microsoft.{kind}/{name}' {where}")


@app.before_request
def _allowed() -> Answer | None:
    if flask.request.path == "/identity/token":
        return None
    if flask.request.headers.get("Authorization") != f"Bearer {TOKEN}":
        return fault(401, "AuthenticationFailed", "Authentication failed.")
    if "api-version" not in flask.request.args:
        return fault(400, "MissingApiVersionParameter", "The api-version is missing.")
    views = flask.request.view_args or {}
    if views.get("subscription", SUBSCRIPTION) != SUBSCRIPTION:
        return fault(404, "SubscriptionNotFound", "The subscription could not be found.")
    if (group := views.get("group", GROUP)).lower() != GROUP:
        return fault(404, "ResourceGroupNotFound", f"Resource group '{group}' could not be found.")
    return None


@app.get("/identity/token")
def _token() -> Answer:
    if flask.request.headers.get("X-IDENTITY-HEADER") != "harbour":
        return {"statusCode": 401, "message": "The header is wrong."}, 401
    return {
        "access_token": TOKEN,
        "expires_on": str(int(time.time()) + 3600),
        "resource": flask.request.args.get("resource"),
        "token_type": "Bearer",
    }, 200


def machine(name: str) -> dict[str, Any]:
    """Return a virtual machine, with its state where that is asked for."""
    where = flask.request.path.partition("/providers/")[0]
    properties: dict[str, Any] = {
        "hardwareProfile": {"vmSize": "Standard_B1s"},
        "provisioningState": "Succeeded",
    }
    if flask.request.args.get("$expand") == "instanceView":
        properties["instanceView"] = view(name)
    return {
        "id": f"{where}/providers/Microsoft.Compute/virtualMachines/{name}",
        "name": name,
        "type": "Microsoft.Compute/virtualMachines",
        "location": "westeurope",
        "properties": properties,
    }


def view(name: str) -> dict[str, Any]:
    """Return the state of a virtual machine."""
    codes = ["ProvisioningState/succeeded", f"PowerState/{MACHINES[name]}"]
    return {
        "statuses": [
            {"code": code, "level": "Info", "displayStatus": code.replace("PowerState/", "VM ")}
            for code in codes
        ]
    }


@app.get(MACHINE)
def _machines(**_: str) -> Answer:
    return {"value": [machine(name) for name in sorted(MACHINES)]}, 200


@app.get(f"{MACHINE}/<name>")
@app.get(f"{MACHINE}/<name>/instanceView")
def _machine(name: str, group: str, **_: str) -> Answer:
    if name not in MACHINES:
        return missing("Compute/virtualMachines", name, group)
    return (view if flask.request.path.endswith("View") else machine)(name), 200


@app.post(f"{MACHINE}/<name>/<action>")
def _switch(name: str, action: str, group: str, **_: str) -> Answer:
    if name not in MACHINES:
        return missing("Compute/virtualMachines", name, group)
    if action not in AFTER:
        return fault(404, "InvalidResourceType", f"There is no action {action!r} here.")
    MACHINES[name] = DURING[action]
    number = str(next(NUMBERS))
    OPERATIONS[number] = [name, AFTER[action], "InProgress"]
    place = f"{PLACE}/operations/{number}?api-version={flask.request.args['api-version']}"
    return "", 202, {"Azure-AsyncOperation": place, "Location": place, "Retry-After": "1"}


@app.get("/operations/<number>")
def _operation(number: str) -> Answer:
    name, state, status = OPERATIONS[number]
    if status == "Succeeded":
        MACHINES[name] = state
    OPERATIONS[number][2] = "Succeeded"
    return {"name": number, "status": status}, 200, {"Retry-After": "1"}


@app.put(f"{ACCOUNT}/<name>")
def _create(name: str, subscription: str, group: str) -> Answer:
    wish = flask.request.get_json()
    if not (name.isalnum() and name == name.lower() and 3 <= len(name) <= 24):  # noqa: PLR2004 -- the rule itself
        return fault(400, "AccountNameInvalid", f"{name} is not a valid storage account name.")
    ACCOUNTS[name] = {
        "id": f"/subscriptions/{subscription}/resourceGroups/{group}"
        f"/providers/Microsoft.Storage/storageAccounts/{name}",
        "name": name,
        "type": "Microsoft.Storage/storageAccounts",
        "location": wish["location"],
        "kind": wish["kind"],
        "sku": {"name": wish["sku"]["name"], "tier": wish["sku"]["name"].partition("_")[0]},
        "tags": wish.get("tags", {}),
        "properties": {
            "provisioningState": "Succeeded",
            "primaryEndpoints": {"blob": f"{BLOBS}/{name}"},
        },
    }
    place = f"{PLACE}{flask.request.path}?api-version={flask.request.args['api-version']}"
    return "", 202, {"Location": place, "Retry-After": "1"}


@app.get("/subscriptions/<subscription>/providers/Microsoft.Storage/storageAccounts")
@app.get(ACCOUNT)
def _accounts(**_: str) -> Answer:
    return {"value": [ACCOUNTS[name] for name in sorted(ACCOUNTS)]}, 200


@app.route(f"{ACCOUNT}/<name>", methods=["GET", "DELETE"])
def _account(name: str, group: str, **_: str) -> Answer:
    if flask.request.method == "DELETE":
        return "", 200 if ACCOUNTS.pop(name, None) else 204
    if name not in ACCOUNTS:
        return missing("Storage/storageAccounts", name, group)
    return ACCOUNTS[name], 200


@app.post(f"{ACCOUNT}/<name>/listKeys")
def _keys(name: str, group: str, **_: str) -> Answer:
    if name not in ACCOUNTS:
        return missing("Storage/storageAccounts", name, group)
    names = ("key1", "key2")
    return {"keys": [{"keyName": n, "value": KEY, "permissions": "FULL"} for n in names]}, 200
