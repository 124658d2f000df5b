"""The region's own sign-in as we speak with it (OpenID Connect Core 1.0): nothing else is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from flask import Flask, current_app
from joserfc.errors import InvalidClaimError, JoseError
from requests import PreparedRequest, RequestException, Response

from minutes.settings import SignOn
from minutes.web.access import moment

REFUSED = (AuthlibBaseError, JoseError, RequestException, ValueError, KeyError, RuntimeError)
"""What is raised where the provider does not answer, or answers what cannot be trusted."""
_PATIENCE = 10
_LEEWAY = 120
"""Seconds that are waited for an answer, and that the two clocks may differ by."""
_SIGNED = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})
"""Signatures by a key that only the provider has; `none` and shared secrets prove nothing."""


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port


class IssuerOnly(OAuth2Session):  # type: ignore[misc]  # the library is untyped
    """Requests to the issuer, and to nobody else whatever its answers say."""

    issuer = ""

    def send(self, request: PreparedRequest, **kwargs: Any) -> Response:
        """Send it. Raises ValueError where it would go elsewhere."""
        if _origin(str(request.url)) != _origin(self.issuer):
            raise ValueError(f"{request.url} is not at the issuer {self.issuer}")
        kwargs["timeout"] = _PATIENCE
        answer: Response = super().send(request, **kwargs)
        return answer


class IDToken(CodeIDToken):  # type: ignore[misc]  # the library is untyped
    """What the provider says of who has signed in, at the time by the application's clock."""

    def validate(self, now: float | None = None, leeway: int = _LEEWAY) -> None:
        """Raises JoseError or AuthlibBaseError for what was said to others, or too long ago."""
        audience = self.get("aud")
        listed = [audience] if isinstance(audience, str) else audience
        if not isinstance(listed, list) or self.params["client_id"] not in listed:
            raise InvalidClaimError("aud")  # the library lets pass what is for nobody
        super().validate(now=int(moment().timestamp()), leeway=leeway)


class Provider(FlaskOAuth2App):  # type: ignore[misc]  # the library is untyped
    """The provider: its metadata is fetched once, at the first sign-in."""

    def load_server_metadata(self) -> dict[str, Any]:
        """The metadata. Raises ValueError where they are another issuer's (Discovery 4.3)."""
        metadata: dict[str, Any] = super().load_server_metadata()
        issuer = self.client_cls.issuer
        if str(metadata.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
            self.server_metadata.pop("_loaded_at", None)
            raise ValueError(f"{issuer} answers as {metadata.get('issuer')}")
        offered = metadata.get("id_token_signing_alg_values_supported", ["RS256"])
        metadata["id_token_signing_alg_values_supported"] = sorted(_SIGNED.intersection(offered))
        return metadata

    def claims(self) -> Mapping[str, Any]:
        """What the answer to this request proves. Raises one of REFUSED."""
        token = self.authorize_access_token(claims_cls=IDToken, leeway=_LEEWAY)
        return {**token["userinfo"], "id_token": token["id_token"]}

    def way_out(self, back: str, hint: str | None) -> str | None:
        """Where one signs out of the provider, if it lets us send people there."""
        where = str(self.load_server_metadata().get("end_session_endpoint", ""))
        if _origin(where) != _origin(self.client_cls.issuer):
            return None
        made = self.create_logout_url(
            post_logout_redirect_uri=back, id_token_hint=hint, client_id=self.client_id
        )
        return str(made["url"])


def provider() -> Provider | None:
    """The provider of this installation, if it has one."""
    found: Provider | None = current_app.extensions.get("sign on")
    return found


def attach(app: Flask, settings: SignOn) -> None:
    """Make the provider known, where one is set."""
    app.jinja_env.globals["sign_on"] = settings
    if not settings.issuer:
        return
    session = type("IssuerOnly", (IssuerOnly,), {"issuer": settings.issuer})
    client = type("provider", (Provider,), {"client_cls": session})
    scopes = "openid email profile groups" if settings.groups else "openid email profile"
    app.extensions["sign on"] = OAuth(app).register(
        "region",
        client_cls=client,
        client_id=settings.client_id,
        client_secret=settings.client_secret or None,
        server_metadata_url=settings.issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={"scope": scopes, "code_challenge_method": "S256"},
    )
