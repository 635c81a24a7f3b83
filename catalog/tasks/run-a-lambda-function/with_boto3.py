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

TRUST = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
  "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}"""


def package(name: str) -> bytes:
    """Zip a file as the module `alarm`, which the handler is in."""
    with zipfile.ZipFile(archive := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as file:
        file.write(name, "alarm.py")
    return archive.getvalue()


iam, client = boto3.client("iam"), boto3.client("lambda")
role = iam.create_role(RoleName="tide-alarm", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
client.create_function(
    FunctionName="tide-alarm",
    Runtime="python3.13",
    Handler="alarm.handler",
    Role=role,
    Code={"ZipFile": package("alarm.py")},
    Timeout=10,
)
client.get_waiter("function_active_v2").wait(FunctionName="tide-alarm")
event = Path("tides.json").read_bytes()
answer = client.invoke(FunctionName="tide-alarm", Payload=event)
print("first:", answer["Payload"].read().decode())

client.update_function_code(FunctionName="tide-alarm", ZipFile=package("alarm_with_margin.py"))
client.get_waiter("function_updated_v2").wait(FunctionName="tide-alarm")
answer = client.invoke(FunctionName="tide-alarm", Payload=event)
print("second:", answer["Payload"].read().decode())

answer = client.invoke(FunctionName="tide-alarm", Payload=b'{"station": "Brest"}')
if "FunctionError" in answer:
    fault = json.load(answer["Payload"])
    print("without its event:", fault["errorType"], fault["errorMessage"])
client.delete_function(FunctionName="tide-alarm")
print("functions left:", len(client.list_functions()["Functions"]))
