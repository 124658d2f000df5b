"""What a token (PKCS#11) holds and signs; in a process of its own (see `tokens`).

The library is its maker's. Here it can end or stop nothing else, and whoever signs logs in alone: a
process has one login to a token, by which the next would sign without a PIN.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pkcs11
from asn1crypto import x509
from pkcs11 import Attribute, ObjectClass, PKCS11Error, TokenFlag
from pkcs11.exceptions import NoSuchKey, TokenNotPresent
from pyhanko.sign.pkcs11 import PKCS11Signer

NO_LIBRARY = "NoLibrary"
_HASHED_HERE = {"rsa", "ec"}
"""Of these every token signs a checksum; not all make one themselves."""

Asked = Mapping[str, Any]


def _tokens(slots: Iterable[pkcs11.Slot]) -> Iterator[pkcs11.Token]:
    """Those that are in their readers and were made ready."""
    for slot in slots:
        try:
            token = slot.get_token()
        except PKCS11Error:  # it was just taken out
            continue
        if TokenFlag.TOKEN_INITIALIZED in token.flags:
            yield token


def _certificates(token: pkcs11.Token) -> Iterator[dict[str, str]]:
    """What can be read without a PIN."""
    with token.open() as session:
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
            yield {
                "token": token.label,
                "serial": token.serial.hex(),
                "number": one[Attribute.ID].hex(),
                "certificate": one[Attribute.VALUE].hex(),
            }


def _chosen(tokens: Iterable[pkcs11.Token], asked: Asked) -> pkcs11.Token:
    for token in tokens:
        if token.label == asked["token"] and asked["serial"] in {"", token.serial.hex()}:
            return token
    raise TokenNotPresent


def _wants_pin_again(session: pkcs11.Session, named: dict[Attribute, Any]) -> bool:
    """Whether the key asks for the PIN at each signature. Raises NoSuchKey."""
    keys = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, **named}))
    if len(keys) != 1:
        raise NoSuchKey
    try:
        return bool(keys[0][Attribute.ALWAYS_AUTHENTICATE])
    except PKCS11Error:  # older tokens do not know the question
        return False


def _signature(token: pkcs11.Token, asked: Asked) -> bytes:
    label, number = asked["label"] or None, bytes.fromhex(asked["number"]) or None
    named = {Attribute.LABEL: label, Attribute.ID: number}
    certificate = x509.Certificate.load(bytes.fromhex(asked["certificate"]))
    with token.open(user_pin=asked["pin"]) as session:
        again = _wants_pin_again(session, {key: told for key, told in named.items() if told})
        signer = PKCS11Signer(
            session,
            signing_cert=certificate,
            key_label=label,
            key_id=number,
            use_raw_mechanism=certificate.public_key.algorithm in _HASHED_HERE,
            base_sign_kwargs={"pin": asked["pin"]} if again else {},
        )
        made: bytes = asyncio.run(
            signer.async_sign_raw(bytes.fromhex(asked["data"]), asked["digest"])
        )
        return made


def _answered(asked: Asked) -> dict[str, Any]:
    try:
        library = pkcs11.lib(asked["library"])
    except PKCS11Error:
        return {"fault": NO_LIBRARY}
    try:
        tokens = _tokens(library.get_slots(token_present=True))
        if "data" in asked:
            return {"signature": _signature(_chosen(tokens, asked), asked).hex()}
        return {"found": [one for token in tokens for one in _certificates(token)]}
    except PKCS11Error as error:
        return {"fault": type(error).__name__}


def main() -> None:
    """Read what is asked from the standard input, and write the answer as the last line."""
    print("\n" + json.dumps(_answered(json.load(sys.stdin))))  # noqa: T201  # it is asked for


if __name__ == "__main__":
    main()
