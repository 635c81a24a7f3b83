"""moto's server, with the buckets of `BUCKETS` in it before it listens where it is told to.

moto calls a function of AWS Lambda in a container of Docker, from an image that is not to be had
here. Ours is a process of its own, with the Python of this server and the files of the package: the
function's code really runs, but not in the system or under the limits of Lambda.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile

from moto.awslambda.models import LambdaFunction
from moto.server import ThreadedMotoServer, main

_BEFORE = 5001
_OBJECTS = {"notes.txt": b"Buy more magnets.\n", "reports/2026.csv": b"month,total\n1,120\n2,90\n"}


def fill(names: list[str]) -> None:
    """Make buckets with a few objects, by the server's own interface on another port."""
    import boto3  # noqa: PLC0415 -- takes longer than all the rest, and is rarely needed

    server = ThreadedMotoServer("127.0.0.1", _BEFORE, verbose=False)
    server.start()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{_BEFORE}",
        region_name="us-east-1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",  # noqa: S106 -- it takes any
    )
    for name in names:
        client.create_bucket(Bucket=name)
        for key, body in _OBJECTS.items():
            client.put_object(Bucket=name, Key=key, Body=body)
    server.stop()


_CALL = """
import importlib, json, os, sys, traceback
sys.path.insert(0, os.getcwd())
module, _, name = sys.argv[1].rpartition(".")
answer, sys.stdout = sys.stdout, sys.stderr
try:
    result = getattr(importlib.import_module(module), name)(json.load(sys.stdin), None)
    json.dump(result, answer)
except Exception as error:
    told = {"errorMessage": str(error), "errorType": type(error).__name__}
    json.dump(told | {"stackTrace": traceback.format_tb(error.__traceback__)[1:]}, answer)
    sys.exit(1)
"""


def call(function: LambdaFunction, event: object = None) -> tuple[str, bool, str]:
    """Call a function; return its answer as JSON, whether it failed, and what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(function.code_bytes)) as package:
            package.extractall(folder)
        done = subprocess.run(  # noqa: S603 -- what it is here for
            [sys.executable, "-c", _CALL, function.handler],
            cwd=folder,
            input="{}" if event is None else json.dumps(event),
            env={**os.environ, **function.environment_vars},  # noqa: TID251 -- that of its room
            capture_output=True,
            text=True,
            timeout=function.timeout,
            check=False,
        )
    return done.stdout, done.returncode != 0, done.stderr


LambdaFunction._invoke_lambda = call  # noqa: SLF001 -- moto has no other place for it
if names := os.environ.get("BUCKETS", "").split():  # noqa: TID251 -- that of its room
    fill(names)
main()
