"""Mosquitto, an MQTT broker: probed with CONNECT, answered by CONNACK (MQTT 3.1.1, section 3)."""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_CONNECT = b"\x10\x0c\x00\x04MQTT\x04\x02\x00\x05\x00\x00"
_CONNACK = b"\x20\x02\x00\x00"

SERVICE = Service(
    name="mosquitto",
    nature=Nature.REAL,
    program="mosquitto",
    packages=("mosquitto",),
    version="mosquitto -h | sed -n 's/^mosquitto version //p'",
    prepare="printf 'listener 1883 127.0.0.1\\nallow_anonymous true\\n' > /tmp/mosquitto.conf",
    start="exec mosquitto -c /tmp/mosquitto.conf",
    answers=partial(exchange, 1883, _CONNECT, _CONNACK),
)
