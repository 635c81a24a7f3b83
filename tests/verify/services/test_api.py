"""httpbin: what was asked comes back."""

import pytest

from rooms import given, said_together

pytestmark = [pytest.mark.pod, pytest.mark.index]


def test_requests_are_told_back() -> None:
    """Methods, JSON, forms, files, headers, cookies, passwords, statuses: two runs at a time."""
    code = """
import base64, json, sys, urllib.error, urllib.request
from http.cookiejar import CookieJar
word, base = sys.argv[1], "http://localhost:8080"
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
def ask(path, data=None, method=None, **headers):
    request = urllib.request.Request(base + path, data, headers, method=method)
    with opener.open(request) as answer:
        return json.load(answer)
for method in ("POST", "PUT", "DELETE", "PATCH"):
    body = json.dumps({"word": word}).encode()
    told = ask("/" + method.lower(), body, method, **{"Content-Type": "application/json"})
    print(method, told["json"])
print(ask("/post", f"a={word}".encode())["form"])
head = 'Content-Disposition: form-data; name="f"; filename="n"'
upload = f"--x\\r\\n{head}\\r\\n\\r\\n{word}\\r\\n--x--\\r\\n"
kind = {"Content-Type": "multipart/form-data; boundary=x"}
print(ask("/post", upload.encode(), **kind)["files"])
print(ask("/headers", **{"X-Word": word})["headers"]["X-Word"])
print(ask("/cookies")["cookies"], ask(f"/cookies/set?word={word}")["cookies"])
secret = base64.b64encode(f"crib:{word}".encode()).decode()
print(ask(f"/basic-auth/crib/{word}", Authorization=f"Basic {secret}")["authenticated"])
try:
    ask("/status/418")
except urllib.error.HTTPError as fault:
    print(fault.code)
    fault.close()
"""
    answers = said_together(code, "ann", "bob", **given(("api",)))
    for word, answer in answers.items():
        assert answer.splitlines() == [
            *[f"{method} {{'word': '{word}'}}" for method in ("POST", "PUT", "DELETE", "PATCH")],
            f"{{'a': '{word}'}}",
            f"{{'f': '{word}'}}",
            word,
            f"{{}} {{'word': '{word}'}}",
            "True",
            "418",
        ]
