"""An authority of our own for certificates, made anew in each run of the tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from minutes.clock import now
from minutes.documents.signing.trust import Trust

PASSPHRASE = "hemligt i provet"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
_DAY = timedelta(days=1)


_TIME = "Älvmarks tid"


@cache
def key_of(name: str) -> ec.EllipticCurvePrivateKey:
    """The key of somebody, as long as the process lasts."""
    return ec.generate_private_key(ec.SECP256R1())


@cache
def _clock_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _name(name: str, serial: str = "") -> x509.Name:
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Region Älvmark"),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ]
    return x509.Name(
        [*parts, *([x509.NameAttribute(NameOID.SERIAL_NUMBER, serial)] if serial else [])]
    )


@dataclass(slots=True)
class Authority:
    """An authority, the certificates that it gave out, and those that it took back."""

    name: str = "Älvmarks utfärdare"
    revoked: list[tuple[x509.Certificate, datetime]] = field(default_factory=list)
    list_url: str = ""
    ocsp_url: str = ""

    @property
    def key(self) -> ec.EllipticCurvePrivateKey:
        return key_of(self.name)

    @property
    def certificate(self) -> x509.Certificate:
        return _root(self.name)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def trust(self) -> Trust:
        return Trust((self.der,), (self.revocations(),))

    def issue(
        self,
        name: str,
        *,
        days: tuple[int, int] = (-30, 365),
        email: str = "",
        serial: str = "",
        stamps: bool = False,
        key: Key | None = None,
    ) -> x509.Certificate:
        """A certificate that is valid from so many days from now to so many."""
        own = key or (_clock_key() if stamps else key_of(name))
        made = (
            x509.CertificateBuilder()
            .subject_name(_name(name, serial))
            .issuer_name(self.certificate.subject)
            .public_key(own.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now() + days[0] * _DAY)
            .not_valid_after(now() + days[1] * _DAY)
            .add_extension(_usage(signs=True), critical=True)
        )
        for extension, critical in self._more(email, stamps=stamps):
            made = made.add_extension(extension, critical=critical)
        return made.sign(self.key, hashes.SHA256())

    def _more(self, email: str, *, stamps: bool) -> list[tuple[x509.ExtensionType, bool]]:
        found: list[tuple[x509.ExtensionType, bool]] = []
        if email:
            found.append((x509.SubjectAlternativeName([x509.RFC822Name(email)]), False))
        if stamps:
            found.append((x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True))
        if self.list_url:
            place = x509.DistributionPoint(
                [x509.UniformResourceIdentifier(self.list_url)], None, None, None
            )
            found.append((x509.CRLDistributionPoints([place]), False))
        if self.ocsp_url:
            place = x509.AccessDescription(
                x509.AuthorityInformationAccessOID.OCSP,
                x509.UniformResourceIdentifier(self.ocsp_url),
            )
            found.append((x509.AuthorityInformationAccess([place]), False))
        return found

    def revoke(self, certificate: x509.Certificate, at: datetime | None = None) -> None:
        """Take a certificate back."""
        self.revoked.append((certificate, at or now() - timedelta(hours=1)))

    def revocations(self) -> bytes:
        """The list of those taken back (DER)."""
        made = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(now() - timedelta(minutes=10))
            .next_update(now() + 30 * _DAY)
        )
        for certificate, at in self.revoked:
            one = x509.RevokedCertificateBuilder(certificate.serial_number, at)
            made = made.add_revoked_certificate(one.build())
        return made.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def pkcs12(self, certificate: x509.Certificate, passphrase: str = PASSPHRASE) -> bytes:
        """The certificate and its key as the file that a person has."""
        name = _common(certificate)
        return pkcs12.serialize_key_and_certificates(
            name.encode(), key_of(name), certificate, [self.certificate],
            BestAvailableEncryption(passphrase.encode()),
        )  # fmt: skip

    def clock(
        self, at: datetime | None = None, *, days: tuple[int, int] = (-4000, 4000)
    ) -> DummyTimeStamper:
        """A timestamp server of the authority's, whose clock may stand, and whose days end."""
        own = self.issue(_TIME, days=days, stamps=True)
        store = SimpleCertificateStore()
        store.register(asn1.Certificate.load(self.der))
        plain = _clock_key().private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return DummyTimeStamper(
            asn1.Certificate.load(own.public_bytes(Encoding.DER)),
            keys.PrivateKeyInfo.load(plain),
            certs_to_embed=store,
            fixed_dt=at,
        )


def _common(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def _usage(*, signs: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    on = {"digital_signature", "content_commitment"} if signs else {"key_cert_sign", "crl_sign"}
    return x509.KeyUsage(**{name: name in on for name in names})


@cache
def _root(name: str) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(name))
        .public_key(key_of(name).public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - 5000 * _DAY)
        .not_valid_after(now() + 5000 * _DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .sign(key_of(name), hashes.SHA256())
    )
