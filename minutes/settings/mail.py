"""The settings of outgoing mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from minutes.settings.reading import BadSetting, number, one_of

_PORTS = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class Mail:
    """Where letters are handed in (SMTP); without a host they wait.

    `security` is "starttls", "tls" or "none"; `address` is where links in letters lead, without a
    slash at its end.
    """

    host: str
    port: int
    security: str
    user: str
    password: str = field(repr=False)
    sender: str
    address: str

    @property
    def is_set_up(self) -> bool:
        """Whether letters can be sent."""
        return bool(self.host)


def _sender(environment: Mapping[str, str], host: str) -> str:
    sender = environment.get("MINUTES_SMTP_FROM", "")
    if host and ("@" not in sender or any(c.isspace() for c in sender)):
        raise BadSetting(
            f"MINUTES_SMTP_FROM är ”{sender}”. Ange den e-postadress som breven kommer från."
        )
    return sender


def _address(environment: Mapping[str, str], host: str) -> str:
    address = environment.get("MINUTES_ADDRESS", "").rstrip("/")
    parts = urlsplit(address)
    if (address or host) and not (parts.scheme in {"http", "https"} and parts.hostname):
        raise BadSetting(
            f"MINUTES_ADDRESS är ”{address}”. Ange adressen som Paragraf nås på, med https://."
        )
    return address


def read_mail(environment: Mapping[str, str]) -> Mail:
    """How letters leave. Raises BadSetting."""
    host = environment.get("MINUTES_SMTP_HOST", "")
    security = one_of(environment, "MINUTES_SMTP_SECURITY", *_PORTS)
    return Mail(
        host=host,
        port=number(environment, "MINUTES_SMTP_PORT", _PORTS[security]),
        security=security,
        user=environment.get("MINUTES_SMTP_USER", ""),
        password=environment.get("MINUTES_SMTP_PASSWORD", ""),
        sender=_sender(environment, host),
        address=_address(environment, host),
    )
