"""The settings, read from the environment once; docs/operations.md lists them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minutes.settings.mail import Mail, read_mail
from minutes.settings.reading import BadSetting, number, one_of
from minutes.settings.sign_on import SignOn, read_sign_on
from minutes.settings.signing import Signing, read_signing

_POSTGRESQL = "postgresql+psycopg://"
PDF_VARIANTS = ("pdf/a-3a", "pdf/a-2a")


@dataclass(frozen=True, slots=True)
class Settings:
    """What one installation decides for itself."""

    database_url: str
    exports: Path
    secret: str
    organisation: str
    appeal_to: str
    kept_in: str
    pdf_variant: str
    host: str
    port: int
    workers: int
    proxies: int
    second_factor_required: bool
    idle_minutes: int
    session_hours: int
    published_years: int
    sign_on: SignOn
    mail: Mail
    signing: Signing


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
        appeal_to=environment.get("MINUTES_APPEAL_TO", "Förvaltningsrätten"),
        kept_in=environment.get("MINUTES_KEPT_IN", "Regionens kansli"),
        pdf_variant=_variant(environment),
        host=environment.get("MINUTES_HOST", "127.0.0.1"),
        port=number(environment, "MINUTES_PORT", 8000),
        workers=number(environment, "MINUTES_WORKERS", 2),
        proxies=number(environment, "MINUTES_PROXIES", 0, least=0),
        second_factor_required=one_of(environment, "MINUTES_SECOND_FACTOR", "required", "offered")
        == "required",
        idle_minutes=number(environment, "MINUTES_SESSION_IDLE_MINUTES", 120),
        session_hours=number(environment, "MINUTES_SESSION_HOURS", 10),
        published_years=number(environment, "MINUTES_PUBLISHED_YEARS", 5),
        sign_on=read_sign_on(environment),
        mail=read_mail(environment),
        signing=read_signing(environment),
    )


__all__ = [
    "PDF_VARIANTS",
    "BadSetting",
    "Mail",
    "Settings",
    "SignOn",
    "Signing",
    "keep_secret",
    "read_settings",
]
