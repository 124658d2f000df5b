"""Whom a certificate names."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from asn1crypto import x509


@dataclass(frozen=True, slots=True)
class Holder:
    """The names in a certificate; `mark` is its SHA-256 (hex)."""

    name: str
    organisation: str
    serial: str
    emails: tuple[str, ...]
    issuer: str
    mark: str


def _first(told: object) -> str:
    return str(told[0] if isinstance(told, list) else told or "")


def _name(subject: dict[str, object]) -> str:
    """The common name; where it is missing the given and family names."""
    if common := _first(subject.get("common_name")):
        return common
    names = _first(subject.get("given_name")), _first(subject.get("surname"))
    return " ".join(part for part in names if part)


def holder_of(certificate: x509.Certificate) -> Holder:
    """Whom it names."""
    subject, issuer = dict(certificate.subject.native), dict(certificate.issuer.native)
    told = certificate.subject_alt_name_value
    emails = [str(n.native) for n in told or () if n.name == "rfc822_name"]
    return Holder(
        name=_name(subject),
        organisation=_first(subject.get("organization_name")),
        serial=_first(subject.get("serial_number")),
        emails=tuple(emails),
        issuer=_name(issuer) or _first(issuer.get("organization_name")),
        mark=hashlib.sha256(certificate.dump()).hexdigest(),
    )
