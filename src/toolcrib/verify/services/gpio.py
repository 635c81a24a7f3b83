"""The pins of a Raspberry Pi 4, played in the solution's own room; see `devices/gpio_chip.py`."""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Device, Service

_CPUINFO = """\
processor\t: 0
model name\t: ARMv7 Processor rev 3 (v7l)

Hardware\t: BCM2711
Revision\t: c03111
Serial\t\t: 0000000000000000
Model\t\t: Raspberry Pi 4 Model B Rev 1.1
"""

SERVICE = Service(
    name="gpio",
    nature=Nature.SIMULATED,
    device=Device(
        model="BCM2711",
        script="gpio_chip.py",
        shows=(("/proc/cpuinfo", _CPUINFO),),
        links=(("/dev/gpiomem", "/run/gpiomem"),),
    ),
)
