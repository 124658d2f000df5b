"""Tokens in software (SoftHSM) as if they sat in readers at the server; filled by a process apart.

Whoever loads the library has the tokens of that moment, so the tests' own process never does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pkcs11
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11 import Attribute, KeyType, ObjectClass
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key

from tests.documents.authority import Authority, Key, key_of
from tests.once import made_once

LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "483920"
_OF_OFFICER = "00000000"
_DECODE = {KeyType.EC: decode_ec_private_key, KeyType.RSA: decode_rsa_private_key}


@dataclass(frozen=True, slots=True)
class Card:
    """A token: its label, a certificate and its key, and whether that asks for the PIN again."""

    label: str
    certificate: x509.Certificate
    key: Key | None = None
    asks_again: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """All of it as JSON has it."""
        return {
            "label": self.label,
            "certificate": self.certificate.public_bytes(Encoding.DER).hex(),
            "key": _plain(self.key),
            "kind": "RSA" if isinstance(self.key, rsa.RSAPrivateKey) else "EC",
            "asks again": self.asks_again,
        }


@dataclass(frozen=True, slots=True)
class Readers:
    """Tokens that lie in a folder, and the library's settings, which name it."""

    folder: Path
    settings: Path

    @property
    def environment(self) -> dict[str, str]:
        """What makes the library find them."""
        self.settings.write_text(f"directories.tokendir = {self.folder / 'tokens'}\n")
        return {**os.environ, "SOFTHSM2_CONF": str(self.settings)}

    @property
    def seal(self) -> Path:
        """The certificate of the organisation's seal, whose key is on a token."""
        return self.folder / "seal.pem"

    def insert(self, *cards: Card) -> None:
        """Put tokens in."""
        here = self.environment
        for card in cards:
            made = ["--init-token", "--free", "--label", card.label]
            pins = ["--pin", PIN, "--so-pin", _OF_OFFICER]
            util = ["softhsm2-util", *made, *pins]
            subprocess.run(util, check=True, capture_output=True, env=here)
        told = json.dumps([card.told for card in cards]).encode()
        fill = [sys.executable, "-m", "tests.documents.softhsm"]
        subprocess.run(fill, check=True, input=told, env=here)


RSA_OWNER, EC_OWNER, KEYLESS, ADJUSTER = "Bo Alm", "Eva Ek", "Åsa Lind", "Henrik Tornéus"
SEAL = "Region Sundeviks stämpel"


def make_readers(folder: Path) -> None:
    """Lay out readers with cards and a seal, and the certificate and list of their authority."""
    (folder / "tokens").mkdir(parents=True)
    authority, readers = Authority("Kortens utfärdare"), Readers(folder, folder / "softhsm2.conf")
    big = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    readers.insert(
        *(Card(name, authority.issue(name), key_of(name)) for name in (EC_OWNER, ADJUSTER, SEAL)),
        Card(RSA_OWNER, authority.issue(RSA_OWNER, key=big), big, asks_again=True),
        Card(KEYLESS, authority.issue(KEYLESS)),
    )
    (folder / "authority.cer").write_bytes(authority.der)
    (folder / "authority.crl").write_bytes(authority.revocations())
    readers.seal.write_bytes(authority.issue(SEAL).public_bytes(Encoding.PEM))


def readers_of(run: Path, patch: pytest.MonkeyPatch, own: Path) -> Readers:
    """The readers of the run, as the library finds them during a test."""
    found = Readers(made_once(run / "readers", make_readers), own / "softhsm2.conf")
    patch.setenv("SOFTHSM2_CONF", found.environment["SOFTHSM2_CONF"])
    return found


def _plain(key: Key | None) -> str:
    if key is None:
        return ""
    return key.private_bytes(
        Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption()
    ).hex()  # fmt: skip


def _put_in(session: pkcs11.Session, told: Mapping[str, Any]) -> None:
    """What the token holds, a certificate and its key by the same number."""
    named = {Attribute.TOKEN: True, Attribute.LABEL: told["label"], Attribute.ID: b"\x01"}
    held = {
        Attribute.CLASS: ObjectClass.CERTIFICATE,
        Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
        Attribute.VALUE: bytes.fromhex(told["certificate"]),
        Attribute.SUBJECT: b"0\x00",
        Attribute.PRIVATE: False,
    }
    session.create_object({**named, **held})
    if told["key"]:
        plain = _DECODE[KeyType[told["kind"]]](bytes.fromhex(told["key"]))
        again = {Attribute.ALWAYS_AUTHENTICATE: told["asks again"], Attribute.PRIVATE: True}
        session.create_object({**plain, **named, **again, Attribute.SIGN: True})


def main() -> None:
    """Put what is told on the standard input on the tokens."""
    library = pkcs11.lib(str(LIBRARY))
    for told in json.load(sys.stdin):
        with library.get_token(token_label=told["label"]).open(rw=True, user_pin=PIN) as session:
            _put_in(session, told)


if __name__ == "__main__":
    main()
