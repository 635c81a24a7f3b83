"""What the provider keeps for the time of one run: clients, the one user, codes, tokens."""

import secrets
import time
from typing import Any
from urllib.parse import urlsplit

from authlib.oauth1 import ClientMixin as Client1
from authlib.oauth1 import TokenCredentialMixin
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, TokenMixin, scope_to_list
from authlib.oauth2.rfc6749 import ClientMixin as Client2

SCOPES = ("profile", "logbook")


class User:
    """The person who is signed in."""

    id, name, email = "crib", "Crib", "crib@example.test"

    def get_user_id(self) -> str:
        """Return the user's id."""
        return self.id


class Client(Client1, Client2):
    """A program that asks for access; one without a secret is public and must use PKCE."""

    def __init__(self, client_id: str, secret: str) -> None:
        """Take the name and the secret under which it is registered."""
        self.client_id, self.secret = client_id, secret

    def get_client_id(self) -> str:
        """Return its name."""
        return self.client_id

    def get_client_secret(self) -> str:
        """Return its secret."""
        return self.secret

    def get_default_redirect_uri(self) -> str:
        """Return where a person is sent who came with no address."""
        return "http://localhost:8000/callback"

    def get_allowed_scope(self, scope: str) -> str:
        """Return what of a scope there is."""
        return " ".join(word for word in scope_to_list(scope) or () if word in SCOPES)

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        """Tell whether it is on this machine; any port will do (RFC 8252, section 7.3)."""
        return urlsplit(redirect_uri).hostname in ("localhost", "127.0.0.1")

    def check_client_secret(self, client_secret: str) -> bool:
        """Tell whether a secret is its own."""
        return bool(self.secret) and secrets.compare_digest(self.secret, client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:  # noqa: ARG002 -- as Authlib calls it
        """Tell whether it may show who it is in that way."""
        return method == "none" if not self.secret else method.startswith("client_secret_")

    def check_response_type(self, response_type: str) -> bool:
        """Tell whether it may be given that: codes only."""
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        """Tell whether it may ask in that way; a public client cannot speak for itself."""
        return bool(self.secret) or grant_type != "client_credentials"


class Kept(dict[str, Any]):
    """A memory with the methods by which Authlib knows a cache; nothing of a run grows old."""

    def set(self, key: str, value: object, timeout: int) -> None:  # noqa: ARG002 -- the same
        """Keep a value."""
        self[key] = value

    def delete(self, key: str) -> None:
        """Forget a value."""
        self.pop(key, None)

    def has(self, key: str) -> bool:
        """Tell whether there is a value."""
        return key in self


class Credential(dict[str, str], TokenCredentialMixin):
    """A token of OAuth 1 with its secret."""

    def get_oauth_token(self) -> str:
        """Return the token."""
        return self["oauth_token"]

    def get_oauth_token_secret(self) -> str:
        """Return its secret."""
        return self["oauth_token_secret"]


class Code(dict[str, Any], AuthorizationCodeMixin):
    """A code of OAuth 2 that is exchanged once."""

    def get_redirect_uri(self) -> str | None:
        """Return the address with which it was asked for."""
        return self["redirect_uri"]

    def get_scope(self) -> str:
        """Return what it is for."""
        return str(self["scope"])


class Token(dict[str, Any], TokenMixin):
    """A token of OAuth 2, with the one that refreshes it."""

    def check_client(self, client: Client) -> bool:
        """Tell whether it was given to that client."""
        return bool(self["client_id"] == client.client_id)

    def get_scope(self) -> str:
        """Return what it is for."""
        return str(self.get("scope", ""))

    def get_expires_in(self) -> int:
        """Return the seconds for which it is good."""
        return int(self["expires_in"])

    def is_expired(self) -> bool:
        """Tell whether its time is over."""
        return bool(time.time() > self["issued"] + self["expires_in"])

    def is_revoked(self) -> bool:
        """Tell whether it was taken back."""
        return bool(self.get("revoked"))


CLIENTS = {c.client_id: c for c in (Client("observatory", "dark-sky"), Client("pocket", ""))}
USER = User()
CREDENTIALS: dict[str, Credential] = {}
CODES: dict[str, Code] = {}
TOKENS: list[Token] = []
MEMORY = Kept()


def token_with(kind: str, word: str) -> Token | None:
    """Return the token that is still good and has a word."""
    good = (token for token in TOKENS if not token.is_revoked())
    return next((token for token in good if token.get(kind) == word), None)


def save_token(token: dict[str, Any], request: Any) -> None:  # noqa: ANN401 -- Authlib has no types
    """Keep a token of OAuth 2."""
    user = request.user.id if request.user else None
    TOKENS.append(Token(token, client_id=request.client.client_id, user=user, issued=time.time()))
