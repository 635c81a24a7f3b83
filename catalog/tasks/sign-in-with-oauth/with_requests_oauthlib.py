# /// script
# requires-python = ">=3.11"
# dependencies = ["requests-oauthlib"]
# [tool.toolcrib]
# module = "pypi:requests-oauthlib"
# ///
"""The session keeps state and token: it checks the one and puts the other into every request."""

import os

import requests
from oauthlib.oauth1 import Client
from oauthlib.oauth2 import MismatchingStateError
from requests_oauthlib import OAuth1, OAuth2Session

BACK = "https://localhost:8000/callback"

server, secret = os.environ["OAUTH_SERVER"], os.environ["OAUTH_CLIENT_SECRET"]
token_url, me_url = f"{server}/oauth2/token", f"{server}/oauth2/me"
session = OAuth2Session(os.environ["OAUTH_CLIENT_ID"], redirect_uri=BACK, scope=["profile"])
page, _ = session.authorization_url(f"{server}/oauth2/authorize")
# A person would answer in the browser, which the provider then sends back with a code.
answer = requests.post(page, data={"answer": "allow"}, allow_redirects=False, timeout=5)

try:
    forged = f"{BACK}?code=stolen&state=guessed"
    session.fetch_token(token_url, authorization_response=forged, client_secret=secret)
except MismatchingStateError:
    print("forged answer: its state is not ours")
back = answer.headers["Location"]
first = session.fetch_token(token_url, authorization_response=back, client_secret=secret)
print("with a token:", session.get(me_url).json())
second = session.refresh_token(token_url, auth=(session.client_id, secret))
for name, token in ("old", first), ("new", second):
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    print(f"{name} token:", requests.get(me_url, headers=headers, timeout=5).status_code)


class Unversioned(Client):
    def get_oauth_params(self, request: object) -> list[tuple[str, str]]:
        return [pair for pair in super().get_oauth_params(request) if pair[0] != "oauth_version"]


# The example of RFC 5849, section 1.2; it leaves out the version, which is optional.
keys = "dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00"
oauth1 = OAuth1(*keys, client_class=Unversioned, nonce="chapoH", timestamp="137131202")
url = "http://photos.example.net/photos?file=vacation.jpg&size=original"
signed = requests.Request("GET", url, auth=oauth1).prepare()
print(signed.headers["Authorization"].decode().rpartition(", ")[2])
