# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:unittest.mock"
# ///
"""patch puts the stand-in where the name is looked up, and the real one back at the end."""

from unittest.mock import patch

import weather

ANSWERS = [{"rain": 0.9}, {"rain": 0.1}, TimeoutError("no answer")]

with patch("weather.fetch", side_effect=ANSWERS) as fetch:
    for city in ("Bergen", "Cairo", "Oslo"):
        print(f"{city}: {weather.advise(city)}")
print("asked for", ", ".join(args[0] for args, _ in fetch.call_args_list))
print("afterwards it is the real one again:", weather.fetch.__name__)
