# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""urllib3.request() uses one pool for the whole program; the answer knows how to read JSON."""

import stand_in
import urllib3

stand_in.start()  # for a room without internet; leave it out to ask the real host

response = urllib3.request("GET", "https://jsonplaceholder.typicode.com/posts", timeout=10)
print(response.json())
