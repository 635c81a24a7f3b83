"""The provider of OAuth 1 and 2, with the client that people use; its library is another one."""

import pytest

from rooms import given, said

pytestmark = [pytest.mark.pod, pytest.mark.index]

BEGIN = """
import os
from urllib.parse import parse_qs, urlsplit
import requests
from requests_oauthlib import OAuth1Session, OAuth2Session
from oauthlib.oauth2 import BackendApplicationClient
server = os.environ["OAUTH_SERVER"]
client, secret = os.environ["OAUTH_CLIENT_ID"], os.environ["OAUTH_CLIENT_SECRET"]
token_url, me = server + "/oauth2/token", server + "/oauth2/me"
back = "http://localhost:8000/callback"
def answered(url, answer="allow"):
    assert "<form" in requests.get(url).text
    reply = requests.post(url, data={"answer": answer}, allow_redirects=False)
    return reply.headers["Location"]
def told(reply):
    return reply.status_code, reply.json().get("error")
"""


def run(code: str) -> list[str]:
    """Run a client of the provider and return the lines that it printed."""
    return said(BEGIN + code, **given(("oauth",), ("requests-oauthlib",))).splitlines()


def test_second_code_with_challenge() -> None:
    """A code is exchanged once and with its own verifier, a token refreshed and taken back."""
    code = """
session = OAuth2Session(client, redirect_uri=back, scope=["profile", "logbook"], pkce="S256")
url, state = session.authorization_url(server + "/oauth2/authorize")
print(parse_qs(urlsplit(answered(url, "deny")).query)["error"])
place = answered(url).replace("http://", "https://")
token = session.fetch_token(token_url, authorization_response=place, client_secret=secret)
print(session.get(me).json(), requests.get(me).status_code)
fields = dict(parse_qs(urlsplit(place).query), grant_type="authorization_code", redirect_uri=back)
print(told(requests.post(token_url, data=fields, auth=(client, secret))))
newer = session.refresh_token(token_url, auth=(client, secret))
old = {"Authorization": "Bearer " + token["access_token"]}
print(newer != token, session.get(me).status_code, requests.get(me, headers=old).status_code)
fields = {"token": newer["access_token"]}
print(requests.post(server + "/oauth2/revoke", data=fields, auth=(client, secret)).status_code)
print(session.get(me).status_code)
"""
    assert run(code) == [
        "['access_denied']",
        "{'client': 'observatory', 'user': 'crib', 'scope': 'profile logbook'} 401",
        "(400, 'invalid_grant')",
        "True 200 401",
        "200",
        "401",
    ]


def test_second_refuses() -> None:
    """Wrong secrets, verifiers, addresses, and a public client without a challenge are refused."""
    code = """
print(told(requests.post(token_url, {"grant_type": "client_credentials"}, auth=(client, "x"))))
session = OAuth2Session("pocket", redirect_uri=back, scope=["profile"], pkce="S256")
url, _ = session.authorization_url(server + "/oauth2/authorize")
fields = dict(parse_qs(urlsplit(answered(url)).query), redirect_uri=back, client_id="pocket")
fields["grant_type"] = "authorization_code"
print(told(requests.post(token_url, fields | {"code_verifier": "x" * 50})))
asked = {"response_type": "code", "client_id": "pocket", "redirect_uri": back}
print(told(requests.get(server + "/oauth2/authorize", asked)))
asked |= {"client_id": client, "redirect_uri": "http://192.0.2.1/"}
print(told(requests.get(server + "/oauth2/authorize", asked)))
"""
    assert run(code) == [
        "(401, 'invalid_client')",
        "(400, 'invalid_grant')",
        "(400, 'invalid_request')",
        "(400, 'invalid_request')",
    ]


def test_second_for_itself() -> None:
    """A client with a secret gets a token of its own, for what it asked for and no more."""
    code = """
session = OAuth2Session(client=BackendApplicationClient(client, scope="profile"))
session.fetch_token(token_url, client_id=client, client_secret=secret)
print(session.get(me).json())
session = OAuth2Session(client=BackendApplicationClient(client, scope="logbook"))
session.fetch_token(token_url, client_id=client, client_secret=secret)
print(told(session.get(me)))
"""
    assert run(code) == [
        "{'client': 'observatory', 'user': None, 'scope': 'profile'}",
        "(403, 'insufficient_scope')",
    ]


def test_first() -> None:
    """The three steps of OAuth 1, a signed request; wrong secrets and repeated nonces refused."""
    code = """
session = OAuth1Session(client, secret, callback_uri=back)
session.fetch_request_token(server + "/oauth1/request_token")
url = session.authorization_url(server + "/oauth1/authorize")
session.parse_authorization_response(answered(url))
token = session.fetch_access_token(server + "/oauth1/access_token")
me = server + "/oauth1/me"
print(session.get(me, params={"night": "7 8"}).json())
print(session.post(me, data={"a b": "c&d"}).json()["sent"])
words = token["oauth_token"], token["oauth_token_secret"]
print(told(OAuth1Session(client, "wrong", *words).get(me)))
print(told(OAuth1Session(client, secret, words[0], "wrong").get(me)))
signed = session.get(me).request
again = requests.Session().send(signed, verify=os.environ["REQUESTS_CA_BUNDLE"])
print(told(again), told(requests.get(me)))
"""
    assert run(code) == [
        "{'user': 'crib', 'email': 'crib@example.test', 'sent': {'night': '7 8'}}",
        "{'a b': 'c&d'}",
        "(401, 'invalid_signature')",
        "(401, 'invalid_signature')",
        "(401, 'invalid_nonce') (400, 'missing_required_parameter')",
    ]
