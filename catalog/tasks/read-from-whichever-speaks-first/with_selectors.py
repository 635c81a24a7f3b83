# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:selectors"
# ///
"""It takes epoll, kqueue or select, whichever is best here, and keeps a value with each pipe."""

import selectors
from subprocess import PIPE, Popen

COMMANDS = {
    "tide gauge": "sleep 1; echo 4.2 m",
    "harbour": "echo fog",
    "lighthouse": "sleep 0.5; echo lamp lit",
}

with selectors.DefaultSelector() as selector:
    for name, command in COMMANDS.items():
        program = Popen(["sh", "-c", command], stdout=PIPE, text=True)
        selector.register(program.stdout, selectors.EVENT_READ, (name, program))
    while selector.get_map():
        for key, _ in selector.select():
            selector.unregister(key.fileobj)
            name, program = key.data
            print(f"{name}: {program.communicate()[0].strip()}")
