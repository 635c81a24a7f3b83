# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:http.cookiejar"
# ///
"""An opener with a jar sends back what it was given, and the jar can be saved for the next run."""

import json
from http.cookiejar import LWPCookieJar
from urllib.request import HTTPCookieProcessor, build_opener

SITE = "http://localhost:8080/cookies"


def known(*jars):
    with build_opener(*map(HTTPCookieProcessor, jars)).open(SITE, timeout=10) as answer:
        cookies = json.load(answer)["cookies"]
    return ", ".join(f"{name}={cookies[name]}" for name in sorted(cookies)) or "no cookies"


jar = LWPCookieJar("cookies.lwp")
build_opener(HTTPCookieProcessor(jar)).open(f"{SITE}/set?theme=dark&language=fr").close()
print("the site sets:", ", ".join(sorted(f"{cookie.name}={cookie.value}" for cookie in jar)))
print("the site gets back:", known(jar))
jar.save(ignore_discard=True)

later = LWPCookieJar("cookies.lwp")
later.load(ignore_discard=True)
print("after a new start:", known(later))
print("without the jar:", known())
