"""Whether the certificates of a signature are what their issuers made, and still stand by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature


def _is_issued(certificate: x509.Certificate, issuers: Iterable[x509.Certificate]) -> bool:
    for issuer in issuers:
        try:
            certificate.verify_directly_issued_by(issuer)
        except (ValueError, TypeError, InvalidSignature):
            continue
        return True
    return False


def are_genuine(brought: Iterable[asn1.Certificate], anchors: Iterable[bytes]) -> bool:
    """Whether each is an anchor or was issued by another of them.

    One that no chain needs is not looked at otherwise, and could be changed unseen.
    """
    trusted = [x509.load_der_x509_certificate(der) for der in anchors]
    try:
        found = [x509.load_der_x509_certificate(one.dump()) for one in brought]
    except ValueError:
        return False
    issuers = [*found, *trusted]
    return all(one in trusted or _is_issued(one, issuers) for one in found)


def _entry(
    certificate: x509.Certificate, issuer: x509.Certificate, found: x509.CertificateRevocationList
) -> datetime | None:
    """When a list of the issuer's took the certificate back."""
    if found.issuer != issuer.subject or not found.is_signature_valid(issuer.public_key()):  # type: ignore[arg-type]  # keys that sign
        return None
    entry = found.get_revoked_certificate_by_serial_number(certificate.serial_number)
    return entry.revocation_date_utc if entry else None


def taken_back_at(path: Iterable[asn1.Certificate], lists: Sequence[bytes]) -> datetime | None:
    """When the first certificate of a chain, from its root, was taken back, if any was."""
    chain = [x509.load_der_x509_certificate(one.dump()) for one in path]
    found = [x509.load_der_x509_crl(der) for der in lists]
    told = (
        _entry(certificate, issuer, one) for issuer, certificate in pairwise(chain) for one in found
    )
    return min((at for at in told if at is not None), default=None)
