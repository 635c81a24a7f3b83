# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib.request"
# ///
"""An opener with a cookie jar sends back what it was given; urlopen alone forgets it."""

import json
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

API = "http://localhost:8080/cookies"

jar = CookieJar()
opener = build_opener(HTTPCookieProcessor(jar))
for setting in ("theme/dark", "language/fr"):
    opener.open(f"{API}/set/{setting}", timeout=10).close()

for cookie in sorted(jar, key=lambda cookie: cookie.name):
    print(f"{cookie.name} = {cookie.value}")
with opener.open(API, timeout=10) as answer:
    print("with the jar the server sees", len(json.load(answer)["cookies"]))
with urlopen(API, timeout=10) as answer:
    print("without it,", len(json.load(answer)["cookies"]))
