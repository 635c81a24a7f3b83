# /// script
# requires-python = ">=3.11"
# dependencies = ["boto3"]
# [tool.toolcrib]
# module = "pypi:boto3"
# ///
"""A fault of the function is no exception here: the answer's FunctionError tells of it."""

import io
import json
import zipfile
from pathlib import Path

import boto3

ALARM = {"FunctionName": "tide-alarm"}


def package(name: str) -> bytes:
    """Zip a file as the module `alarm`, which the handler is in."""
    with zipfile.ZipFile(archive := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as file:
        file.write(name, "alarm.py")
    return archive.getvalue()


iam, client = boto3.client("iam"), boto3.client("lambda")
trust = Path("trust.json").read_text(encoding="utf-8")
role = iam.create_role(RoleName="tide-alarm", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
settings = {"Runtime": "python3.13", "Handler": "alarm.handler", "Role": role, "Timeout": 10}
client.create_function(**ALARM, **settings, Code={"ZipFile": package("alarm.py")})
client.get_waiter("function_active_v2").wait(**ALARM)

event = Path("tides.json").read_bytes()
answer = client.invoke(**ALARM, Payload=event)
print("first:", answer["Payload"].read().decode())

client.update_function_code(**ALARM, ZipFile=package("alarm_with_margin.py"))
client.get_waiter("function_updated_v2").wait(**ALARM)
answer = client.invoke(**ALARM, Payload=event)
print("second:", answer["Payload"].read().decode())

answer = client.invoke(**ALARM, Payload=b'{"station": "Brest"}')
if "FunctionError" in answer:
    fault = json.load(answer["Payload"])
    print("without its event:", fault["errorType"], fault["errorMessage"])
client.delete_function(**ALARM)
print("functions left:", len(client.list_functions()["Functions"]))
