# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""One call gets the answer, and json() makes of it what Python has: here a list of dicts."""

import requests
import stand_in

stand_in.start()  # for a room without internet; leave it out to ask the real host

response = requests.get("https://jsonplaceholder.typicode.com/posts")
print(response.json())
