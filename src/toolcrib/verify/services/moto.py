"""moto's server, an emulator of AWS: probed with a request for its own health page.

`BUCKETS` of a run, names with blanks between them, are there when it starts, each with two objects.
The code of a Lambda function runs in a process of ours (`content/moto`), not in a container.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_REQUEST = b"HEAD /moto-api/ HTTP/1.0\r\nHost: localhost\r\n\r\n"

SERVICE = Service(
    name="moto",
    nature=Nature.EMULATOR,
    program="",
    packages=(),
    distributions=("moto[awslambda,ec2,s3,server]",),
    version="/opt/services/moto/bin/python -c 'import moto; print(moto.__version__)'",
    start="exec /opt/services/moto/bin/python /srv/moto/server.py -H 127.0.0.1 -p 5000",
    answers=partial(exchange, 5000, _REQUEST, b"HTTP/1.1 200"),
    environment=(
        ("AWS_ENDPOINT_URL", "http://localhost:5000"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "testing"),
        ("AWS_SECRET_ACCESS_KEY", "testing"),
    ),
)
