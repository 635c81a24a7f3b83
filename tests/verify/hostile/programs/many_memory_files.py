"""Memory files of 16 MiB each, sixteen of them and no more."""

import os
import time

kept = [os.memfd_create("x") for _ in range(16)]
for descriptor in kept:
    os.write(descriptor, bytes(16 << 20))
time.sleep(30)
