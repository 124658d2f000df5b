"""Whether the bytes around and within a signature are as its maker wrote them, none to spare.

A signature covers all of the file but itself. What stands in its place must then be the signature
in its one canonical form, and nothing: otherwise bytes could be changed that nobody vouches for.
"""

from __future__ import annotations

from collections.abc import Sequence

_CONSTRUCTED = 0x20
_DEEPEST = 40
_DIGITS = (frozenset(b"0123456789abcdef"), frozenset(b"0123456789ABCDEF"))


def covered_until(ranges: Sequence[int]) -> int:
    """Where the bytes that a signature covers end."""
    return int(ranges[2]) + int(ranges[3])


def _value(der: bytes, start: int) -> tuple[int, int]:
    """Where the contents of the value at `start` begin and end.

    Raises ValueError and IndexError where it is not written as DER has it (X.690, 10.1).
    """
    told, begins = der[start + 1], start + 2
    if told < 0x80:
        return begins, begins + told
    count = told & 0x7F
    length = int.from_bytes(der[begins : begins + count], "big")
    if not 0 < count <= 4 or length < 0x80 or length >> 8 * (count - 1) == 0:
        raise ValueError("a length that is written in another way")
    return begins + count, begins + count + length


def _require_canonical(der: bytes, start: int, end: int, depth: int = 0) -> None:
    """Raise ValueError unless values fill the bytes, and so on within them."""
    while start < end:
        begins, ends = _value(der, start)
        if ends > end or depth > _DEEPEST:
            raise ValueError("a value that does not fit")
        if der[start] & _CONSTRUCTED:
            _require_canonical(der, begins, ends, depth + 1)
        start = ends


def is_exact(pdf: bytes, ranges: Sequence[int]) -> bool:
    """Whether a signature covers all from the first byte but its own place, which it fills."""
    if len(ranges) != 4:
        return False
    first, before, after, rest = (int(edge) for edge in ranges)
    gap = pdf[before:after]
    if first != 0 or not 0 < before < after <= after + rest <= len(pdf):
        return False
    digits = gap[1:-1]
    if gap[:1] + gap[-1:] != b"<>" or not any(set(digits) <= kind for kind in _DIGITS):
        return False
    return _holds_one(digits)


def _holds_one(digits: bytes) -> bool:
    try:
        content = bytes.fromhex(digits.decode())
        _, end = _value(content, 0)
        _require_canonical(content, 0, end)
    except (ValueError, IndexError):
        return False
    return not any(content[end:])
