"""A provider of OAuth 1 (RFC 5849) and OAuth 2 (RFC 6749, 7636, 7009, 8414), made of Authlib.

What must be checked is checked by Authlib: signatures, nonces, secrets, codes, challenges, scopes.
Ours are the clients, the one user, and where things are kept: in memory, for one run. It is a
program of its own, started by Gunicorn in the room of the services.
"""

import time
from typing import Any

import flask
from authlib.integrations import flask_oauth1, flask_oauth2
from authlib.oauth1.errors import OAuth1Error
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from records import (
    CLIENTS,
    CODES,
    CREDENTIALS,
    MEMORY,
    SCOPES,
    USER,
    Client,
    Code,
    Credential,
    Token,
    User,
    save_token,
    token_with,
)

CODE_SECONDS = 300
PAGE = """<!doctype html>
<title>Allow access</title>
<h1>Allow access?</h1>
<p>You are signed in as {{ user.name }}. <b>{{ client }}</b> asks for: {{ wish }}.</p>
<form method="post">
<button name="answer" value="allow">Allow</button>
<button name="answer" value="deny">Deny</button>
</form>
"""


class CodeGrant(grants.AuthorizationCodeGrant):
    """Codes: kept once, for five minutes, with the challenge of PKCE."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post", "none")

    def save_authorization_code(self, code: str, request: Any) -> None:  # noqa: ANN401 -- Authlib has no types
        """Keep a code with all that it must be asked for with."""
        CODES[code] = Code(
            client_id=request.client.client_id,
            redirect_uri=request.payload.redirect_uri,
            scope=request.scope,
            issued=time.time(),
        )
        for name in ("code_challenge", "code_challenge_method"):
            setattr(CODES[code], name, request.payload.data.get(name))

    def query_authorization_code(self, code: str, client: Client) -> Code | None:
        """Return a code that is that client's, and not too old."""
        kept = CODES.get(code)
        known = kept and kept["client_id"] == client.client_id
        return kept if kept and known and time.time() < kept["issued"] + CODE_SECONDS else None

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """Forget a code that was used."""
        for code in [code for code, kept in CODES.items() if kept is authorization_code]:
            del CODES[code]

    def authenticate_user(self, authorization_code: Code) -> User:  # noqa: ARG002 -- as Authlib calls it
        """Return the one user."""
        return USER


class ClientGrant(grants.ClientCredentialsGrant):
    """A client that speaks for itself."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post")


class RefreshGrant(grants.RefreshTokenGrant):
    """A new token for an old one, which is no good from then on."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post", "none")
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token: str) -> Token | None:
        """Return the token that it refreshes."""
        return token_with("refresh_token", refresh_token)

    def authenticate_user(self, refresh_token: Token) -> User:  # noqa: ARG002 -- as Authlib calls it
        """Return the one user."""
        return USER

    def revoke_old_credential(self, refresh_token: Token) -> None:
        """Make the old token no good."""
        refresh_token["revoked"] = True


class Revocation(RevocationEndpoint):
    """Tokens taken back (RFC 7009)."""

    CLIENT_AUTH_METHODS = ("client_secret_basic", "client_secret_post", "none")

    def query_token(self, token_string: str, token_type_hint: str) -> Token | None:  # noqa: ARG002 -- the same
        """Return a token by either of its words."""
        return token_with("access_token", token_string) or token_with("refresh_token", token_string)

    def revoke_token(self, token: Token, request: object) -> None:  # noqa: ARG002 -- the same
        """Take a token back."""
        token["revoked"] = True


class Validator(BearerTokenValidator):
    """Tokens as they come with requests."""

    def authenticate_token(self, token_string: str) -> Token | None:
        """Return the token."""
        return token_with("access_token", token_string)


class Challenge(CodeChallenge):
    """PKCE, without which a public client is refused at once."""

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:  # noqa: ANN401 -- the same
        """Look at the challenge before the user is asked for anything."""
        request = grant.request
        if not request.client.secret and not request.payload.data.get("code_challenge"):
            raise InvalidRequestError("Missing 'code_challenge'")
        super().validate_code_challenge(grant, redirect_uri)


app = flask.Flask(__name__)
app.json.sort_keys = False
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True

second = flask_oauth2.AuthorizationServer(app, query_client=CLIENTS.get, save_token=save_token)
second.register_grant(CodeGrant, [Challenge(required=True)])
second.register_grant(ClientGrant)
second.register_grant(RefreshGrant)
second.register_endpoint(Revocation)
bearer = flask_oauth2.ResourceProtector()
bearer.register_token_validator(Validator())

first = flask_oauth1.AuthorizationServer(app, query_client=CLIENTS.get)
flask_oauth1.register_nonce_hooks(first, MEMORY)
flask_oauth1.register_temporary_credential_hooks(first, MEMORY)
signed = flask_oauth1.ResourceProtector(
    app,
    query_client=CLIENTS.get,
    query_token=lambda client_id, token: CREDENTIALS.get(f"{client_id} {token}"),
    exists_nonce=flask_oauth1.create_exists_nonce_func(MEMORY),
)


def keep_credential(token: dict[str, str], temporary: Any) -> Credential:  # noqa: ANN401 -- the same
    """Keep a token of OAuth 1."""
    credential = Credential(token)
    client = temporary.get_client_id()
    CREDENTIALS[f"{client} {credential.get_oauth_token()}"] = credential
    return credential


first.register_hook("create_token_credential", keep_credential)


def page(client: str, wish: str) -> str:
    """Return the page that asks the user."""
    return flask.render_template_string(PAGE, user=USER, client=client, wish=wish)


def granted() -> User | None:
    """Return the user when the page was answered with yes."""
    return USER if flask.request.form.get("answer") == "allow" else None


@app.get("/.well-known/oauth-authorization-server")
def metadata() -> flask.Response:
    """Say where everything is (RFC 8414)."""
    base = flask.request.host_url.rstrip("/")
    return flask.jsonify(
        issuer=base,
        authorization_endpoint=f"{base}/oauth2/authorize",
        token_endpoint=f"{base}/oauth2/token",
        revocation_endpoint=f"{base}/oauth2/revoke",
        scopes_supported=SCOPES,
        response_types_supported=["code"],
        grant_types_supported=["authorization_code", "client_credentials", "refresh_token"],
        token_endpoint_auth_methods_supported=["client_secret_basic", "client_secret_post", "none"],
        code_challenge_methods_supported=["S256", "plain"],
    )


@app.route("/oauth2/authorize", methods=["GET", "POST"])
def authorize_second() -> flask.typing.ResponseReturnValue:
    """Ask the user, and send the answer on with a code."""
    try:
        grant = second.get_consent_grant(end_user=USER)
    except OAuth2Error as error:
        return flask.jsonify(dict(error.get_body())), error.status_code
    if flask.request.method == "GET":
        wish = grant.client.get_allowed_scope(grant.request.payload.scope) or "nothing more"
        return page(grant.client.client_id, wish)
    return second.create_authorization_response(grant_user=granted(), grant=grant)


@app.post("/oauth2/token")
def token_second() -> flask.typing.ResponseReturnValue:
    """Give a token for a code, for a refresh token or for a secret."""
    return second.create_token_response()


@app.post("/oauth2/revoke")
def revoke_second() -> flask.typing.ResponseReturnValue:
    """Take a token back."""
    return second.create_endpoint_response(Revocation.ENDPOINT_NAME)


@app.get("/oauth2/me")
@bearer("profile")
def me_second() -> flask.Response:
    """Say who has come, and what for."""
    token = flask_oauth2.current_token
    return flask.jsonify(client=token["client_id"], user=token["user"], scope=token.get_scope())


@app.post("/oauth1/request_token")
def request_token_first() -> flask.typing.ResponseReturnValue:
    """Give a token with which a client may send a person."""
    return first.create_temporary_credentials_response()


@app.route("/oauth1/authorize", methods=["GET", "POST"])
def authorize_first() -> flask.typing.ResponseReturnValue:
    """Ask the user, and send the answer on with a verifier."""
    try:
        request = first.check_authorization_request()
        if flask.request.method == "POST":
            return first.create_authorization_response(grant_user=granted())
    except OAuth1Error as error:
        return flask.jsonify(dict(error.get_body())), error.status_code
    return page(request.credential.get_client_id(), "your logbook")


@app.post("/oauth1/access_token")
def access_token_first() -> flask.typing.ResponseReturnValue:
    """Give a token for one that was allowed."""
    return first.create_token_response()


@app.route("/oauth1/me", methods=["GET", "POST"])
@signed()
def me_first() -> flask.Response:
    """Say who has come, with what."""
    sent = {**flask.request.args, **flask.request.form}
    return flask.jsonify(user=USER.id, email=USER.email, sent=sent)
