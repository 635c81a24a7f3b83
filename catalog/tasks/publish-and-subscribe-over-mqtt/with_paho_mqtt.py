# /// script
# requires-python = ">=3.11"
# dependencies = ["paho-mqtt"]
# [tool.toolcrib]
# module = "pypi:paho-mqtt"
# ///
"""loop_start keeps the connection alive in a thread, so the program is free to do its work."""

import queue
import socket

import paho.mqtt.client as mqtt

received: queue.SimpleQueue[mqtt.MQTTMessage] = queue.SimpleQueue()


def print_next() -> None:
    message = received.get(timeout=5)
    kind = "retained" if message.retain else "new"
    print(f"{message.topic}: {message.payload.decode()} ({kind})")


sensor = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, reconnect_on_failure=False)
sensor.will_set("greenhouse/sensor", "lost", qos=1)
sensor.connect("localhost")
sensor.loop_start()
sensor.publish("greenhouse/limit", "25 °C", qos=1, retain=True).wait_for_publish(timeout=5)

listener = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2)
listener.on_connect = lambda client, *_: client.subscribe("greenhouse/#", qos=1)
listener.on_message = lambda _client, _userdata, message: received.put(message)
listener.connect("localhost")
listener.loop_start()
print_next()

sensor.publish("greenhouse/temperature", "26.4 °C", qos=1)
print_next()

sensor.socket().shutdown(socket.SHUT_RDWR)  # the line breaks: no goodbye is sent
print_next()

listener.disconnect()
listener.loop_stop()
