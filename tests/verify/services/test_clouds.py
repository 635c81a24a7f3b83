"""The emulators of clouds, with the clients that people use."""

import pytest

from rooms import given, said, said_together

pytestmark = [pytest.mark.pod, pytest.mark.index]


def test_azure_storage() -> None:
    """Blobs, queues and tables are written and read by the connection string; two at a time."""
    code = """
import os, sys
from azure.core.exceptions import ResourceExistsError
from azure.data.tables import TableServiceClient
from azure.storage.blob import BlobServiceClient
from azure.storage.queue import QueueServiceClient
word, connection = sys.argv[1], os.environ["AZURE_STORAGE_CONNECTION_STRING"]
blobs = BlobServiceClient.from_connection_string(connection)
queues = QueueServiceClient.from_connection_string(connection)
tables = TableServiceClient.from_connection_string(connection)
print(*blobs.list_containers(), *queues.list_queues(), *tables.list_tables())
plates = blobs.create_container("plates")
plates.upload_blob("north/1.txt", word)
try:
    plates.upload_blob("north/1.txt", "again")
except ResourceExistsError as fault:
    print(fault.error_code)
names = [blob.name for blob in plates.list_blobs(name_starts_with="north/")]
print(names, plates.download_blob("north/1.txt").readall().decode())
jobs = queues.create_queue("jobs")
jobs.send_message(word)
print(jobs.receive_message().content)
stars = tables.create_table("stars")
stars.create_entity({"PartitionKey": "lyra", "RowKey": word, "magnitude": 0.5})
print([dict(star) for star in stars.query_entities("magnitude lt 1.0")])
"""
    clients = ("azure-storage-blob", "azure-storage-queue", "azure-data-tables")
    fields = given(("azurite",), clients)
    for word, answer in said_together(code, "ann", "bob", **fields).items():
        assert answer.splitlines() == [
            "",
            "BlobAlreadyExists",
            f"['north/1.txt'] {word}",
            word,
            f"[{{'PartitionKey': 'lyra', 'RowKey': '{word}', 'magnitude': 0.5}}]",
        ]


def test_google_storage() -> None:
    """Google's client finds the emulator by the environment, with no account; two at a time."""
    code = """
import sys
from google.api_core.exceptions import Conflict
from google.cloud import storage
client = storage.Client()
print(*client.list_buckets())
bucket = client.create_bucket("plates")
bucket.blob("north/1.txt").upload_from_string(sys.argv[1])
bucket.blob("north/big").upload_from_string(bytes(300_000))
print([blob.name for blob in client.list_blobs("plates", prefix="north/")])
print(bucket.blob("north/1.txt").download_as_text(), bucket.get_blob("north/big").size)
for what, name in ((bucket.get_blob, "south"), (client.create_bucket, "plates")):
    try:
        print(what(name))
    except Conflict as fault:
        print(fault.code)
"""
    fields = given(("gcs",), ("google-cloud-storage",))
    for word, answer in said_together(code, "ann", "bob", **fields).items():
        assert answer.splitlines() == [
            "",
            "['north/1.txt', 'north/big']",
            f"{word} 300000",
            "None",
            "409",
        ]


def test_lambda_runs_the_code() -> None:
    """A function's own code answers, with its environment; its faults are told as AWS tells them.

    What it prints is no part of its answer.
    """
    code = """
import io, json, zipfile
import boto3
def package(text):
    with zipfile.ZipFile(file := io.BytesIO(), "w") as archive:
        archive.writestr("plates.py", text)
    return file.getvalue()
def call(**event):
    answer = client.invoke(FunctionName="plates", Payload=json.dumps(event))
    print(answer.get("FunctionError"), json.load(answer["Payload"]))
role = boto3.client("iam").create_role(RoleName="plates", AssumeRolePolicyDocument="{}")["Role"]
client = boto3.client("lambda")
client.create_function(
    FunctionName="plates", Runtime="python3.13", Handler="plates.count", Role=role["Arn"],
    Code={"ZipFile": package(
        "import os\\n"
        "def count(event, context):\\n"
        "    print('counting')\\n"
        "    return {os.environ['WORD']: len(event['plates'])}\\n"
    )},
    Environment={"Variables": {"WORD": "plates"}},
)
call(plates=[1, 2, 3])
try:
    call()
except Exception as fault:
    print(fault)
client.update_function_code(
    FunctionName="plates", ZipFile=package("def count(event, context): return 'new'")
)
call()
client.delete_function(FunctionName="plates")
print(client.list_functions()["Functions"])
"""
    lines = said(code, **given(("moto",), ("boto3",))).splitlines()
    assert lines[0] == "None {'plates': 3}"
    assert lines[1].startswith("Handled {'errorMessage': \"'plates'\", 'errorType': 'KeyError'")
    assert lines[2:] == ["None new", "[]"]


def test_azure_machines_and_accounts() -> None:
    """Azure's own libraries sign in by the environment, wait for operations, and get its errors.

    What an account stores is Azurite's.
    """
    code = """
import os
from azure.core.exceptions import HttpResponseError
from azure.identity import DefaultAzureCredential
from azure.mgmt.compute import ComputeManagementClient
from azure.mgmt.storage import StorageManagementClient
from azure.storage.blob import BlobServiceClient
credential, place = DefaultAzureCredential(), os.environ["ARM_ENDPOINT"]
subscription = os.environ["AZURE_SUBSCRIPTION_ID"]
machines = ComputeManagementClient(credential, subscription, place).virtual_machines
def state(name):
    return machines.get("harbour", name, expand="instanceView").instance_view.statuses[1].code
print([machine.name for machine in machines.list("harbour")], state("web"))
started = machines.begin_start("harbour", "web")
print(started.status(), state("web"))
started.wait()
print(started.status(), state("web"))
machines.begin_power_off("harbour", "web").wait()
print(state("web"))
accounts = StorageManagementClient(credential, subscription, place).storage_accounts
wish = {"location": "westeurope", "kind": "StorageV2", "sku": {"name": "Standard_LRS"}}
made = accounts.begin_create("harbour", "harbourlogs", wish).result()
key = accounts.list_keys("harbour", "harbourlogs").keys_property[0].value
plates = BlobServiceClient(made.primary_endpoints.blob, credential=key).create_container("plates")
plates.upload_blob("1.txt", b"x" * 300)
print([(blob.name, blob.size) for blob in plates.list_blobs()])
accounts.delete("harbour", "harbourlogs")
for ask in (
    lambda: machines.get("harbour", "none"),
    lambda: list(machines.list("elsewhere")),
    lambda: accounts.get_properties("harbour", "harbourlogs"),
    lambda: accounts.begin_create("harbour", "With-Capitals", wish),
    lambda: list(ComputeManagementClient(credential, "0", place).virtual_machines.list("harbour")),
):
    try:
        print(ask())
    except HttpResponseError as fault:
        print(fault.status_code, fault.error.code)
"""
    clients = ("azure-identity", "azure-mgmt-compute", "azure-mgmt-storage", "azure-storage-blob")
    answer = said(code, **given(("azure", "azurite"), clients))
    assert answer.splitlines() == [
        "['archive', 'tide-gauge', 'web'] PowerState/deallocated",
        "InProgress PowerState/starting",
        "Succeeded PowerState/running",
        "PowerState/stopped",
        "[('1.txt', 300)]",
        "404 ResourceNotFound",
        "404 ResourceGroupNotFound",
        "404 ResourceNotFound",
        "400 AccountNameInvalid",
        "404 SubscriptionNotFound",
    ]


def test_compute_engine() -> None:
    """Google's own library finds it by the environment, waits for operations, gets its errors."""
    code = """
from google.api_core.exceptions import GoogleAPICallError
from google.cloud import compute_v1 as compute
client = compute.InstancesClient()
where = {"project": "harbour", "zone": "europe-west1-b"}
wish = compute.Instance(
    name="web", machine_type="zones/europe-west1-b/machineTypes/e2-small",
    disks=[compute.AttachedDisk(boot=True)], network_interfaces=[compute.NetworkInterface()],
)
begun = client.insert(instance_resource=wish, **where)
print(begun.status.name, client.get(instance="web", **where).status)
begun.result()
print(begun.status.name, [(one.name, one.status) for one in client.list(**where)])
client.stop(instance="web", **where).result()
print(client.get(instance="web", **where).status)
for ask in (
    lambda: client.insert(instance_resource=wish, **where),
    lambda: client.insert(instance_resource=compute.Instance(name="bare"), **where),
    lambda: client.get(instance="none", **where),
    lambda: client.list(project="harbour", zone="mars-1"),
    lambda: client.list(project="other", zone="europe-west1-b"),
):
    try:
        print(ask())
    except GoogleAPICallError as fault:
        print(fault.code.value)
client.delete(instance="web", **where).result()
print(list(client.list(**where)))
"""
    assert said(code, **given(("gce",), ("google-cloud-compute",))).splitlines() == [
        "RUNNING PROVISIONING",
        "DONE [('web', 'RUNNING')]",
        "TERMINATED",
        "409",
        "400",
        "404",
        "404",
        "404",
        "[]",
    ]


def test_kubernetes() -> None:
    """The home leads to it; pods are listed, and what is made is found again."""
    code = """
import json, urllib.request
from pathlib import Path
config = (Path.home() / ".kube/config").read_text()
place = config.partition('server: "')[2].partition('"')[0]
def ask(path, thing=None):
    data = json.dumps(thing).encode() if thing else None
    request = urllib.request.Request(place + path, data, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))
print([kind["kind"] for kind in ask("/api/v1")["resources"] if kind["name"] == "pods"])
for pod in ask("/api/v1/namespaces/shop/pods")["items"]:
    print(pod["metadata"]["name"], pod["status"]["phase"])
path = "/apis/apps/v1/namespaces/shop/deployments"
ask(path, {"kind": "Deployment", "apiVersion": "apps/v1",
           "metadata": {"name": "web", "namespace": "shop"}})
answer = ask(path)
print(answer["kind"], [thing["metadata"]["name"] for thing in answer["items"]])
"""
    assert said(code, **given(("kubernetes",))).splitlines() == [
        "['Pod']",
        "checkout-6d5f8-7kq2x Running",
        "import-orders-28931 Pending",
        "web-74b9c-m2ztp Running",
        "List ['web']",
    ]


def test_mongodb() -> None:
    """Documents of MongoDB's own driver are kept, one of each key where an index says so."""
    code = """
import sys
from pymongo import MongoClient
from pymongo.errors import DuplicateKeyError
plates = MongoClient("mongodb://localhost:27017").sky.plates
plates.create_index("number", unique=True)
plates.insert_many({"number": n, "star": "vega" if n % 2 else "deneb"} for n in range(300))
try:
    plates.insert_one({"number": 7})
except DuplicateKeyError as fault:
    print(fault.code)
plates.update_many({"star": "vega"}, {"$set": {"seen": sys.argv[1]}, "$inc": {"times": 2}})
print(plates.find_one({"number": 299}, {"_id": 0}), sum(1 for _ in plates.find(batch_size=50)))
stages = [{"$group": {"_id": "$star", "n": {"$sum": 1}}}, {"$sort": {"_id": 1}}]
print(list(plates.aggregate(stages)))
print(plates.delete_many({"star": "deneb"}).deleted_count, plates.count_documents({}))
"""
    fields = given(("mongodb",), ("pymongo",))
    for word, answer in said_together(code, "ann", "bob", **fields).items():
        assert answer.splitlines() == [
            "11000",
            f"{{'number': 299, 'star': 'vega', 'seen': '{word}', 'times': 2}} 300",
            "[{'_id': 'deneb', 'n': 150}, {'_id': 'vega', 'n': 150}]",
            "150 150",
        ]
