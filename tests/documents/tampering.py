"""What chance could do to a file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Way = Callable[[bytes, random.Random], bytes]


def _place(pdf: bytes, chance: random.Random) -> int:
    return chance.randrange(len(pdf))


def _bit(pdf: bytes, chance: random.Random) -> bytes:
    at = _place(pdf, chance)
    return pdf[:at] + bytes([pdf[at] ^ (1 << chance.randrange(8))]) + pdf[at + 1 :]


def _byte(pdf: bytes, chance: random.Random) -> bytes:
    at = _place(pdf, chance)
    return pdf[:at] + bytes([(pdf[at] + chance.randrange(1, 256)) % 256]) + pdf[at + 1 :]


def _put_in(pdf: bytes, chance: random.Random) -> bytes:
    at = _place(pdf, chance)
    return pdf[:at] + chance.randbytes(chance.randrange(1, 40)) + pdf[at:]


def _taken_out(pdf: bytes, chance: random.Random) -> bytes:
    at = _place(pdf, chance)
    return pdf[:at] + pdf[at + chance.randrange(1, 40) :]


def _cut(pdf: bytes, chance: random.Random) -> bytes:
    return pdf[: _place(pdf, chance)]


def _lengthened(pdf: bytes, chance: random.Random) -> bytes:
    return pdf + chance.randbytes(chance.randrange(1, 200))


def _moved(pdf: bytes, chance: random.Random) -> bytes:
    here, there = sorted((_place(pdf, chance), _place(pdf, chance)))
    return pdf[:here] + pdf[there:] + pdf[here:there]


def _in_a_signature(pdf: bytes, chance: random.Random) -> bytes:
    """A digit of a signature's place, which the signature does not cover."""
    places = [m.span() for m in re.finditer(rb"/Contents\s*<[0-9A-F]+>", pdf)]
    start, end = chance.choice(places)
    at = chance.randrange(start + 10, end - 1)
    other = chance.choice([d for d in b"0123456789abcdefABCDEF" if d != pdf[at]])
    return pdf[:at] + bytes([other]) + pdf[at + 1 :]


RANDOM: dict[str, Way] = {
    "a bit is turned": _bit,
    "a byte is changed": _byte,
    "bytes are put in": _put_in,
    "bytes are taken out": _taken_out,
    "it is cut": _cut,
    "bytes are appended": _lengthened,
    "a part is moved": _moved,
    "a digit of a signature is changed": _in_a_signature,
}
