# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""urlopen is there wherever Python is; its answer is a file, from which json reads."""

import json
from urllib.request import urlopen

import stand_in

stand_in.start()  # for a room without internet; leave it out to ask the real host

with urlopen("https://jsonplaceholder.typicode.com/posts", timeout=10) as response:
    print(json.load(response))
