"""The settings, read from the environment once; docs/operations.md lists them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_POSTGRESQL = "postgresql+psycopg://"
PDF_VARIANTS = ("pdf/a-3a", "pdf/a-2a")
DUTIES = (
    "secretary", "chair", "adjuster", "member", "directors_office", "registrar", "archivist",
    "administrator",
)  # fmt: skip
"""The duties' names, as the domain has them; a test compares."""


class BadSetting(ValueError):
    """A setting that cannot be used; the Swedish sentence names it and says what it may be."""


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


@dataclass(frozen=True, slots=True)
class Settings:
    """What one installation decides for itself."""

    database_url: str
    exports: Path
    secret: str
    organisation: str
    pdf_variant: str
    host: str
    port: int
    workers: int
    proxies: int
    second_factor_required: bool
    idle_minutes: int
    session_hours: int
    sign_on: SignOn


def _number(environment: Mapping[str, str], name: str, default: int, least: int = 1) -> int:
    text = environment.get(name, str(default))
    if not text.isdecimal() or not least <= int(text) < 65536:
        raise BadSetting(f"{name} är ”{text}”. Ange ett heltal från {least} till 65535.")
    return int(text)


def _variant(environment: Mapping[str, str]) -> str:
    variant = environment.get("MINUTES_PDF_VARIANT", PDF_VARIANTS[0])
    if variant not in PDF_VARIANTS:
        allowed = " eller ".join(PDF_VARIANTS)
        raise BadSetting(f"MINUTES_PDF_VARIANT är ”{variant}”. Ange {allowed}.")
    return variant


def keep_secret(file: Path) -> str:
    """The secret of an installation that was given none: made once, kept in a file of its own."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="utf-8").strip()
    with os.fdopen(handle, "w", encoding="utf-8") as kept:
        kept.write(secrets.token_hex(32))
    return file.read_text(encoding="utf-8").strip()


def _one_of(environment: Mapping[str, str], name: str, *allowed: str) -> str:
    """One of the allowed words; the first where nothing is said."""
    wanted = environment.get(name, allowed[0])
    if wanted not in allowed:
        raise BadSetting(f"{name} är ”{wanted}”. Ange {' eller '.join(allowed)}.")
    return wanted


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


def _sign_on(environment: Mapping[str, str]) -> SignOn:
    issuer = _issuer(environment)
    client = environment.get("MINUTES_SSO_CLIENT_ID", "")
    if issuer and not client:
        raise BadSetting("MINUTES_SSO_CLIENT_ID saknas: vad heter Paragraf hos leverantören?")
    return SignOn(
        issuer=issuer,
        client_id=client,
        client_secret=environment.get("MINUTES_SSO_CLIENT_SECRET", ""),
        name=environment.get("MINUTES_SSO_NAME", "regionens konto"),
        trusts_every_address=_one_of(environment, "MINUTES_SSO_ADDRESSES", "verified", "all")
        == "all",
        makes_accounts=_one_of(environment, "MINUTES_SSO_ACCOUNTS", "opened", "made") == "made",
        second_factor=frozenset(environment.get("MINUTES_SSO_SECOND_FACTOR", "mfa").split()),
        groups=_groups(environment.get("MINUTES_SSO_GROUPS", "")),
    )


def _address(url: str) -> str:
    """The database's address; a file named without its folder lies in the current one.

    Raises BadSetting for a database of another sort.
    """
    url = url.replace("postgresql://", _POSTGRESQL, 1)
    if not url.startswith(("sqlite:", _POSTGRESQL)):
        raise BadSetting(
            "MINUTES_DATABASE_URL går inte att använda: Paragraf läser SQLite och PostgreSQL. "
            f"Ange sqlite:///FIL eller {_POSTGRESQL}ANVÄNDARE@DATOR/DATABAS"
        )
    file = url.removeprefix("sqlite:///")
    if file == url or file in {"", ":memory:"} or file.startswith("file:"):
        return url
    return f"sqlite:///{Path(file).absolute()}"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an environment; an empty one counts as missing. Raises BadSetting."""
    environment = {name: value for name, value in environment.items() if value}
    return Settings(
        database_url=_address(environment.get("MINUTES_DATABASE_URL", "sqlite:///minutes.sqlite3")),
        exports=Path(environment.get("MINUTES_EXPORTS", "exports")).absolute(),
        secret=environment.get("MINUTES_SECRET", secrets.token_hex(32)),
        organisation=environment.get("MINUTES_ORGANISATION", "Regionen"),
        pdf_variant=_variant(environment),
        host=environment.get("MINUTES_HOST", "127.0.0.1"),
        port=_number(environment, "MINUTES_PORT", 8000),
        workers=_number(environment, "MINUTES_WORKERS", 2),
        proxies=_number(environment, "MINUTES_PROXIES", 0, least=0),
        second_factor_required=_one_of(environment, "MINUTES_SECOND_FACTOR", "required", "offered")
        == "required",
        idle_minutes=_number(environment, "MINUTES_SESSION_IDLE_MINUTES", 120),
        session_hours=_number(environment, "MINUTES_SESSION_HOURS", 10),
        sign_on=_sign_on(environment),
    )
