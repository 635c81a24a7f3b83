# /// script
# requires-python = ">=3.11"
# dependencies = ["requests-oauthlib"]
# [tool.toolcrib]
# module = "pypi:requests-oauthlib"
# ///
"""The session keeps state and token: it checks the one and puts the other into every request."""

import os

import requests
from oauthlib import oauth1, oauth2
from requests_oauthlib import OAuth1, OAuth2Session

BACK = "https://localhost:8000/callback"

server, secret = os.environ["OAUTH_SERVER"], os.environ["OAUTH_CLIENT_SECRET"]
token_url, me_url = f"{server}/oauth2/token", f"{server}/oauth2/me"
session = OAuth2Session(os.environ["OAUTH_CLIENT_ID"], redirect_uri=BACK, scope=["profile"])
page, _ = session.authorization_url(f"{server}/oauth2/authorize")
answer = requests.post(page, {"answer": "allow"}, allow_redirects=False, timeout=5)  # in a browser
try:
    forged = f"{BACK}?code=stolen&state=guessed"
    session.fetch_token(token_url, authorization_response=forged, client_secret=secret, timeout=5)
except oauth2.MismatchingStateError:
    print("forged answer: its state is not ours")
back = answer.headers["Location"]
session.fetch_token(token_url, authorization_response=back, client_secret=secret, timeout=5)
print("with a token:", session.get(me_url, timeout=5).json())
old = {"Authorization": f"Bearer {session.access_token}"}
session.refresh_token(token_url, auth=(session.client_id, secret), timeout=5)
print("old token:", requests.get(me_url, headers=old, timeout=5).status_code)
print("new token:", session.get(me_url, timeout=5).status_code)


class Unversioned(oauth1.Client):  # as in the example of RFC 5849, section 1.2
    def get_oauth_params(self, request):
        return [pair for pair in super().get_oauth_params(request) if pair[0] != "oauth_version"]


keys = "dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00"
auth = OAuth1(*keys, client_class=Unversioned, nonce="chapoH", timestamp="137131202")
url = "http://photos.example.net/photos?file=vacation.jpg&size=original"
signed = requests.Request("GET", url, auth=auth).prepare()
print(signed.headers["Authorization"].decode().rpartition(", ")[2])
