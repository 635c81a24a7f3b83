"""Asks for all disks of the machine to be written, over and over."""

import os
import time

started = time.monotonic()
folder = os.open("/usr", os.O_RDONLY)
times = 0
while times < 50_000 and time.monotonic() < started + 10:
    os.sync()
    times += 1
print("50000 times in 10 s:", times == 50_000)
