"""What a token (PKCS#11) is asked for, a card or a module at the server, and why it says no."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from asn1crypto import x509
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import CertificateStore, SimpleCertificateStore

from minutes.documents.signing.hardware import NO_LIBRARY
from minutes.domain.errors import Phrase, RuleBroken
from minutes.settings.tokens import TokenKey

_MODULE = "minutes.documents.signing.hardware"
_SECONDS = 30
_LARGEST_SIGNATURE = 512

_WRONG = (
    Phrase("PIN-koden stämmer inte"),
    Phrase("Skriv den igen; efter några fel i rad spärras den."),
)
_UNSET = (
    Phrase("det har ingen PIN-kod som gäller"),
    Phrase("Välj en i kortets eget program, eller be den som gav ut kortet."),
)
_ABSENT = (
    Phrase("det sitter inte i någon läsare vid servern"),
    Phrase("Sätt i det och försök igen."),
)
_FAULTS = {
    "PinIncorrect": _WRONG,
    "PinInvalid": _WRONG,
    "PinLenRange": _WRONG,
    "PinLocked": (
        Phrase("PIN-koden är spärrad efter för många fel"),
        Phrase("Lås upp den med kortets PUK-kod, eller be den som gav ut kortet."),
    ),
    "PinExpired": _UNSET,
    "UserPinNotInitialized": _UNSET,
    "TokenNotPresent": _ABSENT,
    "DeviceRemoved": _ABSENT,
    "NoSuchKey": (
        Phrase("nyckeln till certifikatet finns inte på det"),
        Phrase("Be den som gav ut kortet om ett nytt."),
    ),
    NO_LIBRARY: (
        Phrase("serverns bibliotek för kort går inte att läsa in"),
        Phrase("Be den som sköter registret att se över inställningen."),
    ),
}
"""Why a token does not sign, by the name of its answer, and how whoever holds it mends that."""


class TokenFault(Exception):
    """A token does not sign: why, and how whoever holds it mends that."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        silent = Phrase("det svarar inte som det ska ({answer})", answer=answer)
        again = Phrase("Ta ut det, sätt i det och försök en gång till.")
        self.why, self.cure = _FAULTS.get(answer, (silent, again))


def _answer(asked: Mapping[str, str]) -> Any:
    """What the process answers. The PIN goes by its standard input, where nobody else reads it."""
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", _MODULE],
            input=json.dumps(asked).encode(),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except subprocess.SubprocessError as error:
        raise TokenFault(type(error).__name__) from None
    answer = json.loads(done.stdout.splitlines()[-1])  # a library may print before it
    if "fault" in answer:
        raise TokenFault(answer["fault"])
    return answer


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate on a token, and where the key to it is."""

    certificate: x509.Certificate
    key: TokenKey


def held_by(library: Path) -> list[Held]:
    """The certificates on the tokens that a library reaches. Raises TokenFault."""
    return [
        Held(
            x509.Certificate.load(bytes.fromhex(one["certificate"])),
            TokenKey(library, one["token"], one["serial"], number=one["number"]),
        )
        for one in _answer({"library": str(library)})["found"]
    ]


class TokenSigner(Signer):
    """What asks a token for each signature."""

    def __init__(
        self,
        certificate: x509.Certificate,
        others: Iterable[x509.Certificate],
        key: TokenKey,
        pin: str,
        told: Callable[[TokenFault], RuleBroken],
    ) -> None:
        store: CertificateStore = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # as it is
        store.register_multiple(others)
        super().__init__(signing_cert=certificate, cert_registry=store)
        loaded = certificate.dump().hex()
        self._asked = {
            **asdict(key), "library": str(key.library), "certificate": loaded, "pin": pin
        }  # fmt: skip
        self._told = told

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The signature of the data. Raises RuleBroken where the token makes none."""
        if dry_run:
            return bytes(_LARGEST_SIGNATURE)
        try:
            answer = _answer({**self._asked, "data": data.hex(), "digest": digest_algorithm})
        except TokenFault as fault:
            raise self._told(fault) from fault
        return bytes.fromhex(answer["signature"])
