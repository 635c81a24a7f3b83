"""moto's server, with the buckets of `BUCKETS` in it before it listens where it is told to."""

import os

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


if names := os.environ.get("BUCKETS", "").split():  # noqa: TID251 -- that of its room
    fill(names)
main()
