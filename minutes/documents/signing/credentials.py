"""What one signs with: a certificate and its key, as PKCS#12 or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from asn1crypto import keys, x509
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import Certificate
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import CertificateStore, SimpleCertificateStore

from minutes.documents.signing.holders import Holder, holder_of
from minutes.domain.errors import RuleBroken

_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Credentials:
    """A certificate (DER) with what signs by its key; kept in memory for the one signature."""

    signer: Signer
    holder: Holder
    certificate: bytes


def _loaded(certificate: Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def from_pkcs12(content: bytes, passphrase: str) -> Credentials:
    """The credentials of a file. Raises RuleBroken where it cannot be opened with the passphrase.

    Neither is kept: they go when the signature is made.
    """
    try:
        if len(content) > _LARGEST:
            raise ValueError
        found = pkcs12.load_pkcs12(content, passphrase.encode() or None)
    except ValueError as error:
        raise RuleBroken(
            "Certifikatfilen går inte att öppna med den lösenfrasen. Kontrollera att det är en "
            "fil i formatet PKCS#12 (.p12 eller .pfx) och skriv lösenfrasen igen."
        ) from error
    if found.key is None or found.cert is None:
        raise RuleBroken("Certifikatfilen saknar certifikat eller nyckel. Exportera båda.")
    store: CertificateStore = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # as it is
    store.register_multiple(_loaded(one.certificate) for one in found.additional_certs)
    plain = found.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    own = _loaded(found.cert.certificate)
    signer = SimpleSigner(
        signing_cert=own,
        signing_key=keys.PrivateKeyInfo.load(plain),
        cert_registry=store,
    )
    return Credentials(signer, holder_of(own), own.dump())
