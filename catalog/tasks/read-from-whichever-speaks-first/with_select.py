# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:select"
# ///
"""select sleeps until one of the pipes has something to say, so no thread has to wait at each."""

import select
from subprocess import PIPE, Popen

COMMANDS = {
    "tide gauge": "sleep 1; echo 4.2 m",
    "harbour": "echo fog",
    "lighthouse": "sleep 0.5; echo lamp lit",
}

programs = {}
for name, command in COMMANDS.items():
    program = Popen(["sh", "-c", command], stdout=PIPE, text=True)
    programs[program.stdout] = name, program

while programs:
    for pipe in select.select(programs, [], [])[0]:
        name, program = programs.pop(pipe)
        print(f"{name}: {program.communicate()[0].strip()}")
