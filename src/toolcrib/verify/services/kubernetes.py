"""KMock, an emulator of a Kubernetes API server: probed with a request for its version.

It keeps objects and lists them, and does nothing with them: no pod of it ever runs. What is in it
at the start is ours (`content/kubernetes`). The home of the solution holds a configuration that
leads to it, so a plain kubectl goes there.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_REQUEST = b"GET /version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
_PREPARE = """
mkdir -p /tmp/hand/.kube
cat > /tmp/hand/.kube/config <<END
apiVersion: v1
kind: Config
clusters: [{name: harbour, cluster: {server: "http://localhost:8001"}}]
contexts: [{name: harbour, context: {cluster: harbour}}]
current-context: harbour
END
"""

SERVICE = Service(
    name="kubernetes",
    nature=Nature.EMULATOR,
    distributions=("kmock",),
    version="echo KMock $(/opt/services/kubernetes/bin/python -c "
    "'from importlib.metadata import version; print(version(\"kmock\"))')",
    prepare=_PREPARE,
    start="exec /opt/services/kubernetes/bin/python /srv/kubernetes/server.py",
    answers=partial(exchange, 8001, _REQUEST, b"HTTP/1.1 200"),
)
