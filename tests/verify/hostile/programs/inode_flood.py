"""Empty files, at most 400,000 of them in ten seconds."""

import os
import time

deadline = time.monotonic() + 10
os.chdir("/tmp")
for number in range(400_000):
    os.close(os.open(str(number), os.O_CREAT | os.O_WRONLY))
    if time.monotonic() > deadline:
        break
time.sleep(30)
