# /// script
# requires-python = ">=3.11"
# dependencies = ["RPi.GPIO"]
# [tool.toolcrib]
# module = "pypi:rpi-gpio"
# build = ["RPi.GPIO"]
# ///
"""It writes the chip's registers itself; cleanup makes inputs of its pins, so nothing stays on."""

import argparse
import sys
import time

try:
    from RPi import GPIO
except RuntimeError:  # it looks for the chip when it is imported
    GPIO = None

LEVELS = ("low", "high")

parser = argparse.ArgumentParser(description="Switch a pin, and read the one that is wired to it.")
parser.add_argument("pin", nargs="?", type=int, default=17, help="as GPIO17 is numbered")
parser.add_argument("reader", nargs="?", type=int, default=27, help="the other end of the wire")
args = parser.parse_args()
if GPIO is None:
    parser.exit(2, "no Raspberry Pi, or one whose pins RPi.GPIO does not know\n")

GPIO.setmode(GPIO.BCM)
try:
    GPIO.setup(args.pin, GPIO.OUT, initial=GPIO.LOW)
    GPIO.setup(args.reader, GPIO.IN, pull_up_down=GPIO.PUD_DOWN)
    time.sleep(0.01)
    before = GPIO.input(args.reader)
    print(f"GPIO{args.reader} starts {LEVELS[before]}")
    for level in (GPIO.HIGH, GPIO.HIGH, GPIO.LOW, GPIO.HIGH):
        GPIO.output(args.pin, level)
        time.sleep(0.01)
        read = GPIO.input(args.reader)
        edge = ("", ", a rising edge", ", a falling edge")[read - before]
        print(f"GPIO{args.pin} {LEVELS[level]}: GPIO{args.reader} {LEVELS[read]}{edge}")
        before = read
except (ValueError, RuntimeError) as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
finally:
    GPIO.cleanup()
