"""A stand-in for Google Compute Engine: instances in memory, for one run.

The calls, their addresses and answers are those of the REST reference of Compute Engine, version 1.
What changes an instance returns an operation, which is done when it has been asked for twice. No
machine runs behind it.
"""

import itertools
from typing import Any

import flask

app = flask.Flask(__name__)

PROJECT, ZONES = "harbour", ("europe-west1-b", "europe-west1-c")
PLACE = "https://compute.example.test/compute/v1/"
ZONE = "/compute/v1/projects/<project>/zones/<zone>"
DURING = {"insert": "PROVISIONING", "start": "STAGING", "stop": "STOPPING", "delete": "STOPPING"}
AFTER = {"insert": "RUNNING", "start": "RUNNING", "stop": "TERMINATED", "delete": ""}
INSTANCES: dict[tuple[str, str], dict[str, Any]] = {}
OPERATIONS: dict[str, dict[str, Any]] = {}
NUMBERS = itertools.count(4_200_000_000_000_000_001)

Answer = tuple[dict[str, Any], int]


def fault(status: int, reason: str, message: str) -> Answer:
    """Return an error as Google writes it."""
    errors = [{"message": message, "domain": "global", "reason": reason}]
    return {"error": {"code": status, "message": message, "errors": errors}}, status


@app.before_request
def _allowed() -> Answer | None:
    if not flask.request.headers.get("Authorization", "").startswith("Bearer "):
        return fault(401, "required", "Login Required.")
    views = flask.request.view_args or {}
    if views.get("project") != PROJECT:
        return fault(404, "notFound", "The project was not found.")
    if views["zone"] not in ZONES:
        place = f"projects/{PROJECT}/zones/{views['zone']}"
        return fault(404, "notFound", f"The resource '{place}' was not found")
    return None


def missing(zone: str, name: str) -> Answer:
    """Return the error for an instance that is not there."""
    place = f"projects/{PROJECT}/zones/{zone}/instances/{name}"
    return fault(404, "notFound", f"The resource '{place}' was not found")


def operation(kind: str, zone: str, name: str) -> Answer:
    """Begin what lasts, and return it."""
    INSTANCES[zone, name]["status"] = DURING[kind]
    number = str(next(NUMBERS))
    place = f"{PLACE}projects/{PROJECT}/zones/{zone}"
    OPERATIONS[f"operation-{number}"] = {
        "kind": "compute#operation",
        "id": number,
        "name": f"operation-{number}",
        "zone": place,
        "operationType": kind,
        "targetLink": f"{place}/instances/{name}",
        "status": "RUNNING",
        "progress": 0,
    }
    return OPERATIONS[f"operation-{number}"], 200


@app.get(f"{ZONE}/operations/<name>")
@app.post(f"{ZONE}/operations/<name>/wait")
def _operation(project: str, zone: str, name: str) -> Answer:
    if name not in OPERATIONS:
        place = f"projects/{project}/zones/{zone}/operations/{name}"
        return fault(404, "notFound", f"The resource '{place}' was not found")
    begun = OPERATIONS[name]
    if begun["progress"] and begun["status"] != "DONE":
        begun["status"] = "DONE"
        key = zone, begun["targetLink"].rpartition("/")[2]
        INSTANCES[key]["status"] = AFTER[begun["operationType"]]
        if not INSTANCES[key]["status"]:
            del INSTANCES[key]
    begun["progress"] = 100 if begun["status"] == "DONE" else 50
    return begun, 200


@app.get(f"{ZONE}/instances")
def _instances(zone: str, **_: str) -> Answer:
    items = [INSTANCES[key] for key in sorted(INSTANCES) if key[0] == zone]
    return {"kind": "compute#instanceList", "items": items}, 200


@app.post(f"{ZONE}/instances")
def _insert(zone: str, **_: str) -> Answer:
    wish = flask.request.get_json()
    name = wish.get("name", "")
    if (zone, name) in INSTANCES:
        place = f"projects/{PROJECT}/zones/{zone}/instances/{name}"
        return fault(409, "alreadyExists", f"The resource '{place}' already exists")
    for needed in ("name", "machineType", "disks", "networkInterfaces"):
        if not wish.get(needed):
            message = f"Invalid value for field 'resource.{needed}': ''."
            return fault(400, "required", message)
    place = f"{PLACE}projects/{PROJECT}/zones/{zone}"
    INSTANCES[zone, name] = wish | {
        "kind": "compute#instance",
        "id": str(next(NUMBERS)),
        "zone": place,
        "selfLink": f"{place}/instances/{name}",
    }
    return operation("insert", zone, name)


@app.route(f"{ZONE}/instances/<name>", methods=["GET", "DELETE"])
def _instance(zone: str, name: str, **_: str) -> Answer:
    if (zone, name) not in INSTANCES:
        return missing(zone, name)
    if flask.request.method == "DELETE":
        return operation("delete", zone, name)
    return INSTANCES[zone, name], 200


@app.post(f"{ZONE}/instances/<name>/<kind>")
def _switch(zone: str, name: str, kind: str, **_: str) -> Answer:
    if (zone, name) not in INSTANCES:
        return missing(zone, name)
    if kind not in {"start", "stop"}:
        return fault(404, "notFound", f"There is no {kind!r} here.")
    return operation(kind, zone, name)
