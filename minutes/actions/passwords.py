"""Passwords: what is kept of them is what cannot be undone."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher

from minutes.domain.errors import RuleBroken

SHORTEST = 12
"""Characters of a password (OWASP ASVS 5.0, 6.2.1 recommends more than the least, 8)."""
_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """The password's argon2id hash. Raises RuleBroken for one that is too short.

    It is normalised as the sign-in form does it: "ä" can be typed in two ways.
    """
    normal = unicodedata.normalize("NFKD", password)
    if len(password) < SHORTEST:
        raise RuleBroken("Lösenordet är för kort. Välj minst {shortest} tecken.", shortest=SHORTEST)
    return _HASHER.hash(normal)
