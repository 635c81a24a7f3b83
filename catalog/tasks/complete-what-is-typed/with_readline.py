# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:readline"
# ///
"""input() itself edits, completes and remembers lines as soon as readline has been imported."""

import readline

HARBOURS = ["calais", "cherbourg", "dieppe", "dover", "ostend"]


def complete(text, number):
    matches = [name for name in HARBOURS if name.startswith(text)]
    return matches[number] if number < len(matches) else None


readline.set_completer(complete)
libedit = "libedit" in (readline.__doc__ or "")
readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
for _ in range(2):
    input("Harbour: ")
count = readline.get_current_history_length()
lines = [readline.get_history_item(number) for number in range(1, count + 1)]
print(count, "harbours in the history:", ", ".join(lines))
