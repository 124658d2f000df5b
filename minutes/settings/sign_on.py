"""The settings of the region's own sign-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from minutes.settings.reading import BadSetting, one_of

DUTIES = (
    "secretary", "chair", "adjuster", "member", "directors_office", "registrar", "archivist",
    "administrator",
)  # fmt: skip
"""The duties' names, as the domain has them; a test compares."""


@dataclass(frozen=True, slots=True)
class SignOn:
    """The region's own sign-in (OpenID Connect); without an issuer there is none."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    trusts_every_address: bool
    makes_accounts: bool
    second_factor: frozenset[str]
    """The values of `acr` or `amr` that tell of a second factor."""
    groups: tuple[tuple[str, str, str], ...]
    """Group, duty and the body's slug, or "" for a duty in all bodies."""


def _issuer(environment: Mapping[str, str]) -> str:
    """The provider's address: nobody may listen on the way to it, save on the same machine."""
    issuer = environment.get("MINUTES_SSO_ISSUER", "")
    parts = urlsplit(issuer)
    near = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1"}
    if issuer and not (parts.hostname and (near or parts.scheme == "https")):
        raise BadSetting(f"MINUTES_SSO_ISSUER är ”{issuer}”. Ange en adress som börjar https://.")
    return issuer


def _groups(text: str) -> tuple[tuple[str, str, str], ...]:
    """Each group with its duty and body, as in "Nämnd A=secretary@namnd-a; Diariet=registrar"."""
    found = []
    for part in (p.strip() for p in text.split(";") if p.strip()):
        group, given, place = part.rpartition("=")
        duty, _, body = place.partition("@")
        if not given or duty not in DUTIES:
            raise BadSetting(
                f"MINUTES_SSO_GROUPS: ”{part}” ska vara grupp=behörighet eller "
                f"grupp=behörighet@organ, med en av {', '.join(DUTIES)}."
            )
        found.append((group.strip(), duty, body.strip()))
    return tuple(found)


def read_sign_on(environment: Mapping[str, str]) -> SignOn:
    """How people sign in with the region's own accounts. Raises BadSetting."""
    issuer = _issuer(environment)
    client = environment.get("MINUTES_SSO_CLIENT_ID", "")
    if issuer and not client:
        raise BadSetting("MINUTES_SSO_CLIENT_ID saknas: vad heter Paragraf hos leverantören?")
    return SignOn(
        issuer=issuer,
        client_id=client,
        client_secret=environment.get("MINUTES_SSO_CLIENT_SECRET", ""),
        name=environment.get("MINUTES_SSO_NAME", "regionens konto"),
        trusts_every_address=one_of(environment, "MINUTES_SSO_ADDRESSES", "verified", "all")
        == "all",
        makes_accounts=one_of(environment, "MINUTES_SSO_ACCOUNTS", "opened", "made") == "made",
        second_factor=frozenset(environment.get("MINUTES_SSO_SECOND_FACTOR", "mfa").split()),
        groups=_groups(environment.get("MINUTES_SSO_GROUPS", "")),
    )
