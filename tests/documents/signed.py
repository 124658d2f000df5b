"""The small protocol as it is sent to be adjusted, and signed by those who adjust it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography import x509

from minutes.documents.press import printed
from minutes.documents.protocol import protocol_sheet
from minutes.documents.signing.credentials import Credentials, from_pkcs12
from minutes.documents.signing.signature import Clock, Wanted, sign
from minutes.documents.signing.stamp import Stamp
from minutes.documents.signing.trust import Trust, trust_of
from minutes.domain.editions import Edition
from tests.documents.authority import PASSPHRASE, Authority
from tests.documents.made import small_protocol

SENT = Edition("RS-2026-03-04", 1, is_sent=True)
CHAIR, ADJUSTER = "Eva Ek (S)", "Bo Alm (M)"


def credentials(authority: Authority, certificate: x509.Certificate) -> Credentials:
    """What somebody signs with."""
    return from_pkcs12(authority.pkcs12(certificate), PASSPHRASE)


def wanted(signer: str, name: str) -> Wanted:
    """The signature of somebody in a signer's field."""
    words = "Underskrivet elektroniskt den 12 mars 2026 kl. 14.03"
    return Wanted(signer, name, "Justerar protokollet", "Sundevik", Stamp(name, words))


def signed_by(
    pdf: bytes,
    authority: Authority,
    *who: tuple[str, str],
    clock: Clock | None = None,
) -> bytes:
    """The file signed for signers by names, with certificates of the authority's."""
    for signer, name in who:
        own = credentials(authority, authority.issue(name))
        pdf = sign(pdf, wanted(signer, name), own, authority.trust, clock or Clock())
    return pdf


@dataclass(frozen=True, slots=True)
class Signed:
    """The file as it was sent, and after each signature."""

    sent: bytes
    once: bytes
    whole: bytes
    trust: Trust


NAMES = ("sent", "once", "whole", "once-lasting", "lasting")


def make_signed(folder: Path) -> None:
    """Write the files, with the authority's certificate and list."""
    folder.mkdir()
    authority = Authority()
    lasting = Clock(authority.clock(), lasts=True)
    sheet = protocol_sheet(replace(small_protocol(), adjusted_on=None), SENT)
    files = [printed(sheet)]
    for clock in (Clock(), lasting):
        once = signed_by(files[0], authority, (CHAIR, "Eva Ek"), clock=clock)
        files += [once, signed_by(once, authority, (ADJUSTER, "Bo Alm"), clock=clock)]
    for name, content in zip(NAMES, files, strict=True):
        (folder / f"{name}.pdf").write_bytes(content)
    (folder / "authority.cer").write_bytes(authority.der)
    (folder / "authority.crl").write_bytes(authority.revocations())


def read_signed(folder: Path, names: Sequence[str] = NAMES[:3]) -> Signed:
    """The files that lie in a folder."""
    return Signed(*((folder / f"{name}.pdf").read_bytes() for name in names), trust_of(folder))
