"""A serial line with an instrument, in the solution's own room; see `devices/serial_instrument.py`.

It is in that room because terminal devices belong to a mount of their own in each (devpts).
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Device, Service

SERVICE = Service(
    name="serial",
    nature=Nature.SIMULATED,
    device=Device(
        model="DMM-1",
        script="serial_instrument.py",
        links=(("/dev/ttyUSB0", "/run/ttyUSB0"),),
    ),
)
