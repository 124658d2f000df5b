"""A responder of an authority's (OCSP, RFC 6960): it tells whether a certificate was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from minutes.clock import now
from tests.documents.authority import Authority, key_of
from tests.documents.clocks import answering

_NAME = "Svarar om spärrar"


@dataclass(slots=True)
class Responder:
    """What it answers: by whose key, and when each serial number was taken back.

    Where it has a certificate of its own, the authority lets it answer.
    """

    authority: Authority
    signs_itself: bool = False

    @property
    def _own(self) -> x509.Certificate:
        if not self.signs_itself:
            return self.authority.certificate
        made = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, _NAME)]))
            .issuer_name(self.authority.certificate.subject)
            .public_key(key_of(_NAME).public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now() - timedelta(days=1))
            .not_valid_after(now() + timedelta(days=300))
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), False)
            .add_extension(x509.OCSPNoCheck(), False)
        )
        return made.sign(self.authority.key, hashes.SHA256())

    def _revoked_at(self, serial: int) -> datetime | None:
        told = {one.serial_number: at for one, at in self.authority.revoked}
        return told.get(serial)

    def answer(self, asked: bytes) -> bytes:
        """What is said of the certificate that is asked about."""
        request, own = ocsp.load_der_ocsp_request(asked), self._own
        at = self._revoked_at(request.serial_number)
        status = ocsp.OCSPCertStatus.GOOD if at is None else ocsp.OCSPCertStatus.REVOKED
        told = ocsp.OCSPResponseBuilder().add_response_by_hash(
            request.issuer_name_hash, request.issuer_key_hash, request.serial_number,
            request.hash_algorithm, status, now() - timedelta(minutes=1),
            now() + timedelta(days=1), at, None,
        ).responder_id(ocsp.OCSPResponderEncoding.HASH, own)  # fmt: skip
        if self.signs_itself:
            told = told.certificates([own])
        for extension in request.extensions:
            told = told.add_extension(extension.value, extension.critical)
        key = key_of(_NAME) if self.signs_itself else self.authority.key
        return told.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)

    @contextmanager
    def serving(self) -> Iterator[None]:
        """It answers; certificates that are issued meanwhile name its address."""
        with answering(self.answer, "application/ocsp-response") as address:
            self.authority.ocsp_url = address
            yield
