# /// script
# requires-python = ">=3.11"
# dependencies = ["paho-mqtt"]
# [tool.toolcrib]
# module = "pypi:paho-mqtt"
# ///
"""loop_start keeps the connection alive in a thread, so the program is free to do its work."""

import argparse
import queue
import socket
import sys

import paho.mqtt.client as mqtt

received: queue.SimpleQueue[mqtt.MQTTMessage] = queue.SimpleQueue()


def print_next() -> None:
    message = received.get(timeout=10)
    kind = "retained" if message.retain else "new"
    print(f"{message.topic}: {message.payload.decode()} ({kind}, QoS {message.qos})")


def try_broker(host: str, port: int, topic: str) -> None:
    base = topic.removesuffix("/#")
    sensor = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, reconnect_on_failure=False)
    sensor.will_set(f"{base}/sensor", "lost", qos=1)
    sensor.connect(host, port)
    sensor.loop_start()
    sensor.publish(f"{base}/limit", "25 °C", qos=1, retain=True).wait_for_publish(timeout=10)
    listener = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
    listener.on_connect = lambda client, *_: client.subscribe(topic, qos=1)
    listener.on_message = lambda _client, _userdata, message: received.put(message)
    listener.connect(host, port)
    listener.loop_start()
    print_next()
    sensor.publish(f"{base}/temperature", "26.4 °C", qos=1)
    print_next()
    sensor.socket().shutdown(socket.SHUT_RDWR)  # the line breaks: no goodbye is sent
    print_next()
    listener.publish(f"{base}/limit", "", qos=1, retain=True).wait_for_publish(timeout=10)
    listener.disconnect()


parser = argparse.ArgumentParser(description="Try a broker below a topic that nobody else uses.")
parser.add_argument("host", nargs="?", default="localhost")
parser.add_argument("topic", nargs="?", default="demo/#", help="it ends in /#")
parser.add_argument("--port", type=int, default=1883)
args = parser.parse_args()
if not args.topic.endswith("/#") or not 0 < args.port < 65536:
    parser.error("the topic has to end in /#, and the port to lie between 1 and 65535")
try:
    try_broker(args.host, args.port, args.topic)
except queue.Empty:
    sys.exit(f"{args.host}: a message did not arrive within 10 seconds")
except (OSError, ValueError, RuntimeError) as error:
    sys.exit(f"{args.host}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
