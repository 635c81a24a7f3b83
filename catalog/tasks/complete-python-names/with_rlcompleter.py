# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:rlcompleter"
# ///
"""The completer of the prompt works for any console: it needs a namespace, but no terminal."""

import itertools
import rlcompleter


class Boat:
    def __init__(self):
        self.name, self.crew = "Mona", ["Ada", "Jean"]

    def sail(self, miles):
        return miles / 6


names = {"boat": Boat(), "harbour": "Calais", "harbour_master": "Oskar"}
completer = rlcompleter.Completer(names)
for text in "harb", "boat.", "boat.crew.app", "boat.wheel":
    matches = (completer.complete(text, number) for number in itertools.count())
    found = sorted(itertools.takewhile(lambda match: match is not None, matches))
    print(f"{text}: {', '.join(found) or 'nothing'}")
